import { hash } from 'node:crypto';
import { hashLength } from '../hashes.ts';

/** Bytes of an entry in a bundle: its length in two bytes, and the leaf's data. */
const bundled = 2 + hashLength;

/** The leaves below one tile, as each place that holds them has them. */
export interface TileLeaves {
  /** Leaf hashes of the tile; undefined where it is missing or not of its form. */
  readonly tile: Buffer | undefined;
  /** Leaf hashes of the bundle's entries. */
  readonly bundle: Buffer | undefined;
  /** The leaves' data as the bundle has it, hex; empty without one. */
  readonly bundleData: readonly string[];
}

/** What a tile or bundle is, before anything is compared. */
export type Form = 'RIGHT' | 'MISSING' | 'WRONG' | 'LONGER';

/** Says whether these are the bytes of so many items of `length` bytes each. */
export function formOf(bytes: Uint8Array | undefined, width: number, length: number): Form {
  if (!bytes) return 'MISSING';
  if (bytes.length === width * length) return 'RIGHT';
  return bytes.length > width * length && width < 256 ? 'LONGER' : 'WRONG';
}

/** Reads the leaves of a tile and of the bundle below it; what is longer is read as far as the width goes. */
export function readLeaves(tile: Uint8Array | undefined, bundle: Uint8Array | undefined, width: number): TileLeaves {
  const hashes = tile && tile.length >= width * hashLength ? Buffer.from(tile.subarray(0, width * hashLength)) : undefined;
  const data = bundle && readBundle(bundle, width);
  return { tile: hashes, bundle: data && hashAll(data), bundleData: data ?? [] };
}

/** Every entry of this log's bundles is 32 bytes long, so a bundle of another form is not one of ours. */
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

/** The leaf hashes (RFC 6962 §2.1), one behind the other, of leaves' data in hex. */
export function hashAll(data: readonly string[]): Buffer {
  const input = Buffer.alloc(1 + hashLength);
  const hashes = Buffer.allocUnsafe(data.length * hashLength);
  for (const [at, one] of data.entries()) {
    input.write(one, 1, 'hex');
    hashes.write(hash('sha256', input, 'binary'), at * hashLength, 'latin1');
  }
  return hashes;
}
