/** The contenders that can be timed. */
export type ContenderName = 'plain' | 'shield' | 'gateway' | 'gateway+entry';

/** One way to serve the list, ready to be timed. */
export interface Contender {
  readonly name: ContenderName;
  /**
   * Answers the operation for that many rows.
   * @returns the answer's data
   * @throws Error if the answer has errors
   */
  answer(rows: number): Promise<unknown>;
  stop(): Promise<void>;
}
