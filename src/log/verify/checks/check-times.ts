import { longestLag } from '../../proofs/receipt.ts';
import type { Findings } from '../log-findings.ts';
import { places } from '../source/places.ts';

interface High {
  readonly number: number;
  /** POSIX milliseconds. */
  readonly at: number;
}

/**
 * Checks the times in the headers against the order of the numbers. An entry is numbered within the longest permitted delay, so its time
 * lags behind no earlier entry's by more, however long the sequencer was gone: it numbers the oldest first. A time that is further back
 * was made up, and so was one that is ahead of all that follows.
 */
export class TimeCheck {
  readonly #findings: Findings;
  // The latest two: if only one stands out, that one is ahead.
  #latest: High | undefined;
  #second: High | undefined;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** @param time in the verified header, RFC 3339 */
  add(number: number, time: string): void {
    const at = Date.parse(time);
    if (this.#latest && this.#latest.at - at > longestLag * 1_000) {
      const isAlone = !this.#second || this.#second.at - at <= longestLag * 1_000;
      this.#findings.add(isAlone ? 'ENTRY_TIME_AHEAD' : 'ENTRY_TIME_BACK', places.entry(isAlone ? this.#latest.number : number));
      if (!isAlone) return;
      this.#latest = this.#second;
      this.#second = undefined;
    }
    if (!this.#latest || at >= this.#latest.at) {
      this.#second = this.#latest;
      this.#latest = { number, at };
    } else if (!this.#second || at > this.#second.at) this.#second = { number, at };
  }
}
