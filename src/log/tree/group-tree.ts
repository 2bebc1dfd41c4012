import { hashNode } from './hashes.ts';
import { splitOf } from './tree-range.ts';

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
