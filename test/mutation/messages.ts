/** To the worker: run one test file of the working copy. */
export interface Order {
  readonly test: string;
}

/** From the worker: the result. */
export interface Outcome {
  readonly green: boolean;
  /** How many tests ran; 0 if the file did not load. */
  readonly tests: number;
  /** The first failure, for display. */
  readonly failure: string;
  /** The process' memory, in bytes. */
  readonly memory: number;
}
