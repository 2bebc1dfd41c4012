import type { Mutant } from './mutants.ts';
import type { TestProcess } from './test-process.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What became of a mutant. */
export interface Verdict {
  readonly mutant: Mutant;
  /** The test file that noticed; undefined: none did. */
  readonly killedBy: string | undefined;
  /** `time-out`: it never came to an end. `died`: it took the process down, twice. */
  readonly how: 'red' | 'time-out' | 'died' | 'survived';
}

/**
 * Lets a file's tests look at a mutant, until one notices.
 * @param tests in the order in which they run
 * @param original the file's right text, which is put back
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
      // Once can be a chance of the machine's.
      if (ending === 'died') ending = await process.run(test);
      if (typeof ending === 'string') return { mutant, killedBy: test, how: ending };
      if (!ending.green) return { mutant, killedBy: test, how: 'red' };
    }
    return { mutant, killedBy: undefined, how: 'survived' };
  } finally {
    copy.write(mutant.file, original);
  }
}
