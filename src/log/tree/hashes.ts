import { hash } from 'node:crypto';
import { splitOf } from './tree-range.ts';

/** Bytes of a tree hash (SHA-256). */
export const hashLength = 32;

/** The root of the empty tree (RFC 6962 §2.1): SHA-256 of no bytes. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array(0));

/** The hash of a leaf (RFC 6962 §2.1): SHA-256 of 0x00 and its data. */
export function hashLeaf(data: Uint8Array): Uint8Array {
  const input = Buffer.allocUnsafe(1 + data.length);
  input[0] = 0;
  input.set(data, 1);
  return sha256(input);
}

/** The hash of an inner node (RFC 6962 §2.1): SHA-256 of 0x01 and the hashes of its children. */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = Buffer.allocUnsafe(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return sha256(input);
}

/**
 * The root (RFC 6962 §2.1) of the tree over these leaf hashes, or over the nodes of one level of perfect trees.
 * @param hashes concatenated: a full tile, for example
 */
export function hashTree(hashes: Uint8Array): Buffer {
  if (hashes.length === 0) return Buffer.from(emptyRoot);
  const nodes = Buffer.from(hashes);
  // One input buffer for all nodes: verifying a log of a million entries hashes as many.
  const input = Buffer.allocUnsafe(1 + 2 * hashLength);
  input[0] = 1;
  for (let end = nodes.length; end > hashLength;) {
    let to = 0;
    for (let at = 0; at < end; at += 2 * hashLength, to += hashLength) {
      // The last of an odd number has no sibling here; it is a node of the level above.
      if (at + hashLength === end) nodes.copy(nodes, to, at, end);
      else {
        nodes.copy(input, 1, at, at + 2 * hashLength);
        nodes.write(hash('sha256', input, 'binary'), to, 'latin1');
      }
    }
    end = to;
  }
  return nodes.subarray(0, hashLength);
}

/** Whether both are the same hash, of 32 bytes. Hashes are public, so the comparison need not take constant time. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === hashLength && Buffer.compare(one, other) === 0;
}

/** Whether it is a hash. Callers without types may pass anything. */
export function isHash(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length === hashLength;
}

/** Whether it is a list of hashes without holes, which `every` alone would skip. */
export function areHashes(value: unknown): value is readonly Uint8Array[] {
  return Array.isArray(value) && Array.from<unknown>(value).every(isHash);
}

// Going through a one-byte-per-character string is twice as fast as the buffer form, which allocates separately.
function sha256(input: Uint8Array): Uint8Array {
  return Buffer.from(hash('sha256', input, 'binary'), 'latin1');
}

/** A small tree in memory: its root, and the audit path of each leaf (RFC 6962 §2.1). */
export interface GroupTree {
  readonly root: Uint8Array;
  readonly proofs: Uint8Array[][];
}

/** Makes the tree of one or more leaf hashes. A single leaf hash is the root itself. */
export function groupTree(leafHashes: readonly Uint8Array[]): GroupTree {
  const proofs: Uint8Array[][] = leafHashes.map(() => []);
  const grow = (start: number, end: number): Uint8Array => {
    if (end - start === 1) return leafHashes[start]!;
    const middle = start + Number(splitOf(BigInt(end - start)));
    const left = grow(start, middle);
    const right = grow(middle, end);
    for (let at = start; at < end; at++) proofs[at]!.push(at < middle ? right : left);
    return hashNode(left, right);
  };
  return { root: grow(0, leafHashes.length), proofs };
}
