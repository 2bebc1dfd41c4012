import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeMutants, type Mutant } from './mutants.ts';
import { runMutant, type Verdict } from './run-mutant.ts';
import type { Target } from './targets.ts';
import { TestProcess } from './test-process.ts';
import type { WorkingCopy } from './working-copy.ts';

/** The outcomes of the mutants of one file. */
export interface FileScore {
  readonly target: Target;
  readonly verdicts: readonly Verdict[];
}

/** Receives the progress of a run. */
export interface Listener {
  /** @param total the number of mutants of all files */
  start(total: number): void;
  begin(file: string): void;
  tick(): void;
  /** All mutants of a file have run. */
  end(score: FileScore): void;
}

interface Job {
  readonly target: Target;
  readonly original: string;
  readonly mutants: readonly Mutant[];
  readonly verdicts: Verdict[];
}

/**
 * Makes and runs every mutant of the targets.
 * @param copies identical copies of the repository; each runs one mutant at a time
 * @param stop ends the run between two mutants
 * @throws Error if the run is stopped, or a test fails without a mutant or runs nothing
 */
export async function runAll(
  copies: readonly WorkingCopy[],
  targets: readonly Target[],
  listener: Listener,
  stop: AbortSignal,
): Promise<readonly FileScore[]> {
  const jobs = targets.map((target): Job => {
    const original = readFileSync(join(copies[0]!.root, target.file), 'utf8');
    return { target, original, mutants: makeMutants(target.file, original), verdicts: [] };
  });
  const waiting = jobs.flatMap((job) => job.mutants.map((mutant) => ({ job, mutant })));
  listener.start(waiting.length);
  const proven = new Map<string, Promise<number>>();
  await Promise.all(copies.map(work));
  return jobs.map(({ target, verdicts }) => ({ target, verdicts }));

  async function work(copy: WorkingCopy): Promise<void> {
    const process = new TestProcess(copy.root);
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        stop.throwIfAborted();
        const { job, mutant } = next;
        if (mutant === job.mutants[0]) listener.begin(job.target.file);
        const verdict = await runMutant(copy, process, mutant, await mostEffectiveFirst(job, process), job.original);
        job.verdicts.push(verdict);
        listener.tick();
        if (job.verdicts.length === job.mutants.length) listener.end(job);
      }
    } finally {
      process.stop();
      waiting.length = 0;
    }
  }

  /** Sorts the tests by the mutants of the file that they have killed per time, most first. */
  async function mostEffectiveFirst({ target, verdicts }: Job, process: TestProcess): Promise<readonly string[]> {
    const worth = new Map<string, number>();
    for (const test of target.tests) {
      const kills = verdicts.filter(({ killedBy }) => killedBy === test).length;
      worth.set(test, (kills + 1) / (await (proven.get(test) ?? checkWithoutMutant(test, process))));
    }
    return target.tests.toSorted((one, other) => worth.get(other)! - worth.get(one)!);
  }

  /**
   * Checks a test without a mutant: one that fails would kill every mutant, and one that runs nothing would kill none.
   * @returns its duration in milliseconds
   */
  function checkWithoutMutant(test: string, process: TestProcess): Promise<number> {
    const begun = performance.now();
    const proof = process.run(test).then((ending) => {
      if (typeof ending === 'string') throw new Error(`${test}: ${ending} without a mutant`);
      if (!ending.green || ending.tests === 0) throw new Error(`${test} is not green without a mutant:\n${ending.failure}`);
      return performance.now() - begun;
    });
    proven.set(test, proof);
    return proof;
  }
}
