/** From the mutator to its worker: run one test file of the working copy. */
export interface Order {
  readonly test: string;
}

/** From the worker: how it went. */
export interface Outcome {
  readonly green: boolean;
  /** How many tests ran; none where the file did not load. */
  readonly tests: number;
  /** What failed first, for people. */
  readonly failure: string;
  /** What the process holds by now, in bytes. */
  readonly memory: number;
}
