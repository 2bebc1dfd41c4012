import { decodeBase64 } from './base64.ts';
import { parseDecimal } from './decimal.ts';
import { hashLength } from './hashes.ts';
import { isObject } from './json.ts';
import { LogError } from './log-error.ts';
import { verifyLogNote, type LogKey } from './log-keys.ts';
import { longestProof, verifyInclusion } from './proof.ts';

/** Seconds within which a promised entry must be in the tree of a signed checkpoint. It usually takes one second. */
export const maximumMergeDelay = 60;

/** A caller gets it with an answer: the promise that the entry of this answer will be in the log. */
export interface Receipt {
  /** The entry's id. */
  readonly entry: string;
  /** Hex. */
  readonly leafHash: string;
  readonly promise: {
    readonly note: string;
    /** The entry's index in the promised group. */
    readonly index: number;
    /** The audit path in the group's tree, base64. */
    readonly proof: readonly string[];
  };
  /** Seconds from the promise's time. This member is not signed. */
  readonly maximumMergeDelay: number;
}

/** The verified content of a receipt. */
export interface VerifiedReceipt {
  readonly entry: string;
  readonly leafHash: Uint8Array;
  /** The time of the promise, POSIX milliseconds. */
  readonly time: number;
  readonly maximumMergeDelay: number;
}

/**
 * Verifies a receipt.
 * A promise has no tree size, so any key of the list may have signed it, whatever its range. The receipt does not prove
 * that the id belongs to the leaf hash: only the entry itself does.
 * @param receipt untrusted input
 * @param origin the expected log; without it, any log that one of the keys is named after
 * @throws {LogError} LOG_PROMISE_INVALID: not a receipt, or the note is not a promise; LOG_NOTE_INVALID, LOG_KEY_UNKNOWN,
 *   LOG_SIGNATURE_INVALID, LOG_ORIGIN_WRONG; LOG_SIZE_INVALID, LOG_PROOF_INVALID: the entry is not in the group
 */
export function verifyReceipt(receipt: unknown, keys: readonly LogKey[], origin?: string): VerifiedReceipt {
  const { entry, leafHash, note, index, proof, maximumMergeDelay } = parseReceipt(receipt);
  const { statement: promise } = verifyLogNote(note, keys, parsePromise, origin);
  verifyInclusion({ index, size: promise.count, leafHash, proof, root: promise.root });
  return { entry, leafHash, time: promise.time, maximumMergeDelay };
}

interface ParsedReceipt {
  readonly entry: string;
  readonly leafHash: Uint8Array;
  readonly note: string;
  readonly index: bigint;
  readonly proof: readonly Uint8Array[];
  readonly maximumMergeDelay: number;
}

function parseReceipt(receipt: unknown): ParsedReceipt {
  const { entry, leafHash, promise, maximumMergeDelay } = members(receipt);
  const { note, index, proof } = members(promise);
  if (typeof entry !== 'string' || !/^[\w-]{1,64}$/.test(entry)) throw invalid();
  if (typeof leafHash !== 'string' || !/^[\da-f]{64}$/.test(leafHash)) throw invalid();
  if (typeof maximumMergeDelay !== 'number' || !Number.isFinite(maximumMergeDelay) || maximumMergeDelay < 0) throw invalid();
  if (typeof note !== 'string' || typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0) throw invalid();
  if (!Array.isArray(proof) || proof.length > longestProof) throw invalid();
  const hashes = Array.from(proof, (hash: unknown) => {
    const bytes = typeof hash === 'string' ? decodeBase64(hash, hashLength) : undefined;
    if (!bytes) throw invalid();
    return bytes;
  });
  return { entry, leafHash: Buffer.from(leafHash, 'hex'), note, index: BigInt(index), proof: hashes, maximumMergeDelay };
}

interface Promised {
  readonly origin: string;
  readonly count: bigint;
  readonly root: Uint8Array;
  readonly time: number;
}

function parsePromise(text: string): Promised {
  const [head = '', digits = '', hash = '', milliseconds = '', end, ...more] = text.split('\n');
  const count = parseDecimal(digits);
  const root = decodeBase64(hash, hashLength);
  const time = parseDecimal(milliseconds, BigInt(Number.MAX_SAFE_INTEGER));
  const origin = head.endsWith('/promise') ? head.slice(0, -'/promise'.length) : '';
  if (origin === '' || count === undefined || !root || time === undefined || end !== '' || more.length > 0) throw invalid();
  return { origin, count, root, time: Number(time) };
}

function members(value: unknown): Record<string, unknown> {
  if (!isObject(value)) throw invalid();
  return value;
}

function invalid(): LogError {
  return new LogError('LOG_PROMISE_INVALID');
}
