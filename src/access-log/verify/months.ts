import type { Findings } from './findings.ts';
import { places } from './places.ts';

/** Holds the months of entries in the order of their numbers: a month never goes back. */
export class Months {
  readonly #findings: Findings;
  #latest = '';
  #before = '';
  #raisedBy = -1;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  add(number: number, month: string): void {
    if (month < this.#latest) {
      // Where the entry before alone stands out, it is the one that was put elsewhere.
      const lone = this.#raisedBy === number - 1 && month >= this.#before;
      this.#findings.add('ENTRY_MONTH_BACK', places.entry(lone ? number - 1 : number));
      if (lone) this.#latest = month;
      return;
    }
    if (month === this.#latest) return;
    this.#before = this.#latest;
    this.#latest = month;
    this.#raisedBy = number;
  }
}
