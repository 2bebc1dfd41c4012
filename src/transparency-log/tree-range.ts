/** Leaves from `start` up to, not including, `end`, whose hash is a node of the tree. */
export interface TreeRange {
  readonly start: bigint;
  readonly end: bigint;
}

/** Where RFC 6962 §2.1 splits so many leaves: the largest power of two below their number (two at least). */
export function splitOf(leaves: bigint): bigint {
  return 1n << BigInt((leaves - 1n).toString(2).length - 1);
}

/** The nodes of an audit path (RFC 6962 §2.1.1), from the leaf's sibling up to the root's child. */
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
 * @param known whether the verifier has the hash of this range's older part, as it has the older root
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

/** A node with all its leaves: 2 to the power of `height`. */
export interface PerfectTree {
  readonly start: bigint;
  readonly height: number;
}

/** The perfect trees that a node's leaves make, left to right, each larger than the next. */
export function perfectTrees({ start, end }: TreeRange): PerfectTree[] {
  const trees: PerfectTree[] = [];
  for (let at = start; at < end; at += 1n << BigInt(trees.at(-1)!.height)) {
    trees.push({ start: at, height: (end - at).toString(2).length - 1 });
  }
  return trees;
}
