import { hashLength, hashNode, hashTree } from './hashes.ts';
import { LogError } from '../encoding/log-error.ts';
import type { ReadTile } from './tile.ts';
import { tileHeight, tilePath, tileWidth, tileWidthAt } from './tile.ts';
import { perfectTrees, type PerfectTree, type TreeRange } from './tree-range.ts';

/**
 * Computes the hashes of nodes of the tree of that size from its tiles. Each tile is read once, all at the same time.
 * @throws {LogError} LOG_TILE_INVALID, with the tile's path: a tile has the wrong length
 */
export async function hashRanges(ranges: readonly TreeRange[], size: bigint, read: ReadTile): Promise<Uint8Array[]> {
  const parts = ranges.map((range) => perfectTrees(range).map(placeOf));
  const places = new Map(parts.flat().map((place) => [place.name, place]));
  const reads = [...places.values()].map(async ({ name, level, index }) => {
    const width = tileWidthAt(level, index, size);
    const bytes = await read(level, index, width);
    if (bytes.length !== width * hashLength) throw new LogError('LOG_TILE_INVALID', tilePath({ level, index, width }));
    return [name, bytes] as const;
  });
  const tiles = new Map(await Promise.all(reads));
  const root = ({ name, offset, length }: Place): Uint8Array => hashTree(tiles.get(name)!.subarray(offset, offset + length));
  return parts.map((trees) => trees.map(root).reduceRight((right, left) => hashNode(left, right)));
}

/** The place of the hashes that make up a perfect tree: 1 to 128 adjacent ones in one tile. */
interface Place {
  readonly name: string;
  readonly level: number;
  readonly index: bigint;
  /** In bytes, like `length`. */
  readonly offset: number;
  readonly length: number;
}

function placeOf({ start, height }: PerfectTree): Place {
  const level = Math.floor(height / tileHeight);
  const first = start >> BigInt(level * tileHeight);
  const index = first / BigInt(tileWidth);
  const offset = Number(first % BigInt(tileWidth)) * hashLength;
  return { name: `${level}/${index}`, level, index, offset, length: hashLength << (height % tileHeight) };
}
