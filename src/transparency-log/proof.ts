import { isCount } from './decimal.ts';
import { areHashes, hashNode, isHash, sameHash } from './hashes.ts';
import { LogError } from './log-error.ts';

/** The most hashes of an audit path: a tree's size is a 64-bit number. */
export const longestProof = 64;

/** What an inclusion proof is about. */
export interface Inclusion {
  readonly index: bigint;
  readonly size: bigint;
  readonly leafHash: Uint8Array;
  /** From the leaf's sibling up to the root's child. */
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** What a consistency proof is about. */
export interface Consistency {
  readonly size1: bigint;
  readonly size2: bigint;
  readonly proof: readonly Uint8Array[];
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
}

/**
 * Verifies that the leaf is at `index` in the tree of that size and root (RFC 9162 §2.1.3.2, for RFC 6962 trees).
 * @throws {LogError} LOG_SIZE_INVALID: the index is not below the size, or one is not a 64-bit count;
 *   LOG_PROOF_INVALID: a hash is not 32 bytes, or there are too many, too few or others
 */
export function verifyInclusion({ index, size, leafHash, proof, root }: Inclusion): void {
  if (!isCount(index) || !isCount(size) || index >= size) throw new LogError('LOG_SIZE_INVALID');
  check(areHashes(proof) && isHash(leafHash) && isHash(root));
  let node = index;
  let last = size - 1n;
  let hash = leafHash;
  for (const sibling of proof) {
    check(last !== 0n);
    if (isRight(node) || node === last) {
      hash = hashNode(sibling, hash);
      // On the right edge, levels where the node has no sibling are passed over.
      for (; !isRight(node) && node !== 0n; last >>= 1n) node >>= 1n;
    } else {
      hash = hashNode(hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  check(last === 0n && sameHash(hash, root));
}

/**
 * Verifies that the tree of `size2` holds that of `size1` unchanged as its beginning (RFC 9162 §2.1.4.2).
 * @throws {LogError} LOG_SIZE_INVALID: the first size is zero or the larger, or one is not a 64-bit count;
 *   LOG_PROOF_INVALID: a hash is not 32 bytes, there are too many, too few or others, or equal sizes have
 *   a proof or different roots
 */
export function verifyConsistency({ size1, size2, proof, root1, root2 }: Consistency): void {
  // Every tree begins with the empty one, so a proof from it would say nothing.
  if (!isCount(size1) || !isCount(size2) || size1 < 1n || size1 > size2) throw new LogError('LOG_SIZE_INVALID');
  check(areHashes(proof) && isHash(root1) && isHash(root2));
  if (size1 === size2) {
    check(proof.length === 0 && sameHash(root1, root2));
    return;
  }
  check(proof.length > 0);
  let node = size1 - 1n;
  let last = size2 - 1n;
  for (; isRight(node); last >>= 1n) node >>= 1n;
  // A perfect older tree is a node of the newer one: its root is not repeated in the proof.
  const [first = root1, ...rest] = node === 0n ? [root1, ...proof] : proof;
  let older = first;
  let newer = first;
  for (const sibling of rest) {
    check(last !== 0n);
    if (isRight(node) || node === last) {
      older = hashNode(sibling, older);
      newer = hashNode(sibling, newer);
      for (; !isRight(node) && node !== 0n; last >>= 1n) node >>= 1n;
    } else {
      newer = hashNode(newer, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  check(last === 0n && sameHash(older, root1) && sameHash(newer, root2));
}

function isRight(node: bigint): boolean {
  return (node & 1n) === 1n;
}

function check(holds: boolean): void {
  if (!holds) throw new LogError('LOG_PROOF_INVALID');
}
