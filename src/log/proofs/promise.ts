import { encodeBase64 } from '../encoding/base64.ts';
import { groupTree, areHashes } from '../tree/hashes.ts';
import { LogError } from '../encoding/log-error.ts';
import type { Signer } from '../keys/signer.ts';
import { signatureType } from '../keys/verifier.ts';

/** A signed promise that a group of entries will be in the tree. */
export interface GroupPromise {
  /** The key's id and its signature of the promise's text, as the last word of a note's signature line (C2SP signed-note). */
  readonly signed: string;
  /** The audit path of each entry in the group's own tree, in the order of the entries. */
  readonly proofs: Uint8Array[][];
}

/** The content of a promise. */
export interface PromiseStatement {
  readonly origin: string;
  /** How many entries the group has. */
  readonly size: number;
  /** The root of their leaf hashes (RFC 6962 §2.1). */
  readonly root: Uint8Array;
  /** POSIX milliseconds. */
  readonly time: number;
}

/**
 * The text that is signed, in the form of a note's (C2SP signed-note). Its first line, `<origin>/promise`, is not the origin of any
 * log, so a promise cannot pass for a checkpoint.
 */
export function promiseText({ origin, size, root, time }: PromiseStatement): string {
  return `${origin}/promise\n${size}\n${encodeBase64(root)}\n${time}\n`;
}

/** The last millisecond of the year 9999: RFC 3339 has no later one. */
const latest = 253_402_300_799_999;

/**
 * Promises that these entries will be in the tree. One signature covers them all.
 * @param time POSIX milliseconds
 * @throws {LogError} LOG_PROMISE_INVALID: no entries, an invalid leaf hash, or an invalid time; LOG_ORIGIN_WRONG: the key
 *   belongs to another log; LOG_KEY_INVALID: it does not sign notes
 */
export function makePromise(origin: string, leafHashes: readonly Uint8Array[], time: number, signer: Signer): GroupPromise {
  const { name, id, type } = signer.verifier;
  if (leafHashes.length === 0 || !areHashes(leafHashes)) throw new LogError('LOG_PROMISE_INVALID');
  if (!Number.isSafeInteger(time) || time < 0 || time > latest) throw new LogError('LOG_PROMISE_INVALID');
  if (name !== origin) throw new LogError('LOG_ORIGIN_WRONG');
  if (type !== signatureType.ed25519) throw new LogError('LOG_KEY_INVALID');
  const { root, proofs } = groupTree(leafHashes);
  const text = promiseText({ origin, size: leafHashes.length, root, time });
  return { signed: encodeBase64(Buffer.concat([id, signer.sign(Buffer.from(text))])), proofs };
}
