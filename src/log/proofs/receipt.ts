import { decodeBase64 } from '../encoding/base64.ts';
import { hashLength } from '../tree/hashes.ts';
import { isObject } from '../encoding/json.ts';
import type { LogKey } from '../keys/log-keys.ts';
import { LogError } from '../encoding/log-error.ts';
import { promiseText } from './promise.ts';
import { includingRoot, longestProof } from './proof.ts';
import { hasSigned, signatureType } from '../keys/verifier.ts';

/** Seconds within which a promised entry must be in the tree of a signed checkpoint. It is there at the next publication, unless that fails. */
export const maximumMergeDelay = 60;

/**
 * Seconds by which the time of an entry may lag behind that of an entry with a lower number. An entry has the time at which its request
 * began, and is stored when the request ends: ten minutes later at most, the largest value of `DEADLINE_REQUEST`. The rest is for clocks
 * that differ.
 */
export const longestLag = 11 * 60;

/**
 * A caller gets it with an answer: the promise that the entry of this answer will be in the log. It has no more than a verifier with
 * the log's keys needs: the root of the group follows from leaf hash and audit path, the log's origin from the key.
 */
export interface Receipt {
  /** The entry's id. */
  readonly entry: string;
  /** Hex. */
  readonly leafHash: string;
  readonly promise: {
    /** RFC 3339, in UTC, with milliseconds. */
    readonly time: string;
    /** The number of entries in the promised group. */
    readonly size: number;
    /** The entry's index in the group. */
    readonly index: number;
    /** The audit path in the group's tree, base64. */
    readonly proof: readonly string[];
    /** The id of the key and its signature, base64: see `promise.ts`. */
    readonly signed: string;
  };
}

/** The verified content of a receipt. */
export interface VerifiedReceipt {
  readonly entry: string;
  readonly leafHash: Uint8Array;
  /** The time of the promise, POSIX milliseconds. */
  readonly time: number;
}

/**
 * Verifies a receipt.
 * A promise has no tree size, so any key of the list may have signed it, whatever its range. The receipt does not prove
 * that the id belongs to the leaf hash: only the entry itself does.
 * @param receipt untrusted input
 * @param origin the expected log; without it, any log that one of the keys is named after
 * @throws {LogError} LOG_PROMISE_INVALID: not a receipt; LOG_SIZE_INVALID, LOG_PROOF_INVALID: the index and the audit path do not
 *   fit the size; LOG_KEY_UNKNOWN, LOG_ORIGIN_WRONG; LOG_SIGNATURE_INVALID: nothing of this was promised
 */
export function verifyReceipt(receipt: unknown, keys: readonly LogKey[], origin?: string): VerifiedReceipt {
  const { entry, leafHash, time, size, index, proof, keyId, signature } = parseReceipt(receipt);
  const root = includingRoot({ index: BigInt(index), size: BigInt(size), leafHash, proof });
  const named = keys.filter(({ verifier }) => verifier.type === signatureType.ed25519 && Buffer.compare(verifier.id, keyId) === 0);
  if (named.length === 0) throw new LogError('LOG_KEY_UNKNOWN');
  const ours = named.filter(({ verifier: { name } }) => origin === undefined || name === origin);
  if (ours.length === 0) throw new LogError('LOG_ORIGIN_WRONG');
  const isSigned = ours.some(({ verifier }) =>
    hasSigned(verifier, Buffer.from(promiseText({ origin: verifier.name, size, root, time })), signature),
  );
  if (!isSigned) throw new LogError('LOG_SIGNATURE_INVALID');
  return { entry, leafHash, time };
}

interface ParsedReceipt extends VerifiedReceipt {
  readonly size: number;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

function parseReceipt(receipt: unknown): ParsedReceipt {
  const { entry, leafHash, promise } = members(receipt);
  const { time, size, index, proof, signed } = members(promise);
  if (typeof entry !== 'string' || !/^[\w-]{1,64}$/.test(entry)) throw invalid();
  if (typeof leafHash !== 'string' || !/^[\da-f]{64}$/.test(leafHash)) throw invalid();
  if (!isCount(size) || !isCount(index)) throw invalid();
  if (!Array.isArray(proof) || proof.length > longestProof) throw invalid();
  const keyAndSignature = bytesOf(signed, 68);
  return {
    entry,
    leafHash: Buffer.from(leafHash, 'hex'),
    time: parseTime(time),
    size,
    index,
    proof: Array.from(proof, (hash: unknown) => bytesOf(hash, hashLength)),
    keyId: keyAndSignature.subarray(0, 4),
    signature: keyAndSignature.subarray(4),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** @returns POSIX milliseconds. Each has one spelling. */
function parseTime(text: unknown): number {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) throw invalid();
  const time = Date.parse(text);
  if (Number.isNaN(time) || time < 0 || new Date(time).toISOString() !== text) throw invalid();
  return time;
}

function bytesOf(text: unknown, length: number): Uint8Array {
  const bytes = typeof text === 'string' ? decodeBase64(text, length) : undefined;
  if (!bytes) throw invalid();
  return bytes;
}

function members(value: unknown): Record<string, unknown> {
  if (!isObject(value)) throw invalid();
  return value;
}

function invalid(): LogError {
  return new LogError('LOG_PROMISE_INVALID');
}
