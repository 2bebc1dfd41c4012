/**
 * Waits for some work, but not longer than a deadline.
 * @returns whether it ended in time. Late work continues, and its failure is ignored
 * @throws the error of work that failed in time
 */
export async function isInTime(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const ended = work.then(() => true);
  ended.catch(() => undefined);
  return Promise.race([ended, late]).finally(() => clearTimeout(timer));
}
