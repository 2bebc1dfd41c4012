/** One place in a source file and its replacement. */
export interface Edit {
  /** Relative to the repository. */
  readonly file: string;
  /**
   * The anchor: code that occurs exactly once in the file. `$name` matches any identifier, so that the anchor
   * survives a renamed variable; line breaks and indentation inside it do not matter.
   */
  readonly from: string;
  /** The replacement; `$name` is the identifier that `from` matched. */
  readonly to: string;
}

/** A mistake that an engineer in a hurry could make, and the suites that should fail because of it. */
export interface Sabotage {
  /** The wrong behaviour, in one sentence. */
  readonly sentence: string;
  readonly edits: readonly Edit[];
  /** Test files relative to the repository, the likeliest first; if none of them fails, all suites run. */
  readonly tests: readonly string[];
}
