/** Distinct data subjects in one window. */
export interface Use {
  /** All counted data subjects. */
  readonly used: number;
  /** Those that this reading added, or would have added where the budgets do not hold it. */
  readonly added: number;
  readonly limit: number;
}

/** The state of both budgets after a reading. */
export interface Spent {
  /** Whether both budgets hold the reading; if not, nothing of it is counted. */
  readonly within: boolean;
  readonly hour: Use;
  readonly day: Use;
}
