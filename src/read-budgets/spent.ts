/** Distinct data subjects of one window. */
export interface Use {
  /** All that are counted. */
  readonly used: number;
  /** Those of them that this reading added; where it was not within, those that it would have added. */
  readonly added: number;
  readonly limit: number;
}

/** What a reading came to. */
export interface Spent {
  /** Whether both budgets hold it; if not, nobody of it is counted. */
  readonly within: boolean;
  readonly hour: Use;
  readonly day: Use;
}
