import { describe, expect, test } from '@jest/globals';
import { ProvenTiles } from '../../../src/log/bundle/proven-tiles.ts';
import { hashLeaf } from '../../../src/log/tree/hashes.ts';
import { parseTilePath } from '../../../src/log/tree/tile.ts';
import { KeptTiles } from '../../helpers/log/kept-tiles.ts';

const leaf = (number: number): Uint8Array => hashLeaf(Buffer.from(String(number)));

/** The tiles of a tree of the given size. @param altered the path of a tile to change */
function proving(size: number, altered?: string) {
  const tree = new KeptTiles();
  for (let start = 0; start < size; start += 4096) {
    tree.append(Array.from({ length: Math.min(4096, size - start) }, (_leaf, at) => leaf(start + at)));
  }
  const found: string[] = [];
  const read: string[] = [];
  const tiles = new ProvenTiles(
    async (path) => {
      read.push(path);
      const { level, index, width } = parseTilePath(path)!;
      const bytes = Buffer.from(tree.tiles.get(`${level}/${index}`)!.subarray(0, width * 32));
      if (path === altered) bytes[0]! ^= 1;
      return bytes;
    },
    BigInt(size),
    tree.edge.root(),
    (code, place) => found.push(`${code} ${place}`),
  );
  return { tiles, found, read };
}

describe('a tile of level 0', () => {
  test.each([1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 66_000])('is proven in a tree of %i', async (size) => {
    const { tiles, found } = proving(size);
    for (const index of new Set([0, (size - 1) >> 9, (size - 1) >> 8])) {
      const hashes = await tiles.get(0, BigInt(index));
      expect(Buffer.from(hashes!.subarray(0, 32))).toEqual(Buffer.from(leaf(index * 256)));
      expect(hashes!.length).toBe(32 * Math.min(256, size - index * 256));
    }
    expect(await tiles.get(0, BigInt(((size - 1) >> 8) + 1))).toBeUndefined();
    expect(found).toEqual([]);
  });

  test.each([
    ['tile/0/000', ['BUNDLE_TILE_ALTERED tile/0/000']],
    ['tile/1/000', ['BUNDLE_TILE_ALTERED tile/1/000']],
    ['tile/1/001.p/1', ['BUNDLE_TILE_ALTERED one of the rightmost tiles']],
    ['tile/2/000.p/1', ['BUNDLE_TILE_ALTERED one of the rightmost tiles']],
    ['tile/0/257.p/208', ['BUNDLE_TILE_ALTERED one of the rightmost tiles']],
  ])('is not proven if %s is altered', async (altered, expected) => {
    const { tiles, found } = proving(66_000, altered);
    expect(await tiles.get(0, 0n)).toBeUndefined();
    expect(await tiles.get(0, 0n)).toBeUndefined();
    expect(found).toEqual(expected);
    // The proof of this tile does not depend on other tiles of level 0.
    expect((await tiles.get(0, 100n)) !== undefined).toBe(altered === 'tile/0/000');
  });

  test('reads each tile above it once', async () => {
    const { tiles, read } = proving(66_000);
    for (let index = 0n; index < 256n; index++) await tiles.get(0, index);
    expect(read.filter((path) => path === 'tile/1/000')).toHaveLength(1);
    expect(read.length).toBeLessThan(256 + 8);
  });
});
