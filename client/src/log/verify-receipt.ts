import { decodeBase64, decodeHash, encodeBase64, hashLength, sameBytes, utf8, type Bytes } from './bytes.ts';
import { LogFailure } from './log-failure.ts';
import { hasSigned, type LogKey } from './log-keys.ts';
import { includingRoot, longestProof } from './verify-proof.ts';

/**
 * Verifies a receipt: the municipality promised to keep the entry with this leaf hash in the log.
 * @param receipt `extensions.privacy.receipt` of an answer: untrusted input
 * @returns the time of the promise, POSIX milliseconds
 * @throws {LogFailure} LOG_PROMISE_INVALID: not a receipt; LOG_SIZE_INVALID, LOG_PROOF_INVALID: the audit path does not fit;
 *   LOG_KEY_UNKNOWN; LOG_SIGNATURE_INVALID: nothing of this was promised
 */
export async function verifyReceipt(receipt: unknown, keys: readonly LogKey[]): Promise<number> {
  const { leafHash, promise } = members(receipt);
  const { time, size, index, proof, signed } = members(promise);
  const leaf = typeof leafHash === 'string' ? decodeHash(leafHash) : undefined;
  if (!leaf || !isCount(size) || !isCount(index) || !Array.isArray(proof) || proof.length > longestProof) throw invalid();
  const at = parseTime(time);
  const keyAndSignature = bytesOf(signed, 68);
  const hashes = Array.from(proof, (hash: unknown) => bytesOf(hash, hashLength));
  const root = await includingRoot(BigInt(index), BigInt(size), leaf, hashes);
  const named = keys.filter(({ id }) => sameBytes(id, keyAndSignature.slice(0, 4)));
  if (named.length === 0) throw new LogFailure('LOG_KEY_UNKNOWN');
  for (const key of named) {
    // Its first line is not the origin of any log, so a promise cannot pass for a checkpoint.
    const text = utf8(`${key.name}/promise\n${size}\n${encodeBase64(root)}\n${at}\n`);
    if (await hasSigned(key, text, keyAndSignature.slice(4))) return at;
  }
  throw new LogFailure('LOG_SIGNATURE_INVALID');
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

function bytesOf(text: unknown, length: number): Bytes {
  const bytes = typeof text === 'string' ? decodeBase64(text, length) : undefined;
  if (!bytes) throw invalid();
  return bytes;
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid();
  return value as Readonly<Record<string, unknown>>;
}

function invalid(): LogFailure {
  return new LogFailure('LOG_PROMISE_INVALID');
}
