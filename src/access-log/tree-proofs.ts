import { isCount } from './decimal.ts';
import { emptyRoot, hashNode } from './hashes.ts';
import { LogError } from './log-error.ts';
import { hashReader, type ReadHash, type ReadTile } from './tile-reader.ts';
import { tileHeight } from './tile.ts';
import { auditPath, consistencyPath, splitOf, type TreeRange } from './tree-range.ts';

/**
 * The root (RFC 6962 §2.1) of the tree of that size, from its rightmost tiles.
 * @throws {LogError} LOG_SIZE_INVALID; LOG_TILE_INVALID with the path of a tile of another length
 */
export async function rootOf(size: bigint, read: ReadTile): Promise<Uint8Array> {
  if (!isCount(size)) throw new LogError('LOG_SIZE_INVALID');
  return size === 0n ? emptyRoot : hashOf({ start: 0n, end: size }, hashReader(size, read));
}

/**
 * The audit path (RFC 6962 §2.1.1) of the leaf at `index` in the tree of that size, from the leaf's sibling up.
 * Reads two tiles a level at most.
 * @throws {LogError} LOG_SIZE_INVALID; LOG_TILE_INVALID with the path of a tile of another length
 */
export async function inclusionProof(index: bigint, size: bigint, read: ReadTile): Promise<Uint8Array[]> {
  if (!isCount(index) || !isCount(size) || index >= size) throw new LogError('LOG_SIZE_INVALID');
  return hashesOf(auditPath(index, { start: 0n, end: size }), size, read);
}

/**
 * The consistency proof (RFC 6962 §2.1.2) between the trees of two sizes; empty between equal ones.
 * Reads two tiles a level at most, all of the larger tree.
 * @throws {LogError} LOG_SIZE_INVALID: the first is zero or the larger; LOG_TILE_INVALID with a tile's path
 */
export async function consistencyProof(size1: bigint, size2: bigint, read: ReadTile): Promise<Uint8Array[]> {
  if (!isCount(size1) || !isCount(size2) || size1 < 1n || size1 > size2) throw new LogError('LOG_SIZE_INVALID');
  return hashesOf(consistencyPath(size1, { start: 0n, end: size2 }), size2, read);
}

async function hashesOf(ranges: readonly TreeRange[], size: bigint, read: ReadTile): Promise<Uint8Array[]> {
  const reader = hashReader(size, read);
  return Promise.all(ranges.map((range) => hashOf(range, reader)));
}

/** The hash of a node: read where a tile holds it, else made of its children. */
async function hashOf({ start, end }: TreeRange, read: ReadHash): Promise<Uint8Array> {
  const leaves = end - start;
  const height = leaves.toString(2).length - 1;
  if (leaves === 1n << BigInt(height) && height % tileHeight === 0) return read(height / tileHeight, start >> BigInt(height));
  const middle = start + splitOf(leaves);
  const children = [hashOf({ start, end: middle }, read), hashOf({ start: middle, end }, read)] as const;
  const [left, right] = await Promise.all(children);
  return hashNode(left, right);
}
