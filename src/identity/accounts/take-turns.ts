/** Work that was not begun, because others were before it. */
export type TurnResult<Result> = { readonly result: Result } | 'OVERDUE';

/**
 * Runs work in turns: so many at once, in the order of asking. Hashing a password occupies a processor and memory, and must leave
 * both to those who read.
 */
export interface Turns {
  /** @returns OVERDUE if too many wait, or the turn did not come in time: then the work was not begun */
  run<Result>(work: () => Promise<Result>): Promise<TurnResult<Result>>;
}

/**
 * @param atOnce how much work runs at once
 * @param most how much may wait
 * @param longest milliseconds of a wait
 */
export function takeTurns(atOnce: number, most: number, longest: number): Turns {
  let running = 0;
  const waiting = new Set<() => void>();
  const wait = (): Promise<boolean> =>
    new Promise((resolve) => {
      const begin = (): void => {
        clearTimeout(timer);
        waiting.delete(begin);
        resolve(true);
      };
      const timer = setTimeout(() => {
        waiting.delete(begin);
        resolve(false);
      }, longest).unref();
      waiting.add(begin);
    });
  return {
    async run(work) {
      if (running < atOnce) running += 1;
      // The one that ends leaves its place to the next: `running` stays.
      else if (waiting.size >= most || !(await wait())) return 'OVERDUE';
      try {
        return { result: await work() };
      } finally {
        const [next] = waiting;
        if (next) next();
        else running -= 1;
      }
    },
  };
}
