import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { showProgress } from '../../scripts/progress.ts';
import { copyTree } from './copy.ts';
import { sabotages } from './list.ts';
import { asJson, asText, exitCodeOf, listJson, listText } from './report.ts';
import { prepareDirectory } from './prepare-directory.ts';
import { reachableFrom } from './reachable-from.ts';
import { readBaselines, run, type Numbered, type Reported, type Workshop } from './run.ts';

interface Options {
  readonly only?: readonly number[];
  readonly list?: true;
  readonly own?: true;
  readonly jobs: number;
  readonly json?: true;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const options = new Command('sabotage')
  .description('Makes deliberate mistakes in a copy of the tree, one at a time, and shows which test notices each.')
  .option('--only <numbers>', 'these alone, several with commas', numbers)
  .option('--jobs <number>', 'how many at a time, each in a copy of its own', positive, availableParallelism())
  .option('--own', 'run no other suites than those that should notice')
  .option('--list', 'say what there is to try, and try nothing')
  .option('--json', 'as JSON')
  .addHelpText('after', '\nExit code 0: each was noticed; 1: one was not; 2: one no longer applies, or nothing could run.')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Options>();

try {
  process.exitCode = await sabotage(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function sabotage({ only, list, own, jobs, json }: Options): Promise<number> {
  const all = sabotages.map((one, place): Numbered => ({ number: place + 1, sabotage: one }));
  const chosen = only ? all.filter(({ number }) => only.includes(number)) : all;
  if (list) {
    process.stdout.write(json ? listJson(chosen) : listText(chosen));
    return 0;
  }
  const signal = interruption();
  const filledBy = reachableFrom(root, 'test/setup/prepare-cluster.ts');
  const copies = Array.from({ length: Math.min(jobs, chosen.length) }, () => copyTree(root));
  const directory = await prepareDirectory();
  try {
    const suites = [...new Set(chosen.flatMap(({ sabotage: { tests } }) => tests))];
    process.stderr.write(`without a mistake: ${suites.length} suites\n`);
    const baselines = await readBaselines(copies[0]!, suites, directory.prepared, signal);
    const workshops = copies.map((copy): Workshop => ({ searches: !own, copy, prepared: directory.prepared, filledBy }));
    const reported = await runAll(chosen, workshops, (workshop, one) => run(workshop, one, baselines, signal));
    process.stdout.write(json ? asJson(reported) : asText(reported));
    return exitCodeOf(reported);
  } finally {
    for (const copy of copies) copy.remove();
    directory.remove();
  }
}

/** Makes the mistakes in several copies at a time. @returns the outcomes in the order of the list */
async function runAll(
  chosen: readonly Numbered[],
  workshops: readonly Workshop[],
  runOne: (workshop: Workshop, one: Numbered) => Promise<Reported>,
): Promise<Reported[]> {
  const reported: Reported[] = [];
  const progress = showProgress(chosen.length, 'sabotages');
  const waiting = chosen.values();
  const work = async (workshop: Workshop): Promise<void> => {
    for (const one of waiting) {
      reported.push(await runOne(workshop, one));
      progress.update(reported.length);
      if (reported.at(-1)!.outcome.kind !== 'noticed') process.stderr.write(asText(reported.slice(-1)));
    }
  };
  try {
    // Each ends its own processes before the copies go.
    const ends = await Promise.allSettled(workshops.map(work));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    progress.stop();
  }
  return reported.toSorted((one, other) => one.number - other.number);
}

/** Aborted by SIGINT and SIGTERM, so that the copy and its processes are still removed. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort(new Error(`stopped by ${signal}`)));
  return controller.signal;
}

function positive(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 99.');
  return Number(text);
}

function numbers(text: string): number[] {
  const given = text.split(',').map(Number);
  if (!given.every((number) => Number.isInteger(number) && number >= 1 && number <= sabotages.length)) {
    throw new InvalidArgumentError(`It must be numbers from 1 to ${sabotages.length}.`);
  }
  return given;
}
