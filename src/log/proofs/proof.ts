import { isCount } from '../encoding/decimal.ts';
import { areHashes, hashNode, isHash, sameHash } from '../tree/hashes.ts';
import { LogError } from '../encoding/log-error.ts';

/** The most hashes of an audit path: a tree's size is a 64-bit number. */
export const longestProof = 64;

/** An inclusion proof and what it proves. */
export interface Inclusion {
  readonly index: bigint;
  readonly size: bigint;
  readonly leafHash: Uint8Array;
  /** From the leaf's sibling to the root's child. */
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** A consistency proof and what it proves. */
export interface Consistency {
  readonly size1: bigint;
  readonly size2: bigint;
  readonly proof: readonly Uint8Array[];
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
}

/**
 * Verifies that the leaf is at `index` in the tree of that size and root (RFC 9162 §2.1.3.2, for RFC 6962 trees).
 * @throws {LogError} LOG_SIZE_INVALID: the index is not below the size, or one of them is not an unsigned 64-bit integer;
 *   LOG_PROOF_INVALID: a hash is not 32 bytes long, or the hashes are too many, too few or wrong
 */
export function verifyInclusion({ root, ...inclusion }: Inclusion): void {
  const found = includingRoot(inclusion);
  check(isHash(root) && sameHash(found, root));
}

/**
 * The root of the only tree of that size that has the leaf at `index` with this audit path.
 * @throws {LogError} LOG_SIZE_INVALID and LOG_PROOF_INVALID, as `verifyInclusion`, but for wrong hashes
 */
export function includingRoot({ index, size, leafHash, proof }: Omit<Inclusion, 'root'>): Uint8Array {
  if (!isCount(index) || !isCount(size) || index >= size) throw new LogError('LOG_SIZE_INVALID');
  check(areHashes(proof) && isHash(leafHash));
  let node = index;
  let last = size - 1n;
  let hash = leafHash;
  for (const sibling of proof) {
    check(last !== 0n);
    if (isRight(node) || node === last) {
      hash = hashNode(sibling, hash);
      // On the right edge, skip the levels where the node has no sibling.
      for (; !isRight(node) && node !== 0n; last >>= 1n) node >>= 1n;
    } else {
      hash = hashNode(hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  check(last === 0n);
  return hash;
}

/**
 * Verifies that the tree of `size2` begins with the unchanged tree of `size1` (RFC 9162 §2.1.4.2).
 * @throws {LogError} LOG_SIZE_INVALID: the first size is zero or larger than the second, or one of them is not an
 *   unsigned 64-bit integer; LOG_PROOF_INVALID: a hash is not 32 bytes long, the hashes are too many, too few or wrong, or
 *   equal sizes have a non-empty proof or different roots
 */
export function verifyConsistency({ size1, size2, proof, root1, root2 }: Consistency): void {
  // Every tree begins with the empty one, so such a proof would prove nothing.
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
  // If the older tree is perfect, it is a node of the newer one: the proof does not repeat its root.
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
