import { createHmac, hash } from 'node:crypto';
import { tileWidth } from './tile.ts';

// No header begins so: an entry's leaf is the digest of a JSON object.
const prefix = Buffer.from('need-to-know/padding\n');

/**
 * Padding hides how many entries there are: leaves that look like those of entries to all who have not the padding key. Our own form.
 * From the key follows a key for each tile of leaves, so that an auditor can be shown the padding of some tiles and of no others. No one
 * can pass an entry's leaf off as padding afterwards: a key that gives its digest cannot be found.
 */
export interface Padding {
  /** The leaf's data of the padding at that number; undefined: it is not known. */
  leafAt(number: number): Buffer | undefined;
}

/** The padding of a whole log. @param key its padding key */
export function paddingOf(key: Uint8Array): Padding {
  // Numbers are asked for in order.
  let known: { readonly tile: number; readonly key: Uint8Array } = { tile: -1, key: Buffer.of() };
  return {
    leafAt(number) {
      const tile = Math.floor(number / tileWidth);
      if (known.tile !== tile) known = { tile, key: tilePaddingKey(key, tile) };
      return leafOf(known.key, number);
    },
  };
}

/** The padding below some tiles. @param keys the key of each of these tiles, by the tile's index */
export function paddingOfTiles(keys: ReadonlyMap<number, Uint8Array>): Padding {
  return {
    leafAt(number) {
      const key = keys.get(Math.floor(number / tileWidth));
      return key && leafOf(key, number);
    },
  };
}

/** The key from which the padding below one tile of leaves follows. */
export function tilePaddingKey(key: Uint8Array, tile: number): Buffer {
  return createHmac('sha256', key).update(eightBytes(tile)).digest();
}

function leafOf(key: Uint8Array, number: number): Buffer {
  return hash('sha256', Buffer.concat([prefix, key, eightBytes(number)]), 'buffer');
}

function eightBytes(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(number));
  return bytes;
}
