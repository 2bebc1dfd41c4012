import { hashLength } from '../hashes.ts';
import { isObject } from '../json.ts';
import { LogError } from '../log-error.ts';
import { maximumMergeDelay, verifyReceipt, type VerifiedReceipt } from '../receipt.ts';
import type { Row } from './check-entries.ts';
import type { Findings } from './log-findings.ts';
import { hashAll } from './tile-leaves.ts';
import { places } from './places.ts';
import type { WitnessedTree } from './older-trees.ts';
import type { ReceiptsVerified, VerifyOptions } from './verification.ts';

/** Holds what was promised against the tree. */
export class ReceiptCheck {
  readonly #findings: Findings;
  readonly #given: number;
  // Binary text of the leaf hash.
  readonly #awaited = new Map<string, VerifiedReceipt[]>();
  // By the first number that the leaf has: it was kept then, however often it stands there.
  readonly #kept = new Map<VerifiedReceipt, number>();

  /** Stage 3: verifies the receipts themselves. */
  constructor({ receipts = [], keys, origin }: VerifyOptions, findings: Findings) {
    this.#findings = findings;
    this.#given = receipts.length;
    for (const [at, one] of receipts.entries()) {
      try {
        const receipt = verifyReceipt(one, keys, origin);
        const key = Buffer.from(receipt.leafHash).toString('latin1');
        const same = this.#awaited.get(key);
        if (same) same.push(receipt);
        else this.#awaited.set(key, [receipt]);
      } catch (error) {
        if (!(error instanceof LogError)) throw error;
        findings.add('RECEIPT_INVALID', places.receipt(nameOf(one) ?? `number ${at}`));
      }
    }
  }

  /** Whether there is anything to look for. */
  get any(): boolean {
    return this.#awaited.size > 0;
  }

  /** Takes the leaf hashes from a number on, and the entries there as far as the source has them. */
  leaves(first: number, hashes: Buffer, rows: readonly Row[]): void {
    for (let at = 0; at * hashLength < hashes.length; at++) {
      const leaf = hashes.subarray(at * hashLength, (at + 1) * hashLength);
      for (const receipt of this.#awaited.get(leaf.toString('latin1')) ?? []) {
        if (this.#kept.has(receipt)) continue;
        this.#kept.set(receipt, first + at);
        const row = rows.find(({ entry, data }) => entry.number === first + at && data !== undefined && hashAll([data]).equals(leaf));
        // The receipt's id is not signed; that of the header is.
        if (row?.header && row.header.id !== receipt.entry) this.#findings.add('RECEIPT_ENTRY_DIFFERS', places.receipt(receipt.entry));
      }
    }
  }

  /**
   * Stage 6: whether each promise was kept, and in time as far as witnesses can tell. The delay is the
   * log's own: nobody signed the one in the receipt.
   * @param now milliseconds since 1970
   * @param whole whether the tree was read to its end: else nothing shows that a promise was broken
   */
  end(now: number, witnessed: readonly WitnessedTree[], whole: boolean): ReceiptsVerified {
    const pending: string[] = [];
    for (const receipt of [...this.#awaited.values()].flat()) {
      // Of the future, it would be pending for as long as its signer likes.
      if (receipt.time > now + maximumMergeDelay * 1_000) {
        this.#findings.add('PROMISE_AHEAD', places.receipt(receipt.entry));
        continue;
      }
      if (this.#kept.has(receipt)) continue;
      if (now <= receipt.time + maximumMergeDelay * 1_000) pending.push(receipt.entry);
      else if (whole) this.#findings.add('PROMISE_BROKEN', places.receipt(receipt.entry));
    }
    const evidence = witnessed.filter((one) => !isStale(one, witnessed));
    for (const [receipt, number] of this.#kept) {
      const due = receipt.time / 1_000 + maximumMergeDelay;
      const inTime = witnessed.some(({ size, time }) => time <= due && size > number);
      if (!inTime && evidence.some(({ size, time }) => time > due && size <= number))
        this.#findings.add('PROMISE_LATE', places.receipt(receipt.entry));
    }
    return { given: this.#given, kept: this.#kept.size, pending };
  }
}

/** Whether the witness had seen a larger tree by then: it was handed an old one, and that says nothing of the log. */
function isStale({ name, size, time }: WitnessedTree, all: readonly WitnessedTree[]): boolean {
  return all.some((other) => other.name === name && other.size > size && other.time <= time);
}

function nameOf(receipt: unknown): string | undefined {
  const entry = isObject(receipt) ? receipt['entry'] : undefined;
  return typeof entry === 'string' && /^[\da-f-]{36}$/.test(entry) ? entry : undefined;
}
