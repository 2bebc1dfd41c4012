import { hashLength } from '../../tree/hashes.ts';
import type { Findings } from '../log-findings.ts';
import { places } from '../source/places.ts';

/** The most entries that are kept in memory. Beyond them, moved entries are reported as altered or inserted. */
const mostKept = 200_000;

/**
 * Collects entries that do not match the signed leaf at their number, and tells at the end which were altered, moved,
 * inserted or removed.
 */
export class MisplacedEntries {
  /** Numbers without a matching row, by their signed leaf hash (latin1 string). */
  readonly #unmatchedNumbers = new Map<string, number>();
  readonly #signed = new Map<number, string>();
  readonly #unmatchedRows: { readonly number: number; readonly leaf: string | undefined; readonly beside: boolean }[] = [];

  /** Records a number at which no stored row matches the signed leaf. */
  addUnmatchedNumber(number: number, leafHash: Buffer): void {
    if (this.#signed.size >= mostKept) return;
    const leaf = leafHash.toString('latin1', 0, hashLength);
    this.#unmatchedNumbers.set(leaf, number);
    this.#signed.set(number, leaf);
  }

  /**
   * Records a row that does not match the signed leaf at its number.
   * @param leafHash computed from the row; undefined if the row is not a valid entry
   * @param beside whether a matching row is stored at the same number
   */
  addUnmatchedRow(number: number, leafHash: Buffer | undefined, beside: boolean, findings: Findings): void {
    if (this.#unmatchedRows.length >= mostKept) findings.add(beside ? 'ENTRY_INSERTED' : 'ENTRY_ALTERED', places.entry(number));
    else this.#unmatchedRows.push({ number, leaf: leafHash?.toString('latin1', 0, hashLength), beside });
  }

  /** Reports each row, once all are known. `Erasures` reports the numbers without any row. */
  report(findings: Findings): void {
    const moved = new Set<string>();
    for (const { leaf } of this.#unmatchedRows) if (leaf !== undefined && this.#unmatchedNumbers.has(leaf)) moved.add(leaf);
    for (const { number, leaf, beside } of this.#unmatchedRows) {
      const place = places.entry(number);
      const signed = this.#signed.get(number);
      if (leaf !== undefined && moved.has(leaf)) {
        findings.add('ENTRY_MOVED', place);
        // The entry that was signed here is stored nowhere: a later entry was moved into its place.
        if (signed !== undefined && !moved.has(signed)) findings.add('ENTRY_REMOVED', place);
      } else if (beside || (signed !== undefined && moved.has(signed))) findings.add('ENTRY_INSERTED', place);
      else findings.add('ENTRY_ALTERED', place);
    }
  }
}
