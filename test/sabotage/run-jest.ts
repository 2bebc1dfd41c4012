import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { judge, type SuiteResult, type Verdict } from './judge.ts';

/** Milliseconds for all suites. */
const patienceForAll = 60 * 60_000;
/** Milliseconds for some: to build the pages and to start, and for each. One with a browser takes minutes on a busy machine. */
const patienceToStart = 10 * 60_000;
const patienceForEach = 5 * 60_000;
const graceMs = 5_000;
/** Characters of jest's last output that an error shows if jest gives no results. */
const shownOutput = 2_000;

/** These tests check the sabotages and mutants themselves, so they would fail for any mistake. */
const aboutMistakes = ['/test/sabotage/', '/test/mutation/'];

/** How jest runs. */
export interface JestRun {
  /** Test files relative to the copy; undefined: all except those about sabotages and mutants. */
  readonly suites: readonly string[] | undefined;
  /** A data directory with a filled PostgreSQL, to start a copy of; undefined: a PostgreSQL is filled by the code of the copy. */
  readonly prepared?: string | undefined;
  /** Whether suites run one after another, in the order given. */
  readonly inBand?: boolean;
  readonly signal: AbortSignal;
}

/** Jest broke down, as a mistake can make it. */
export class NoResults extends Error {}

/**
 * Runs jest in a copy, with a separate PostgreSQL, each suite up to its first test that fails.
 * @returns a verdict for each suite that ran
 * @throws NoResults if jest breaks down; TimeoutError if it takes too long
 */
export async function runJest(root: string, { suites, prepared, inBand = true, signal }: JestRun): Promise<Verdict[]> {
  const output = join(root, '.jest-results.json');
  rmSync(output, { force: true });
  const which = suites
    ? [...(inBand ? ['--runInBand'] : []), '--runTestsByPath', ...suites]
    : ['--testPathIgnorePatterns', ...aboutMistakes];
  // A mistake can leave a timer that would keep jest from ending.
  const options = ['--json', '--silent', '--no-watchman', '--forceExit', '--env', join(root, 'test/sabotage/first-failure.ts')];
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/jest/bin/jest.js'), ...options, '--cacheDirectory', join(root, '.jest'), '--outputFile', output, ...which],
    // A separate process group, so that workers and PostgreSQL end with it.
    { cwd: root, env: environment(root, prepared), stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let last = '';
  child.stderr?.on('data', (chunk: Buffer) => (last = (last + chunk.toString('utf8')).slice(-shownOutput)));
  const patience = suites ? patienceToStart + suites.length * patienceForEach : patienceForAll;
  await ended(child, AbortSignal.any([signal, AbortSignal.timeout(patience)]));
  if (!existsSync(output)) throw new NoResults(`jest gave no results\n${last.trim()}`);
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as { testResults: readonly SuiteResult[] };
  return testResults.map((result) => judge(root, result));
}

function environment(root: string, prepared: string | undefined): NodeJS.ProcessEnv {
  const { JEST_WORKER_ID: _worker, NTK_TEST_CLUSTER: _cluster, DATABASE_URL: _url, ...rest } = process.env;
  return {
    ...rest,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    NODE_COMPILE_CACHE: join(root, '.compiled'),
    ...(prepared !== undefined && { NTK_TEST_PREPARED: prepared }),
    FORCE_COLOR: '0',
  };
}

/** Waits until a process has ended, and ends it and its group at the limit. @throws the reason of the limit */
export async function ended(child: ChildProcess, limit: AbortSignal): Promise<void> {
  const stop = (): void => {
    endGroup(child, 'SIGTERM');
    setTimeout(() => endGroup(child, 'SIGKILL'), graceMs).unref();
  };
  limit.addEventListener('abort', stop, { once: true });
  try {
    await new Promise<void>((resolve, reject) => child.once('error', reject).once('close', () => resolve()));
  } finally {
    limit.removeEventListener('abort', stop);
  }
  limit.throwIfAborted();
}

function endGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // The group has already ended.
  }
}
