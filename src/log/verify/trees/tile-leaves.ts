import { hash } from 'node:crypto';
import { hashLength } from '../../tree/hashes.ts';

/** Bytes of an entry in a bundle: two bytes of length, and the leaf's data. */
const bundled = 2 + hashLength;

/** The leaves below one tile, as the tile and the entry bundle have them. */
export interface TileLeaves {
  /** The tile's leaf hashes; undefined if it is missing or malformed. */
  readonly tile: Buffer | undefined;
  /** The leaf hashes of the bundle's entries; undefined if it is missing or malformed. */
  readonly bundle: Buffer | undefined;
  /** The leaves' data in the bundle, hex; empty if there is none. */
  readonly bundleData: readonly string[];
}

/** Whether a tile or bundle has the right length. */
export type Form = 'RIGHT' | 'MISSING' | 'WRONG' | 'LONGER';

/** Compares the length of a tile or bundle with `width` items of `length` bytes each. */
export function formOf(bytes: Uint8Array | undefined, width: number, length: number): Form {
  if (!bytes) return 'MISSING';
  if (bytes.length === width * length) return 'RIGHT';
  return bytes.length > width * length && width < 256 ? 'LONGER' : 'WRONG';
}

/** Reads the leaves of a tile and of the bundle below it. Bytes beyond the width are ignored. */
export function readLeaves(tile: Uint8Array | undefined, bundle: Uint8Array | undefined, width: number): TileLeaves {
  const hashes = tile && tile.length >= width * hashLength ? Buffer.from(tile.subarray(0, width * hashLength)) : undefined;
  const data = bundle && readBundle(bundle, width);
  return { tile: hashes, bundle: data && hashAll(data), bundleData: data ?? [] };
}

/** Every entry in this log's bundles is 32 bytes long; any other bundle is malformed. */
function readBundle(bundle: Uint8Array, width: number): string[] | undefined {
  if (bundle.length < width * bundled) return undefined;
  const hex = Buffer.from(bundle.buffer, bundle.byteOffset, width * bundled).toString('hex');
  const data: string[] = [];
  for (let at = 0; at < width; at++) {
    if (!hex.startsWith('0020', at * bundled * 2)) return undefined;
    data.push(hex.slice(at * bundled * 2 + 4, (at + 1) * bundled * 2));
  }
  return data;
}

/** Hashes leaves' data, hex. @returns the leaf hashes (RFC 6962 §2.1), concatenated */
export function hashAll(data: readonly string[]): Buffer {
  const input = Buffer.alloc(1 + hashLength);
  const hashes = Buffer.allocUnsafe(data.length * hashLength);
  for (const [at, one] of data.entries()) {
    input.write(one, 1, 'hex');
    hashes.write(hash('sha256', input, 'binary'), at * hashLength, 'latin1');
  }
  return hashes;
}
