import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { showProgress, type Progress } from '../../scripts/progress.ts';
import { asText, makeReport } from './report.ts';
import { runAll, type FileScore } from './run-all.ts';
import { compareSurvivors, readExplanations } from './survivors.ts';
import { findTargets, type Target } from './targets.ts';
import { copyRepository } from './working-copy.ts';

interface Options {
  readonly only?: readonly string[];
  readonly workers: number;
  readonly json?: true;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const options = new Command('mutate')
  .description('Changes the pure parts of the gateway, one place at a time, and reports the changes that no test notices.')
  .option('--only <path...>', 'mutate only these files and folders')
  .option('--workers <number>', 'how many mutants run in parallel', wholeNumber, 2)
  .option('--json', 'print the report as JSON')
  .addHelpText('after', '\nExit code 0: enough mutants are killed and every survivor has a reason; 1: not; 2: it could not run.')
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
  // Everything is read from the first copy, because the original may change meanwhile.
  const first = copyRepository(root);
  const copies = [first, ...Array.from({ length: workers - 1 }, () => copyRepository(first.root))];
  let stopDatabase: (() => Promise<void>) | undefined;
  let progress: Progress | undefined;
  try {
    const targets = chosen(findTargets(first.root), only);
    if (targets.some(({ needsDatabase }) => needsDatabase)) stopDatabase = await startDatabase();
    const listener = {
      start: (total: number) => (progress = showProgress(total, 'mutants')),
      begin: (file: string) => progress?.begin(file),
      tick: () => progress?.tick(),
      end: printScore,
    };
    const scores = await runAll(copies, targets, listener, interruption());
    const report = makeReport(scores, compareSurvivors(scores, readExplanations()));
    progress?.stop();
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : asText(report));
    return report.passed ? 0 : 1;
  } finally {
    for (const copy of copies) copy.remove();
    await stopDatabase?.();
  }
}

/** Prints a file's score and survivors when there is no progress bar, so that a stopped run still has a result. */
function printScore({ target, verdicts }: FileScore): void {
  if (process.stderr.isTTY) return;
  const survived = verdicts.filter(({ how }) => how === 'survived');
  const lines = survived.map(({ mutant: { line, place, change } }) => `  ${line}  ${place}: ${change}\n`);
  process.stderr.write(`${target.file}: ${verdicts.length - survived.length} of ${verdicts.length} killed\n${lines.join('')}`);
}

/** Aborted by SIGINT and SIGTERM, so that the copies and the database are still removed. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort(new Error(`stopped by ${signal}`)));
  return controller.signal;
}

/** Starts the PostgreSQL of a test run, once for all mutants; the workers find it through the environment. */
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
  if (unknown.length > 0) throw new Error(`these files are not mutated: ${unknown.join(', ')}`);
  return targets.filter(({ file }) => only.some((path) => within(file, path)));
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 99.');
  return Number(text);
}
