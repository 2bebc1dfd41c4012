import { isCount } from '../encoding/decimal.ts';
import { LogError } from '../encoding/log-error.ts';

/** Levels of the tree in one tile (C2SP tlog-tiles). */
export const tileHeight = 8;
/** Hashes in a full tile, and entries in a full bundle. */
export const tileWidth = 256;

/** A tile of hashes, or the entry bundle below a tile of level 0. */
export interface Tile {
  /** Level 0 holds leaf hashes. On higher levels, each hash is the root of a full tile of the level below. */
  readonly level: number | 'entries';
  readonly index: bigint;
  /** The number of hashes or entries: 1 to 256. A tile of 256 is full. */
  readonly width: number;
}

/** Reads a tile's hashes, one after the other: exactly `width` × 32 bytes. */
export type ReadTile = (level: number, index: bigint, width: number) => Promise<Uint8Array>;

/** The path of a tile (C2SP tlog-tiles): `tile/0/x001/x234/067.p/112`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = index.toString();
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** Parses a tile's path; undefined for anything that `tilePath` would not write, and for levels above 63. */
export function parseTilePath(path: string): Tile | undefined {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,6}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!parts) return undefined;
  const [, level = '', groups = '', width] = parts;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: BigInt(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  if (tile.level !== 'entries' && tile.level > 63) return undefined;
  if (!isCount(tile.index) || tile.width < 1 || (width !== undefined && tile.width >= tileWidth)) return undefined;
  // This refuses superfluous zeros: in the level, in the width, and as whole groups in the index.
  return tilePath(tile) === path ? tile : undefined;
}

/** How many hashes this tile has in a tree of that size; 0 or less if the tree has no such tile. */
export function tileWidthAt(level: number, index: bigint, size: bigint): number {
  const left = (size >> BigInt(tileHeight * level)) - index * BigInt(tileWidth);
  return left > BigInt(tileWidth) ? tileWidth : Number(left);
}

/** The rightmost tile of each level, partial or full, of a tree of that size; from level 0 upwards. */
export function edgeTiles(size: bigint): (Tile & { readonly level: number })[] {
  const tiles: (Tile & { readonly level: number })[] = [];
  for (let level = 0, hashes = size; hashes > 0n; level++, hashes >>= BigInt(tileHeight)) {
    const index = (hashes - 1n) / BigInt(tileWidth);
    tiles.push({ level, index, width: tileWidthAt(level, index, size) });
  }
  return tiles;
}

/**
 * Writes an entry bundle: each entry after its length in two bytes (C2SP tlog-tiles, log entries).
 * @throws {LogError} LOG_TILE_INVALID: fewer than 1 or more than 256 entries, or an entry longer than 65,535 bytes
 */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > tileWidth) throw new LogError('LOG_TILE_INVALID');
  const bundle = Buffer.alloc(entries.reduce((length, entry) => length + 2 + entry.length, 0));
  let offset = 0;
  for (const [at, entry] of entries.entries()) {
    if (entry.length > 0xffff) throw new LogError('LOG_TILE_INVALID', `entry ${at}`);
    offset = bundle.writeUInt16BE(entry.length, offset);
    bundle.set(entry, offset);
    offset += entry.length;
  }
  return bundle;
}

/**
 * Parses an entry bundle of exactly `width` entries.
 * @throws {LogError} LOG_TILE_INVALID: an impossible width, a truncated entry (named), or bytes after the last entry
 */
export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  if (width < 1 || width > tileWidth) throw new LogError('LOG_TILE_INVALID', `${width} entries`);
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (let at = 0; at < width; at++) {
    const start = offset + 2;
    const end = start + ((bytes[offset] ?? 0) << 8) + (bytes[offset + 1] ?? 0);
    if (start > bytes.length || end > bytes.length) throw new LogError('LOG_TILE_INVALID', `entry ${at}`);
    entries.push(bytes.subarray(start, end));
    offset = end;
  }
  if (offset !== bytes.length) throw new LogError('LOG_TILE_INVALID', `more than ${width} entries`);
  return entries;
}
