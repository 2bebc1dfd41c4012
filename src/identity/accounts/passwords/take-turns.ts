/** Work that was not begun, because others were before it. */
export type TurnResult<Result> = { readonly result: Result } | 'OVERDUE';

/**
 * Runs work in turns: so many at once, and those who ask take turns, however much each of them asks for. Hashing a password occupies a
 * processor and memory, and must leave both to those who read.
 */
export interface Turns {
  /**
   * @param holder whose work it is: the work of one is done in the order of asking
   * @returns OVERDUE if too many wait, or the turn did not come in time: then the work was not begun
   */
  run<Result>(holder: string, work: () => Promise<Result>): Promise<TurnResult<Result>>;
}

/** How much is done at once, and waits. */
export interface TurnBounds {
  readonly atOnce: number;
  /** How much may wait. Beyond it, the one who has the most waiting loses the latest of it. */
  readonly most: number;
  /** How much of one may wait. */
  readonly mostOfOne: number;
  /** Milliseconds of a wait. */
  readonly longest: number;
}

/** Ends a wait. @param isTurn whether the work begins */
type End = (isTurn: boolean) => void;

export function takeTurns({ atOnce, most, mostOfOne, longest }: TurnBounds): Turns {
  let running = 0;
  let waiting = 0;
  /** In the order of their next turns. */
  const lines = new Map<string, Set<End>>();
  const wait = (holder: string): Promise<boolean> =>
    new Promise((resolve) => {
      const line = lines.get(holder) ?? new Set();
      const end: End = (isTurn) => {
        clearTimeout(timer);
        waiting -= 1;
        line.delete(end);
        if (line.size === 0) lines.delete(holder);
        resolve(isTurn);
      };
      const timer = setTimeout(() => end(false), longest).unref();
      waiting += 1;
      lines.set(holder, line.add(end));
    });
  /** Makes room for one more of a holder. @returns whether there is */
  const makeRoom = (holder: string): boolean => {
    const own = lines.get(holder)?.size ?? 0;
    if (own >= mostOfOne) return false;
    if (waiting < most) return true;
    const longestLine = [...lines.values()].reduce((found, line) => (line.size > found.size ? line : found));
    if (longestLine.size <= own + 1) return false;
    [...longestLine].at(-1)!(false);
    return true;
  };
  /** @returns whether another one goes on */
  const goOn = (): boolean => {
    const [next] = lines;
    if (!next) return false;
    const [holder, line] = next;
    const [begin] = line;
    begin!(true);
    // Whose turn it was comes last now.
    if (lines.delete(holder)) lines.set(holder, line);
    return true;
  };
  return {
    async run(holder, work) {
      if (running < atOnce) running += 1;
      // The one that ends leaves its place to the next: `running` stays.
      else if (!makeRoom(holder) || !(await wait(holder))) return 'OVERDUE';
      try {
        return { result: await work() };
      } finally {
        if (!goOn()) running -= 1;
      }
    },
  };
}
