import { hashLength } from './hashes.ts';
import { LogError } from './log-error.ts';
import { tilePath, tileWidthAt } from './tile.ts';

/** Gives a tile's hashes one behind the other: exactly `width` × 32 bytes. */
export type ReadTile = (level: number, index: bigint, width: number) => Promise<Uint8Array>;

/** Gives the hash at a place of a level. */
export type ReadHash = (level: number, at: bigint) => Promise<Uint8Array>;

/**
 * Reads hashes of a tree of that size out of its tiles, each of which is asked for once.
 * @throws {LogError} LOG_TILE_INVALID with the tile's path, when it has not the bytes that it must have
 */
export function hashReader(size: bigint, read: ReadTile): ReadHash {
  const tiles = new Map<string, Promise<Uint8Array>>();
  return async (level, at) => {
    const index = at >> 8n;
    const width = tileWidthAt(level, index, size);
    const path = tilePath({ level, index, width });
    let tile = tiles.get(path);
    if (!tile) tiles.set(path, (tile = read(level, index, width)));
    const bytes = await tile;
    if (bytes.length !== width * hashLength) throw new LogError('LOG_TILE_INVALID', path);
    const offset = Number(at & 255n) * hashLength;
    return bytes.subarray(offset, offset + hashLength);
  };
}
