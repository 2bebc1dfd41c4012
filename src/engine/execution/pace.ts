/** Divides the execution of one operation into parts, between which others have their turn. */
export interface Pace {
  /** Called before synchronous work whose time is counted. */
  begin(): void;
  /** Counts the time since `begin` or the last count. */
  count(): void;
  /** Whether others must have their turn before more work is begun. */
  readonly mustYield: boolean;
  /** Resolves when it is the operation's turn again. @throws what ends the operation, if it is over by then */
  yield(): Promise<void>;
}

/** The pace of an operation that is executed without a pause. */
export const noPause: Pace = { begin() {}, count() {}, mustYield: false, async yield() {} };
