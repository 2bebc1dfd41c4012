import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { showProgress } from '../../scripts/progress.ts';
import { copyTree } from './copy.ts';
import { sabotages } from './list.ts';
import { asJson, asText, exitCodeOf, listJson, listText } from './report.ts';
import { Baselines, run, type Numbered, type Reported } from './run.ts';

interface Options {
  readonly only?: readonly number[];
  readonly list?: true;
  readonly json?: true;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const options = new Command('sabotage')
  .description('Makes deliberate mistakes in a copy of the tree, one at a time, and shows which test notices each.')
  .option('--only <numbers>', 'these alone, several with commas', numbers)
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

async function sabotage({ only, list, json }: Options): Promise<number> {
  const all = sabotages.map((one, place): Numbered => ({ number: place + 1, sabotage: one }));
  const chosen = only ? all.filter(({ number }) => only.includes(number)) : all;
  if (list) {
    process.stdout.write(json ? listJson(chosen) : listText(chosen));
    return 0;
  }
  const signal = interruption();
  const copy = copyTree(root);
  try {
    const baselines = new Baselines(copy);
    const reported = await runAll(chosen, (one) => run(copy, one, baselines, signal));
    process.stdout.write(json ? asJson(reported) : asText(reported));
    return exitCodeOf(reported);
  } finally {
    copy.remove();
  }
}

async function runAll(chosen: readonly Numbered[], runOne: (one: Numbered) => Promise<Reported>): Promise<Reported[]> {
  const reported: Reported[] = [];
  const progress = showProgress(chosen.length, 'sabotages');
  try {
    for (const one of chosen) {
      reported.push(await runOne(one));
      progress.update(reported.length);
    }
  } finally {
    progress.stop();
  }
  return reported;
}

/** Aborted by SIGINT and SIGTERM, so that the copy and its processes are still removed. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort(new Error(`stopped by ${signal}`)));
  return controller.signal;
}

function numbers(text: string): number[] {
  const given = text.split(',').map(Number);
  if (!given.every((number) => Number.isInteger(number) && number >= 1 && number <= sabotages.length)) {
    throw new InvalidArgumentError(`It must be numbers from 1 to ${sabotages.length}.`);
  }
  return given;
}
