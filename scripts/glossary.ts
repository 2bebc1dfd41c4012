import { globSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { findArchaic } from './glossary/find-archaic.ts';
import { findForbidden } from './glossary/find-forbidden.ts';
import { findNames } from './glossary/find-names.ts';
import { findStilted } from './glossary/find-stilted.ts';
import { readArchaic } from './glossary/read-archaic.ts';
import { readGlossary } from './glossary/read-glossary.ts';
import { readPlain, type Places } from './glossary/read-plain.ts';
import { findTownWords, readTownWords } from './glossary/town-words.ts';

// `npm run check:glossary`.
new Command('glossary')
  .description(
    'Finds names, words and openings of sentences that docs/glossary.md forbids, and words of the town below it.\nExit codes: 0 none, 1 some.',
  )
  .action(() => {
    const glossary = readFileSync('docs/glossary.md', 'utf8');
    const forbidden = readGlossary(glossary);
    const archaic = readArchaic(glossary);
    if (forbidden.length === 0 || archaic.length === 0)
      throw new Error('docs/glossary.md forbids no word: its tables are not as this command reads them');
    const files = [...globSync('src/**/*.ts', { exclude: ['src/town/shared/graphql/generated/**'] }), ...globSync('schema/*.graphql')];
    const names = files.flatMap((file) => findForbidden(file, readFileSync(file, 'utf8'), forbidden));
    const prose = globSync(['*.{ts,md}', '{src,schema,client,demo,test,bench,scripts,docs}/**/*.{ts,md,graphql}'], {
      exclude: [
        'docs/glossary.md',
        '{bench,test/bypasses/peers}/node_modules/**',
        'test/bypasses/peers/generated/**',
        'src/town/shared/graphql/generated/**',
        'test/corpus/expected/**',
      ],
    });
    const plain = readPlain(glossary);
    const town = readTownWords(globSync('schema/*.graphql').map((file) => readFileSync(file, 'utf8')));
    const below = globSync(['src/{engine,log,server,cli,platform}/**/*.ts', 'schema/directives.graphql']);
    const found = [
      ...names,
      ...prose.flatMap((file) => findArchaic(file, readFileSync(file, 'utf8'), archaic)),
      ...filesIn(plain.prose).flatMap((file) => findStilted(file, unreleased(file), plain)),
      ...filesIn(plain.code).flatMap((file) => findNames(file, readFileSync(file, 'utf8'), plain.names)),
      ...below.flatMap((file) => findTownWords(file, readFileSync(file, 'utf8'), town)),
    ];
    for (const line of found) process.stderr.write(`${line}\n`);
    process.exitCode = found.length > 0 ? 1 : 0;
  })
  .parse();

/** Without the glossary, which names what it forbids, and without generated modules. */
function filesIn(places: Places): string[] {
  return globSync([...places.in], { exclude: ['docs/glossary.md', '**/node_modules/**', '**/generated/**', ...places.except] });
}

/** A file's text; of the changelog the part above the newest release, because the rest is history. */
function unreleased(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file === 'CHANGELOG.md' ? text.split(/^## \[\d/m)[0]! : text;
}
