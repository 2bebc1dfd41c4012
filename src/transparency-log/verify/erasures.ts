import { parseDecimal } from '../decimal.ts';
import type { Findings } from './log-findings.ts';
import { places } from './places.ts';
import type { Erased } from './verification.ts';

interface Range {
  readonly first: number;
  last: number;
}

interface Claim extends Range {
  /** Of an opening; undefined: the claim is about entries. */
  readonly ordinal?: number;
  readonly by: number | string;
}

/** Of an entry's ordinals; with `largestNumber` it leaves room for both in one number. */
const mostOrdinals = 2 ** 20;
const largestNumber = 2 ** 33 - 1;

/**
 * What is missing, and what the log itself says it took out. The saying entry comes after what it
 * erased, so which is which is known at the end alone.
 */
export class Erasures {
  readonly #entries: Range[] = [];
  // A number each, as there can be millions: entry × 2²⁰ + ordinal.
  readonly #openings: number[] = [];
  readonly #claims: Claim[] = [];

  /** Numbers ascend. */
  missingEntry(number: number): void {
    const last = this.#entries.at(-1);
    if (last?.last === number - 1) last.last = number;
    else this.#entries.push({ first: number, last: number });
  }

  /** Entries ascend, and ordinals in them. */
  missingOpening(number: number, ordinal: number): void {
    this.#openings.push(number * mostOrdinals + ordinal);
  }

  /**
   * Takes down what a verified header says was taken out of the log; whatever is not of that form says nothing.
   * @param before an entry can have erased only what came before it
   */
  claim(erases: readonly string[], by: number | string, before: number): void {
    for (const text of erases) {
      const [, first = '', sign, second = ''] = /^(\d+)([-/])(\d+)$/.exec(text) ?? [];
      const from = parseDecimal(first, BigInt(largestNumber));
      const to = parseDecimal(second, BigInt(largestNumber));
      if (from === undefined || to === undefined || Number(from) >= before) continue;
      if (sign === '/') {
        // One too large would, in the one number, be an opening of a later entry.
        if (Number(to) < mostOrdinals) this.#claims.push({ first: Number(from), last: Number(from), ordinal: Number(to), by });
      } else if (from <= to && Number(to) < before) this.#claims.push({ first: Number(from), last: Number(to), by });
    }
  }

  /**
   * Compares both.
   * @param firstNumber from where the log is said to be complete; undefined where the source doesn't say
   * @returns what was erased, and the number below which a retention accounts for an entry's absence
   */
  settle(findings: Findings, firstNumber: number): { readonly erased: readonly Erased[]; readonly purged: number } {
    const erased: Erased[] = [];
    // Retention takes the oldest. Somebody who claims a later range, or none but the end of one, hides what he took.
    let purged = 0;
    for (const claim of this.#claims.filter(({ ordinal }) => ordinal === undefined).toSorted((a, b) => a.first - b.first)) {
      if (claim.first > purged) findings.add('RETENTION_GAP', placeOf(claim.by));
      else {
        purged = Math.max(purged, claim.last + 1);
        erased.push(...this.#checkGone(claim, findings));
      }
    }
    if (purged !== firstNumber) findings.add('COVERAGE_WRONG', places.coverage);
    return { erased: [...erased, ...this.#settleOpenings(findings)], purged };
  }

  #checkGone({ first, last, by }: Claim, findings: Findings): Erased[] {
    const range = this.#rangeOf(first);
    if (!range || range.last < last) findings.add('ERASURE_UNDONE', places.entry(range ? range.last + 1 : first));
    return [{ place: `entries ${first} to ${last}`, by }];
  }

  #settleOpenings(findings: Findings): Erased[] {
    const claims = new Map<number, Claim>();
    for (const claim of this.#claims) if (claim.ordinal !== undefined) claims.set(claim.first * mostOrdinals + claim.ordinal, claim);
    const erased: Erased[] = [];
    const met = new Set<number>();
    for (const code of this.#openings) {
      const [number, ordinal] = [Math.floor(code / mostOrdinals), code % mostOrdinals];
      const claim = claims.get(code);
      if (claim) {
        met.add(code);
        erased.push({ place: places.opening(number, ordinal), by: claim.by });
      } else findings.add('OPENING_REMOVED', places.opening(number, ordinal));
    }
    // Past retention the whole entry is gone, and is not among the missing openings.
    for (const [code, { first, ordinal }] of claims)
      if (!met.has(code) && !this.#rangeOf(first)) findings.add('ERASURE_UNDONE', places.opening(first, ordinal!));
    return erased;
  }

  /** The range of missing entries that the number is in. */
  #rangeOf(number: number): Range | undefined {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle]!.last < number) low = middle + 1;
      else high = middle;
    }
    const range = this.#entries[low];
    return range && holds(range, number) ? range : undefined;
  }

  /** Ranges of missing entries, ascending. */
  get missing(): readonly Readonly<Range>[] {
    return this.#entries;
  }
}

function placeOf(by: number | string): string {
  return typeof by === 'number' ? places.entry(by) : places.staged(by);
}

function holds({ first, last }: Range, number: number): boolean {
  return first <= number && number <= last;
}
