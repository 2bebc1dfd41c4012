import type { Mutant } from './mutants.ts';
import type { TestProcess } from './test-process.ts';
import type { WorkingCopy } from './working-copy.ts';

/** The outcome of a mutant. */
export interface Verdict {
  readonly mutant: Mutant;
  /** The test file that failed; undefined if none did. */
  readonly killedBy: string | undefined;
  /** `time-out`: a test did not end. `died`: the process ended, twice. */
  readonly how: 'red' | 'time-out' | 'died' | 'survived';
}

/**
 * Runs a file's tests on a mutant until one fails.
 * @param tests in the order in which they run
 * @param original the file's original text, which is restored
 */
export async function runMutant(
  copy: WorkingCopy,
  process: TestProcess,
  mutant: Mutant,
  tests: readonly string[],
  original: string,
): Promise<Verdict> {
  copy.write(mutant.file, mutant.text);
  try {
    for (const test of tests) {
      let ending = await process.run(test);
      // A single time can be a coincidence.
      if (ending === 'died') ending = await process.run(test);
      if (typeof ending === 'string') return { mutant, killedBy: test, how: ending };
      if (!ending.green) return { mutant, killedBy: test, how: 'red' };
    }
    return { mutant, killedBy: undefined, how: 'survived' };
  } finally {
    copy.write(mutant.file, original);
  }
}
