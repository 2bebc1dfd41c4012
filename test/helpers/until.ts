import { expect } from '@jest/globals';

/** Milliseconds between two looks. */
const pause = 10;
/** Milliseconds after which what was waited for does not come. */
const patience = 20_000;

/**
 * Waits until something is so.
 * @throws what an expectation throws, if it does not become so
 */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) expect(isSo.toString()).toBe('so by now');
    await new Promise((done) => setTimeout(done, pause));
  }
}
