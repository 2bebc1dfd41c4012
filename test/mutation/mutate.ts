import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { createProgress, type Progress } from '../../bench/progress.ts';
import { asText, makeReport } from './report.ts';
import { runAll, type FileScore } from './run-all.ts';
import { readExplanations, reckon } from './survivors.ts';
import { findTargets, type Target } from './targets.ts';
import { copyRepository } from './working-copy.ts';

interface Options {
  readonly only?: readonly string[];
  readonly workers: number;
  readonly json?: true;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const options = new Command('mutate')
  .description(
    'Gets the pure parts of the gateway wrong in every way that it knows, one at a time, and says which mistakes no test notices.',
  )
  .option('--only <path...>', 'mutate these files and folders alone; each explanation is held against its own file')
  .option('--workers <number>', 'how many mutants run at a time', wholeNumber, 2)
  .option('--json', 'print the report as JSON')
  .addHelpText('after', '\nExit code 0: enough are killed and every survivor is explained; 1: not; 2: it could not run.')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Options>();

try {
  process.exitCode = await mutate(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function mutate({ only, workers, json }: Options): Promise<number> {
  // Everything is read from the first copy, since somebody may be at work on the original.
  const first = copyRepository(root);
  const copies = [first, ...Array.from({ length: workers - 1 }, () => copyRepository(first.root))];
  let stopDatabase: (() => Promise<void>) | undefined;
  let progress: Progress | undefined;
  try {
    const targets = chosen(findTargets(first.root), only);
    if (targets.some(({ needsDatabase }) => needsDatabase)) stopDatabase = await startDatabase();
    const listener = {
      start: (total: number) => (progress = createProgress(total)),
      begin: (file: string) => progress?.begin(file),
      tick: () => progress?.tick(),
      end: tell,
    };
    const scores = await runAll(copies, targets, listener, interruption());
    const report = makeReport(scores, reckon(scores, readExplanations()));
    progress?.end();
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : asText(report));
    return report.passed ? 0 : 1;
  } finally {
    for (const copy of copies) copy.remove();
    await stopDatabase?.();
  }
}

/** A line for each file, where no bar is shown: a long run can be stopped and still have told something. */
function tell({ target, verdicts }: FileScore): void {
  if (process.stderr.isTTY) return;
  const killed = verdicts.filter(({ how }) => how !== 'survived').length;
  process.stderr.write(`${target.file}: ${killed} of ${verdicts.length} killed\n`);
}

/** Aborted when somebody stops the command, so that copies and database are still taken away. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort(new Error(`stopped by ${signal}`)));
  return controller.signal;
}

/** The PostgreSQL of a test run, once for all mutants; the workers learn of it from the environment. */
async function startDatabase(): Promise<() => Promise<void>> {
  const { default: setUp } = await import('../setup/global-setup.ts');
  const { default: tearDown } = await import('../setup/global-teardown.ts');
  await setUp();
  return tearDown;
}

function chosen(targets: readonly Target[], only: readonly string[] | undefined): readonly Target[] {
  if (!only) return targets;
  const within = (file: string, path: string): boolean => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`);
  const unknown = only.filter((path) => !targets.some(({ file }) => within(file, path)));
  if (unknown.length > 0) throw new Error(`not among the files that are mutated: ${unknown.join(', ')}`);
  return targets.filter(({ file }) => only.some((path) => within(file, path)));
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 99.');
  return Number(text);
}
