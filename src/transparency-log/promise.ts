import { encodeBase64 } from './base64.ts';
import { groupTree } from './group-tree.ts';
import { areHashes } from './hashes.ts';
import { LogError } from './log-error.ts';
import { signNote } from './note.ts';
import type { Signer } from './signer.ts';

/** A signed promise that a group of entries will be in the tree. */
export interface GroupPromise {
  readonly note: string;
  /** The audit path of each entry in the group's own tree, in the order of the entries. */
  readonly proofs: Uint8Array[][];
}

/**
 * Promises that these entries will be in the tree. One signature covers them all: their number, the root (RFC 6962
 * §2.1) of their leaf hashes, and the time. The first line, `<origin>/promise`, is not the origin of any log, so a promise
 * cannot pass for a checkpoint.
 * @param time POSIX milliseconds
 * @throws {LogError} LOG_PROMISE_INVALID: no entries, an invalid leaf hash, or an invalid time; LOG_ORIGIN_WRONG: the key
 *   belongs to another log
 */
export function makePromise(origin: string, leafHashes: readonly Uint8Array[], time: number, signer: Signer): GroupPromise {
  if (leafHashes.length === 0 || !areHashes(leafHashes)) throw new LogError('LOG_PROMISE_INVALID');
  if (!Number.isSafeInteger(time) || time < 0) throw new LogError('LOG_PROMISE_INVALID');
  if (signer.verifier.name !== origin) throw new LogError('LOG_ORIGIN_WRONG');
  const { root, proofs } = groupTree(leafHashes);
  const text = `${origin}/promise\n${leafHashes.length}\n${encodeBase64(root)}\n${time}\n`;
  return { note: signNote(text, [signer]), proofs };
}
