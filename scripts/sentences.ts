import { globSync, readFileSync } from 'node:fs';
import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { Command } from 'commander';
import { parsePo } from 'pofile-ts';

// The last part of `npm run check:sentences`. Lingui finds the translations that are missing or of no sentence.
await new Command('sentences')
  .description(
    'Checks each translation in locales/: placeholders and tags are those of the English sentence, and none is marked as fuzzy.\n' +
      'Exit codes: 0 all fit, 1 some do not.',
  )
  .action(() => {
    const problems = globSync('locales/**/*.po').toSorted().flatMap(problemsOf);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  })
  .parseAsync();

function problemsOf(file: string): readonly string[] {
  return parsePo(readFileSync(file, 'utf8')).items.flatMap(({ msgid, msgctxt, msgstr: [said = ''], flags }) => {
    const report = (problem: string): readonly string[] => [`${file}: ${msgctxt ?? msgid}: ${problem}`];
    if (flags['fuzzy']) return report('is marked as fuzzy');
    return partsOf(said) === partsOf(msgid) ? [] : report(`has ${partsOf(said)} in place of ${partsOf(msgid)}`);
  });
}

/** The placeholders and tags of a sentence (ICU MessageFormat), sorted. */
function partsOf(sentence: string): string {
  const parts = [...placeholdersOf(compileMessageOrThrow(sentence)), ...(sentence.match(/<\/?\w+\/?>/g) ?? [])];
  return [...new Set(parts)].toSorted().join(' ') || 'none';
}

function placeholdersOf(message: CompiledMessage): readonly string[] {
  return message.flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, , choices] = token;
    return [
      `{${name}}`,
      ...Object.values(choices ?? {}).flatMap((one: unknown) => (Array.isArray(one) ? placeholdersOf(one as CompiledMessage) : [])),
    ];
  });
}
