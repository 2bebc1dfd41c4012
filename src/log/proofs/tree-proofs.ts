import { isCount } from '../encoding/decimal.ts';
import { hashRanges } from '../tree/hash-ranges.ts';
import { emptyRoot } from '../tree/hashes.ts';
import { LogError } from '../encoding/log-error.ts';
import type { ReadTile } from '../tree/tile.ts';
import { auditPath, consistencyPath } from '../tree/tree-range.ts';

/**
 * Computes the root (RFC 6962 §2.1) of the tree of that size from its rightmost tiles.
 * @throws {LogError} LOG_SIZE_INVALID; LOG_TILE_INVALID, with the tile's path: a tile has the wrong length
 */
export async function rootOf(size: bigint, read: ReadTile): Promise<Uint8Array> {
  if (!isCount(size)) throw new LogError('LOG_SIZE_INVALID');
  if (size === 0n) return emptyRoot;
  const [root] = await hashRanges([{ start: 0n, end: size }], size, read);
  return root!;
}

/**
 * Computes the audit path (RFC 6962 §2.1.1) of the leaf at `index` in the tree of that size, starting at the leaf's
 * sibling. Reads at most two tiles per level.
 * @throws {LogError} LOG_SIZE_INVALID: the index is not below the size; LOG_TILE_INVALID, with the tile's path: a tile has
 *   the wrong length
 */
export async function inclusionProof(index: bigint, size: bigint, read: ReadTile): Promise<Uint8Array[]> {
  if (!isCount(index) || !isCount(size) || index >= size) throw new LogError('LOG_SIZE_INVALID');
  return hashRanges(auditPath(index, { start: 0n, end: size }), size, read);
}

/**
 * Computes the consistency proof (RFC 6962 §2.1.2) between trees of two sizes; it is empty for equal sizes.
 * Reads at most two tiles per level, all of them tiles of the larger tree.
 * @throws {LogError} LOG_SIZE_INVALID: the first size is zero or larger than the second; LOG_TILE_INVALID, with the tile's
 *   path: a tile has the wrong length
 */
export async function consistencyProof(size1: bigint, size2: bigint, read: ReadTile): Promise<Uint8Array[]> {
  if (!isCount(size1) || !isCount(size2) || size1 < 1n || size1 > size2) throw new LogError('LOG_SIZE_INVALID');
  return hashRanges(consistencyPath(size1, { start: 0n, end: size2 }), size2, read);
}
