import type { Findings } from './log-findings.ts';
import { places } from './places.ts';

/**
 * Holds the months that entries are stored under, which say when they are past their retention: in the order of
 * their numbers a month never goes back, and it is that of the numbering, which follows the entry's time.
 */
export class MonthCheck {
  readonly #findings: Findings;
  #latest = '';
  #before = '';
  #raisedBy = -1;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** @param at the verified header's time, RFC 3339; undefined where no header was verified */
  add(number: number, month: string, at: unknown): void {
    if (at !== undefined && !isNear(month, at)) this.#findings.add('ENTRY_MONTH_FAR', places.entry(number));
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

/** An entry is numbered seconds after its time, so one month is more than two clocks and a month's end need. */
function isNear(month: string, at: unknown): boolean {
  const numbered = /^(\d{4})-(\d\d)-01$/.exec(month);
  const asked = typeof at === 'string' ? /^(\d{4})-(\d\d)-/.exec(at) : null;
  return numbered !== null && asked !== null && Math.abs(indexOf(numbered) - indexOf(asked)) <= 1;
}

function indexOf([, year, month]: RegExpExecArray): number {
  return Number(year) * 12 + Number(month);
}
