import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { showProgress } from '../../scripts/progress.ts';
import { faultNames, faults, type FaultName } from './fault.ts';
import { asJson, asText, exitCodeOf } from './report.ts';
import { run } from './run.ts';

interface Options {
  readonly rounds?: number;
  readonly lasts: number;
  readonly abandoned: number;
  readonly only: readonly FaultName[];
  readonly json?: true;
}

const command = new Command('faults')
  .description(
    'Causes one fault after another while 16 clients ask a gateway and others go away without an answer; then checks that each answer came in time with its code, that nothing abandoned was logged, that /ready said so, and that the gateway recovers without a restart.',
  )
  .option('--rounds <number>', 'how many faults, one a round; default: each once', wholeNumber)
  .option('--lasts <milliseconds>', 'how long a fault lasts', wholeNumber, 15_000)
  .option('--abandoned <number>', 'requests a second whose clients go away', wholeNumber, 400)
  .option('--only <faults>', 'only these, several with commas', names, faultNames)
  .option('--json', 'as JSON')
  .addHelpText('after', ['\nFaults:', ...faultNames.map((name) => `  ${name}: ${faults[name].about}`)].join('\n'))
  .addHelpText('after', '\nExit code 0: nothing was found; 1: something was; 2: it could not be done.')
  .exitOverride()
  .action(causeFaults);

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
process.exit(process.exitCode);

async function causeFaults({ only, rounds = only.length, lasts, abandoned, json }: Options): Promise<void> {
  const begun = performance.now();
  const progress = showProgress(rounds, 'rounds');
  const load = { rounds, turn: only, lasts, abandonedPerSecond: abandoned };
  const done = await run({ ...load, onRound: progress.update }).finally(progress.stop);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  process.stdout.write(json ? asJson(done, seconds) : asText(done, seconds));
  process.exitCode = exitCodeOf(done);
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
