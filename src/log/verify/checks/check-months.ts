import type { Findings } from '../log-findings.ts';
import { places } from '../source/places.ts';

/**
 * Checks the months that entries are stored under; they decide when a retention removes an entry. Months must not
 * decrease with the number, and each must be near the entry's time.
 */
export class MonthCheck {
  readonly #findings: Findings;
  #latest = '';
  #before = '';
  #raisedBy = -1;
  #last = -1;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** @param at the time in the verified header, RFC 3339; undefined if no header was verified */
  add(number: number, month: string, at: unknown): void {
    if (at !== undefined && !isNear(month, at)) this.#findings.add('ENTRY_MONTH_FAR', places.entry(number));
    const previous = this.#last;
    this.#last = number;
    if (month < this.#latest) {
      // If only the previous entry has a later month, that one is wrong.
      const previousAlone = this.#raisedBy === previous && month >= this.#before;
      this.#findings.add('ENTRY_MONTH_BACK', places.entry(previousAlone ? previous : number));
      if (previousAlone) this.#latest = month;
      return;
    }
    if (month === this.#latest) return;
    this.#before = this.#latest;
    this.#latest = month;
    this.#raisedBy = number;
  }
}

/** Entries are numbered seconds after their time, so months differ by one at most, at the end of a month. */
function isNear(month: string, at: unknown): boolean {
  const numbered = /^(\d{4})-(\d\d)-01$/.exec(month);
  const requested = typeof at === 'string' ? /^(\d{4})-(\d\d)-/.exec(at) : null;
  return numbered !== null && requested !== null && Math.abs(indexOf(numbered) - indexOf(requested)) <= 1;
}

function indexOf([, year, month]: RegExpExecArray): number {
  return Number(year) * 12 + Number(month);
}
