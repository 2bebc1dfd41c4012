/** One place of the source and what a mistake makes of it. */
export interface Edit {
  /** From the repository's top. */
  readonly file: string;
  /** The anchor: text that stands exactly once in the file. */
  readonly from: string;
  readonly to: string;
}

/** A mistake that a hurried engineer could make, and the suites that should notice it. */
export interface Sabotage {
  /** What is wrong afterwards, in one sentence. */
  readonly sentence: string;
  readonly edits: readonly Edit[];
  /** Test files from the repository's top, the likeliest first; if none of them notices, all are asked. */
  readonly tests: readonly string[];
}
