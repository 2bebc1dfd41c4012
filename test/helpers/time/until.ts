/** Milliseconds between two looks. */
const pause = 10;
/** Milliseconds after which what was waited for does not come. */
const usualPatience = 20_000;
/** The same where processes start, which takes long on a busy machine. */
export const startPatience = 60_000;

/**
 * Waits until something is so.
 * @throws Error if it does not become so
 */
export async function until(isSo: () => boolean | Promise<boolean>, patience = usualPatience): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not so by now: ${isSo.toString()}`);
    await new Promise((done) => setTimeout(done, pause));
  }
}
