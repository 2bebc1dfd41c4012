import { hashLength } from '../../tree/hashes.ts';
import { FindingList } from '../finding-list.ts';
import { isObject } from '../../encoding/json.ts';
import { LogError } from '../../encoding/log-error.ts';
import { maximumMergeDelay, verifyReceipt, type VerifiedReceipt } from '../../proofs/receipt.ts';
import type { StagedEntry } from '../source/log-source.ts';
import type { Row } from '../source/row.ts';
import { receiptFaultCatalogue, type Findings } from '../log-findings.ts';
import { hashAll } from '../trees/tile-leaves.ts';
import { places } from '../source/places.ts';
import type { WitnessedTree } from '../trees/older-trees.ts';
import type { ReceiptsVerified, VerifyOptions } from '../verification.ts';

/** The facts about the log that are known once it was read. */
interface LogRead {
  /** Whether the tree was read to its end; otherwise nothing proves that a promise was broken. */
  readonly isWhole: boolean;
  /** Whether it does not continue an earlier tree that was signed. */
  readonly isRolledBack: boolean;
  /** Whether the source shows the entries that have no number yet. */
  readonly hasStaged: boolean;
}

/** Checks the receipts: is each promise authentic, and was it kept? Only an authentic promise proves something about the log. */
export class ReceiptCheck {
  readonly #findings: Findings;
  readonly #faults = new FindingList(receiptFaultCatalogue);
  readonly #given: number;
  // By the leaf hash (latin1 string).
  readonly #awaited = new Map<string, VerifiedReceipt[]>();
  readonly #staged = new Set<VerifiedReceipt>();
  // With the first number that has the leaf; repetitions do not matter.
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
        this.#faults.add('RECEIPT_INVALID', places.receipt(nameOf(one) ?? `number ${at}`));
      }
    }
  }

  /** Whether there is a valid receipt to look for. */
  get any(): boolean {
    return this.#awaited.size > 0;
  }

  /**
   * Looks for promised leaves.
   * @param hashes leaf hashes, beginning with number `first`
   * @param rows the entries at these numbers, if the source has them
   */
  leaves(first: number, hashes: Buffer, rows: readonly Row[]): void {
    for (let at = 0; at * hashLength < hashes.length; at++) {
      const leaf = hashes.subarray(at * hashLength, (at + 1) * hashLength);
      for (const receipt of this.#awaited.get(leaf.toString('latin1')) ?? []) {
        if (this.#kept.has(receipt)) continue;
        this.#kept.set(receipt, first + at);
        const row = rows.find(({ entry, data }) => entry.number === first + at && data !== undefined && hashAll([data]).equals(leaf));
        // The id in the receipt is not signed, the one in the header is.
        if (row?.header && row.entry.id !== receipt.entry) this.#faults.add('RECEIPT_ENTRY_DIFFERS', places.receipt(receipt.entry));
      }
    }
  }

  /** Looks for an entry that has no number yet among those that were promised. */
  staged({ leaf }: Pick<StagedEntry, 'leaf'>): void {
    if (!/^[\da-f]{64}$/.test(leaf)) return;
    for (const receipt of this.#awaited.get(hashAll([leaf]).toString('latin1')) ?? []) this.#staged.add(receipt);
  }

  /**
   * Stage 7: checks whether each promise was kept, and in time as far as witnesses show. The delay is the log's
   * published one: the delay in the receipt is not signed. A receipt leaves once its entry is stored, so an entry that is stored nowhere
   * is lost, regardless of the delay.
   * @param now POSIX milliseconds
   */
  end(now: number, witnessed: readonly WitnessedTree[], { isWhole, isRolledBack, hasStaged }: LogRead): ReceiptsVerified {
    const pending: string[] = [];
    for (const receipt of [...this.#awaited.values()].flat()) {
      // A promise dated in the future would stay pending for as long as its signer chose.
      if (receipt.time > now + maximumMergeDelay * 1_000) {
        this.#findings.add('PROMISE_AHEAD', places.receipt(receipt.entry));
        continue;
      }
      if (this.#kept.has(receipt)) continue;
      const isLost = isRolledBack || (hasStaged && isWhole);
      if (isLost && !this.#staged.has(receipt)) this.#findings.add('PROMISE_LOST', places.receipt(receipt.entry));
      else if (now <= receipt.time + maximumMergeDelay * 1_000) pending.push(receipt.entry);
      else if (isWhole) this.#findings.add('PROMISE_BROKEN', places.receipt(receipt.entry));
    }
    const evidence = witnessed.filter((one) => !isStale(one, witnessed));
    for (const [receipt, number] of this.#kept) {
      const due = receipt.time / 1_000 + maximumMergeDelay;
      const inTime = witnessed.some(({ size, time }) => time <= due && size > number);
      if (!inTime && evidence.some(({ size, time }) => time > due && size <= number))
        this.#findings.add('PROMISE_LATE', places.receipt(receipt.entry));
    }
    return { given: this.#given, kept: this.#kept.size, pending, faults: this.#faults.listed, unlisted: this.#faults.unlisted };
  }
}

/** Whether the witness had already seen a larger tree: then it was given an old one, which proves nothing about the log. */
function isStale({ name, size, time }: WitnessedTree, all: readonly WitnessedTree[]): boolean {
  return all.some((other) => other.name === name && other.size > size && other.time <= time);
}

function nameOf(receipt: unknown): string | undefined {
  const entry = isObject(receipt) ? receipt['entry'] : undefined;
  return typeof entry === 'string' && /^[\da-f-]{36}$/.test(entry) ? entry : undefined;
}
