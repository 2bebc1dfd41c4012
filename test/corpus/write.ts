import { Command } from 'commander';
import { runCommand, withCluster } from '../helpers/processes/run-command.ts';
import { answerCorpus } from './answers.ts';
import { readExpected, writeExpected } from './expected-file.ts';

const command = new Command('corpus')
  .description(
    'Runs the operations of the corpus and lists the areas whose answers differ from test/corpus/expected/.\nExit codes: 0 all answers are as expected, or --write was given; 1 some differ; 2 the run failed.',
  )
  .option('--write', 'replace the expected answers; review the difference')
  .action(({ write }: { readonly write?: true }) =>
    withCluster(async () => {
      for (const [area, text] of await answerCorpus()) {
        if (text === readExpected(area)) continue;
        process.stdout.write(`${area}: ${write ? 'written' : 'answers differ'}\n`);
        if (write) writeExpected(area, text);
        else process.exitCode = 1;
      }
    }),
  );

await runCommand(command);
