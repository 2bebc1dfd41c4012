import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ended } from '../sabotage/run-jest.ts';
import type { SuiteResult } from '../sabotage/judge.ts';
import { passingName, type Passing } from './environment.ts';
import { ahead, withClock } from './faked-clock.ts';
import type { Moment } from './moments.ts';

/** Milliseconds for all suites at one moment. */
const patience = 2 * 60 * 60_000;
/** Characters of Jest's last output that an error shows if Jest gives no results. */
const shownOutput = 2_000;

/** The results of the suites at a moment. */
export interface Outcome {
  readonly moment: Moment;
  readonly suites: number;
  readonly passed: number;
  readonly seconds: number;
  readonly failures: readonly Failure[];
}

/** A test that failed, or a suite that could not run. */
interface Failure {
  readonly suite: string;
  readonly test: string;
  readonly because: string;
}

/** How long each suite takes, in milliseconds by its path. Every run fills it. */
export type Durations = Record<string, number>;

interface Options {
  readonly root: string;
  readonly library: string;
  readonly workers: number;
  readonly durations: Durations;
  readonly signal: AbortSignal;
}

interface JestResults {
  readonly numPassedTests: number;
  readonly testResults: readonly (SuiteResult & { readonly startTime: number; readonly endTime: number })[];
}

/**
 * Runs suites with Jest, Node and PostgreSQL at a moment. Where an instant passes within each suite, each worker is a Jest with a clock and a
 * PostgreSQL of its own, and runs one suite after the other, because each has the clock set again.
 * @throws Error if Jest gives no results
 */
export async function runAt(moment: Moment, suites: readonly string[], options: Options): Promise<Outcome> {
  const begun = performance.now();
  const parts = moment.passes === undefined ? [suites] : shared(suites, options);
  const runs = await Promise.all(parts.map((part) => runPart(moment, part, options)));
  const testResults = runs.flatMap((run) => run.testResults);
  return {
    moment,
    suites: testResults.length,
    passed: runs.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0),
    seconds: Math.round((performance.now() - begun) / 1_000),
    failures: testResults.flatMap((result) => failuresOf(options.root, result)),
  };
}

/** The suites shared out to workers, so that all take about as long. */
function shared(suites: readonly string[], { workers, durations }: Options): readonly (readonly string[])[] {
  const longestFirst = suites.toSorted((one, other) => (durations[other] ?? 0) - (durations[one] ?? 0));
  const parts = Array.from({ length: workers }, (_, worker) => longestFirst.filter((_suite, at) => at % workers === worker));
  return parts.filter((part) => part.length > 0);
}

async function runPart(
  moment: Moment,
  suites: readonly string[],
  { root, library, workers, durations, signal }: Options,
): Promise<JestResults> {
  const directory = mkdtempSync(join(tmpdir(), 'ntk-clock-'));
  // As root, PostgreSQL runs under another account.
  chmodSync(directory, 0o755);
  try {
    const [clock, output] = [join(directory, 'clock'), join(directory, 'results.json')];
    const seconds = (moment.at.getTime() - Date.now()) / 1_000;
    const passing = moment.passes === undefined ? undefined : passingAt(moment, moment.passes, clock, durations);
    // The state prepared for all suites is from an hour before.
    writeFileSync(clock, ahead(seconds - 3_600));
    const env = {
      ...withoutClusters(process.env),
      ...withClock(library, passing ? { file: clock } : seconds, moment.timeZone),
      ...(passing && { [passingName]: JSON.stringify(passing) }),
      NODE_OPTIONS: `--experimental-vm-modules --disable-warning=ExperimentalWarning --max-semi-space-size=64 --import=${join(root, 'test/clock/postgres-clock.ts')}`,
      FORCE_COLOR: '0',
    };
    const own = ['--json', '--silent', '--no-watchman', '--outputFile', output, '--env', join(root, 'test/clock/environment.ts')];
    const given = [...own, `--maxWorkers=${passing ? 1 : workers}`, '--runTestsByPath', ...suites];
    const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...given], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, so that workers and PostgreSQL end with it.
      detached: true,
    });
    let last = '';
    child.stderr.on('data', (chunk: Buffer) => (last = (last + chunk.toString()).slice(-shownOutput)));
    await ended(child, AbortSignal.any([signal, AbortSignal.timeout(patience)]));
    const { exitCode, signalCode } = child;
    if (!existsSync(output)) throw new Error(`Jest gave no results at ${moment.name} (${signalCode ?? exitCode})\n${last.trim()}`);
    const results = JSON.parse(readFileSync(output, 'utf8')) as JestResults;
    if (!passing) for (const { name, startTime, endTime } of results.testResults) durations[relative(root, name)] = endTime - startTime;
    return results;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function passingAt({ at }: Moment, part: number, clock: string, durations: Durations): Passing {
  const after = Object.entries(durations).map(([suite, duration]) => [suite, Math.round(part * duration)]);
  return { clock, at: at.getTime(), after: Object.fromEntries(after) };
}

/** Without the settings of a run of Jest that this is part of, and without a server whose clock is not set. */
function withoutClusters(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { JEST_WORKER_ID: _worker, NTK_TEST_CLUSTER: _cluster, DATABASE_URL: _url, ...rest } = environment;
  return rest;
}

function failuresOf(root: string, { name, status, message, assertionResults }: SuiteResult): readonly Failure[] {
  if (status !== 'failed') return [];
  const suite = relative(root, name);
  const failed = assertionResults.filter((result) => result.status === 'failed');
  if (failed.length === 0) return [{ suite, test: 'the suite', because: stripVTControlCharacters(message).trim() }];
  return failed.map(({ fullName, failureMessages }) => ({
    suite,
    test: fullName,
    because: stripVTControlCharacters((failureMessages ?? []).join('\n')).trim(),
  }));
}
