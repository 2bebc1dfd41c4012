/** The leaves from `start` (inclusive) to `end` (exclusive) below one node of the tree. */
export interface TreeRange {
  readonly start: bigint;
  readonly end: bigint;
}

/** Where RFC 6962 §2.1 splits two or more leaves: the largest power of two below their number. */
export function splitOf(leaves: bigint): bigint {
  return 1n << BigInt((leaves - 1n).toString(2).length - 1);
}

/** The nodes of an audit path (RFC 6962 §2.1.1), from the leaf's sibling to the root's child. */
export function auditPath(index: bigint, { start, end }: TreeRange): TreeRange[] {
  if (end - start === 1n) return [];
  const middle = start + splitOf(end - start);
  const [left, right] = [
    { start, end: middle },
    { start: middle, end },
  ];
  return index < middle ? [...auditPath(index, left), right] : [...auditPath(index, right), left];
}

/**
 * The nodes of a consistency proof (RFC 6962 §2.1.2, SUBPROOF) from the tree of the first `size` leaves.
 * @param known whether the verifier knows the hash of this range's older part; it knows the older root
 */
export function consistencyPath(size: bigint, { start, end }: TreeRange, known = true): TreeRange[] {
  if (size === end) return known ? [] : [{ start, end }];
  const middle = start + splitOf(end - start);
  const [left, right] = [
    { start, end: middle },
    { start: middle, end },
  ];
  return size <= middle ? [...consistencyPath(size, left, known), right] : [...consistencyPath(size, right, false), left];
}

/** A node above 2 to the power of `height` leaves. */
export interface PerfectTree {
  readonly start: bigint;
  readonly height: number;
}

/** Splits a node's leaves into perfect trees, from left to right, each larger than the next. */
export function perfectTrees({ start, end }: TreeRange): PerfectTree[] {
  const trees: PerfectTree[] = [];
  for (let at = start; at < end; at += 1n << BigInt(trees.at(-1)!.height)) {
    trees.push({ start: at, height: (end - at).toString(2).length - 1 });
  }
  return trees;
}
