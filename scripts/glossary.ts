import { globSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { findForbidden } from './glossary/find-forbidden.ts';
import { readGlossary } from './glossary/read-glossary.ts';

/** Names that are still to be changed. The list shrinks until it is gone. */
const pending = /: (TieStatement|TieOf|Tie|Asker) is named/;

// `npm run check:glossary`.
new Command('glossary')
  .description('Finds names of types that docs/glossary.md forbids.\nExit codes: 0 none, 1 some.')
  .action(() => {
    const forbidden = readGlossary(readFileSync('docs/glossary.md', 'utf8'));
    if (forbidden.length === 0) throw new Error('docs/glossary.md forbids no word: its tables are not as this command reads them');
    const files = [
      ...globSync('src/**/*.ts', { exclude: ['src/generated/**', 'src/resolvers/generated.ts'] }),
      ...globSync('schema/*.graphql'),
    ];
    const found = files.flatMap((file) => findForbidden(file, readFileSync(file, 'utf8'), forbidden)).filter((line) => !pending.test(line));
    for (const line of found) process.stderr.write(`${line}\n`);
    process.exitCode = found.length > 0 ? 1 : 0;
  })
  .parse();
