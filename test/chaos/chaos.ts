import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { showProgress } from '../../scripts/progress.ts';
import { asJson, asText, exitCodeOf } from './report.ts';
import { faultNames, type FaultName } from './fault.ts';
import { run } from './run.ts';

interface Options {
  readonly rounds: number;
  readonly seed: number;
  readonly only: readonly FaultName[];
  readonly json?: true;
}

const command = new Command('chaos')
  .description(
    'Kills gateways, sequencers and PostgreSQL and fills the disk, in turn, while 16 clients ask two gateways; then checks that each answer has its entry, that none is doubled, and that the log verifies.',
  )
  .option('--rounds <number>', 'how many faults, one a round', wholeNumber, 10)
  .option('--seed <number>', 'the same seed draws the same faults and operations; when they meet is chance', wholeNumber, 1)
  .option('--only <faults>', `only these, several with commas; without disk nothing is mounted`, names, faultNames as readonly FaultName[])
  .option('--json', 'as JSON')
  .addHelpText('after', '\nExit code 0: nothing was found; 1: something was; 2: it could not be done.')
  .exitOverride()
  .action(chaos);

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
process.exit(process.exitCode);

async function chaos({ rounds, seed, only, json }: Options): Promise<void> {
  const begun = performance.now();
  const progress = showProgress(rounds, 'rounds');
  const found = await run({ rounds, seed, turn: only, onRound: progress.update }).finally(progress.stop);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  process.stdout.write(json ? asJson(found, seed, seconds) : asText(found, seed, seconds));
  process.exitCode = exitCodeOf(found, rounds);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number, at least 1.');
  return number;
}

function names(text: string): FaultName[] {
  const given = text.split(',').map((name) => name.trim());
  const chosen = faultNames.filter((name) => given.includes(name));
  if (chosen.length !== given.length) throw new InvalidArgumentError(`It must be some of ${faultNames.join(', ')}.`);
  return chosen;
}
