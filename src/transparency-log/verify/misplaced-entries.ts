import { hashLength } from '../hashes.ts';
import type { Findings } from './log-findings.ts';
import { places } from './places.ts';

/** Entries beyond which it is no longer told whether they were moved, so that the memory stays bounded. */
const mostKept = 200_000;

/**
 * Entries that are not what was signed at their number: which were altered, which stand where another
 * belongs, and which were put in or taken out.
 */
export class MisplacedEntries {
  /** Numbers that none of their rows fits, by the leaf hash (binary text) that was signed there. */
  readonly #unmatchedNumbers = new Map<string, number>();
  readonly #signed = new Map<number, string>();
  readonly #unmatchedRows: { readonly number: number; readonly leaf: string | undefined; readonly beside: boolean }[] = [];

  /** Nothing that is stored at this number is what was signed there. */
  addUnmatchedNumber(number: number, leafHash: Buffer): void {
    if (this.#signed.size >= mostKept) return;
    const leaf = leafHash.toString('latin1', 0, hashLength);
    this.#unmatchedNumbers.set(leaf, number);
    this.#signed.set(number, leaf);
  }

  /**
   * What is stored at this number is not what was signed there.
   * @param leafHash what it comes to; undefined where it is no entry at all
   * @param beside whether what was signed stands there too
   */
  addUnmatchedRow(number: number, leafHash: Buffer | undefined, beside: boolean, findings: Findings): void {
    if (this.#unmatchedRows.length >= mostKept) findings.add(beside ? 'ENTRY_INSERTED' : 'ENTRY_ALTERED', places.entry(number));
    else this.#unmatchedRows.push({ number, leaf: leafHash?.toString('latin1', 0, hashLength), beside });
  }

  /** Says what became of each, once all are known. Numbers without any row are `Erasures`' to tell. */
  settle(findings: Findings): void {
    const moved = new Set<string>();
    for (const { leaf } of this.#unmatchedRows) if (leaf !== undefined && this.#unmatchedNumbers.has(leaf)) moved.add(leaf);
    for (const { number, leaf, beside } of this.#unmatchedRows) {
      const place = places.entry(number);
      const signed = this.#signed.get(number);
      if (leaf !== undefined && moved.has(leaf)) {
        findings.add('ENTRY_MOVED', place);
        // What belongs here stands nowhere: the one that follows was moved up into its place.
        if (signed !== undefined && !moved.has(signed)) findings.add('ENTRY_REMOVED', place);
      } else if (beside || (signed !== undefined && moved.has(signed))) findings.add('ENTRY_INSERTED', place);
      else findings.add('ENTRY_ALTERED', place);
    }
  }
}
