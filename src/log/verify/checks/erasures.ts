import { parseDecimal } from '../../encoding/decimal.ts';
import type { Findings } from '../log-findings.ts';
import { places } from '../source/places.ts';
import type { Erased } from '../verification.ts';

interface Range {
  readonly first: number;
  last: number;
}

interface Claim extends Range {
  /** Of a segment; undefined: the claim is about entries. */
  readonly ordinal?: number;
  readonly by: number | string;
}

/** More than an entry's ordinals. A number up to `largestNumber` and an ordinal fit into one JavaScript number. */
const mostOrdinals = 2 ** 20;
const largestNumber = 2 ** 33 - 1;

/**
 * Collects what is missing and what later entries claim to have erased. The two are compared at the end, because an
 * entry comes after what it erased.
 */
export class Erasures {
  readonly #entries: Range[] = [];
  // There can be millions, so each is one number: entry × 2²⁰ + ordinal.
  readonly #segments: number[] = [];
  readonly #claims: Claim[] = [];

  /** Must be called in ascending order. */
  missingEntry(number: number): void {
    const last = this.#entries.at(-1);
    if (last?.last === number - 1) last.last = number;
    else this.#entries.push({ first: number, last: number });
  }

  /** Must be called in ascending order of numbers, then ordinals. */
  missingSegment(number: number, ordinal: number): void {
    this.#segments.push(number * mostOrdinals + ordinal);
  }

  /**
   * Records what a verified header claims to have erased. Claims of another form are ignored.
   * @param before an entry can erase only lower numbers than this
   */
  claim(erases: readonly string[], by: number | string, before: number): void {
    for (const text of erases) {
      const [, first = '', sign, second = ''] = /^(\d+)([-/])(\d+)$/.exec(text) ?? [];
      const from = parseDecimal(first, BigInt(largestNumber));
      const to = parseDecimal(second, BigInt(largestNumber));
      if (from === undefined || to === undefined || Number(from) >= before) continue;
      if (sign === '/') {
        // A larger ordinal would be read as a segment of a later entry.
        if (Number(to) < mostOrdinals) this.#claims.push({ first: Number(from), last: Number(from), ordinal: Number(to), by });
      } else if (from <= to && Number(to) < before) this.#claims.push({ first: Number(from), last: Number(to), by });
    }
  }

  /**
   * Compares what is missing with the claims.
   * @param firstNumber the number from which the log claims to be complete
   * @returns what was erased, and the number below which a retention accounts for missing entries
   */
  report(findings: Findings, firstNumber: number): { readonly erased: readonly Erased[]; readonly purged: number } {
    const erased: Erased[] = [];
    // A retention removes the oldest entries. A claim that leaves a gap would hide a removal.
    let purged = 0;
    for (const claim of this.#claims.filter(({ ordinal }) => ordinal === undefined).toSorted((a, b) => a.first - b.first)) {
      if (claim.first > purged) findings.add('RETENTION_GAP', placeOf(claim.by));
      else {
        purged = Math.max(purged, claim.last + 1);
        erased.push(...this.#checkGone(claim, findings));
      }
    }
    if (purged !== firstNumber) findings.add('COVERAGE_WRONG', places.coverage);
    return { erased: [...erased, ...this.#reportSegments(findings)], purged };
  }

  #checkGone({ first, last, by }: Claim, findings: Findings): Erased[] {
    const range = this.#rangeOf(first);
    if (!range || range.last < last) findings.add('ERASURE_UNDONE', places.entry(range ? range.last + 1 : first));
    return [{ place: `entries ${first} to ${last}`, by }];
  }

  #reportSegments(findings: Findings): Erased[] {
    const claims = new Map<number, Claim>();
    for (const claim of this.#claims) if (claim.ordinal !== undefined) claims.set(claim.first * mostOrdinals + claim.ordinal, claim);
    const erased: Erased[] = [];
    const met = new Set<number>();
    for (const code of this.#segments) {
      const [number, ordinal] = [Math.floor(code / mostOrdinals), code % mostOrdinals];
      const claim = claims.get(code);
      if (claim) {
        met.add(code);
        erased.push({ place: places.segment(number, ordinal), by: claim.by });
      } else findings.add('SEGMENT_REMOVED', places.segment(number, ordinal));
    }
    // If the whole entry is gone, its segments are not among the missing ones.
    for (const [code, { first, ordinal }] of claims)
      if (!met.has(code) && !this.#rangeOf(first)) findings.add('ERASURE_UNDONE', places.segment(first, ordinal!));
    return erased;
  }

  /** The range of missing entries that contains the number. */
  #rangeOf(number: number): Range | undefined {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle]!.last < number) low = middle + 1;
      else high = middle;
    }
    const range = this.#entries[low];
    return range && contains(range, number) ? range : undefined;
  }

  /** Ranges of missing entries, ascending. */
  get missing(): readonly Readonly<Range>[] {
    return this.#entries;
  }
}

function placeOf(by: number | string): string {
  return typeof by === 'number' ? places.entry(by) : places.staged(by);
}

function contains({ first, last }: Range, number: number): boolean {
  return first <= number && number <= last;
}
