import { globSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { runSteps } from './steps.ts';
import { changedAnswers, type Expected } from './update/changed-answers.ts';

/** The order matters: each step may read what earlier ones wrote. */
const steps = [
  { name: 'types of the schema', command: 'graphql-codegen' },
  { name: 'operations of the pages', command: 'graphql-codegen --config web/codegen.ts' },
  { name: 'catalogues of sentences', command: 'lingui extract --clean' },
  { name: 'policy matrix', command: 'node src/town/commands/matrix.ts' },
  { name: 'policy matrix of the club', command: 'node test/engine/club/write-matrix.ts' },
  { name: 'documentation', command: 'node scripts/docs.ts' },
  { name: 'definitions of the database', command: 'node scripts/definitions.ts' },
  { name: 'expected answers of the corpus', command: 'node test/corpus/write.ts --write' },
];

// `npm run update`.
await new Command('update')
  .description(
    'Generates everything that is generated (types, the pages’ operations, catalogues of sentences, policy matrices, documentation, definitions of the database, expected answers of the corpus),\n' +
      'and lists the operations whose expected answer changed: review them.\n' +
      'Exit codes: 0 generated, 1 a step failed.',
  )
  .action(async () => {
    const before = readExpected();
    const failed = await runSteps(steps, 1);
    const changed = changedAnswers(before, readExpected());
    for (const line of changed) process.stdout.write(`${line}\n`);
    process.stdout.write(`${changed.length} expected answers changed\n`);
    process.exitCode = failed.length === 0 ? 0 : 1;
  })
  .parseAsync();

function readExpected(): Expected {
  return new Map(globSync('test/corpus/expected/*').map((file) => [file, readFileSync(file, 'utf8')]));
}
