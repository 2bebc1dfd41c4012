import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeBundle, edgeTiles, encodeBundle, parseTilePath, tileHeight, tilePath, tileWidth } from '../../../src/log/tree/tile.ts';

const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
const tile = fc.record({ level, index: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), width: fc.integer({ min: 1, max: 256 }) });

test('paths are those of the tlog-tiles examples', () => {
  expect(tilePath({ level: 0, index: 1_234_067n, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ level: 0, index: 1_234_067n, width: 112 })).toBe('tile/0/x001/x234/067.p/112');
  expect(tilePath({ level: 'entries', index: 0n, width: 256 })).toBe('tile/entries/000');
  expect(tilePath({ level: 63, index: 999n, width: 1 })).toBe('tile/63/999.p/1');
  expect(tilePath({ level: 1, index: 1000n, width: 256 })).toBe('tile/1/x001/000');
});

test('the trees of the tlog-tiles examples end in these tiles', () => {
  expect(edgeTiles(70_000n)).toEqual([
    { level: 0, index: 273n, width: 112 },
    { level: 1, index: 1n, width: 17 },
    { level: 2, index: 0n, width: 1 },
  ]);
  expect(edgeTiles(256n)).toEqual([
    { level: 0, index: 0n, width: 256 },
    { level: 1, index: 0n, width: 1 },
  ]);
  expect(edgeTiles(0n)).toEqual([]);
  expect(edgeTiles(1n)).toEqual([{ level: 0, index: 0n, width: 1 }]);
  expect(edgeTiles(2n ** 64n - 1n)).toHaveLength(8);
});

test('each edge tile has the width that tlog-tiles defines: floor(s / 256**l) mod 256, or full', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (size) => {
      for (const { level, index, width } of edgeTiles(size)) {
        const hashes = size / 256n ** BigInt(level);
        expect(BigInt(width)).toBe(hashes % 256n || 256n);
        expect(index * 256n + BigInt(width)).toBe(hashes);
      }
    }),
  );
  expect([tileHeight, tileWidth]).toEqual([8, 256]);
});

test('a path parses to the tile that it was written from', () => {
  fc.assert(fc.property(tile, (one) => expect(parseTilePath(tilePath(one))).toEqual(one)));
});

test.each([
  '',
  'tile',
  'tile/0',
  'tile/0/',
  'tile/0/0',
  'tile/0/00',
  'tile/0/0000',
  'tile/00/000',
  'tile/01/000',
  'tile/64/000',
  'tile/-1/000',
  'tile/+1/000',
  'tile/1e0/000',
  'tile/entry/000',
  'tile/Entries/000',
  'tile/0/x000/000',
  'tile/0/x000/x001/000',
  'tile/0/001/000',
  'tile/0/x001',
  'tile/0/X001/000',
  'tile/0/x001/x000',
  'tile/0/x1/000',
  'tile/0/000.p',
  'tile/0/000.p/',
  'tile/0/000.p/0',
  'tile/0/000.p/00',
  'tile/0/000.p/01',
  'tile/0/000.p/256',
  'tile/0/000.p/999',
  'tile/0/000.p/1000',
  'tile/0/000.p/1/',
  'tile/0/000.p/1.p/1',
  'tile/0/000/',
  'tile/0/000\n',
  '\ntile/0/000',
  '/tile/0/000',
  'tile/0/../000',
  'tile/0/%30%30%30',
  'tile/0/٠٠٠',
  'tile/0/x018/x446/x744/x073/x709/x551/616',
  'tile/0/x001/x000/x000/x000/x000/x000/x000/000',
  `tile/0/${'x001/'.repeat(10_000)}000`,
])('not a tile: %j', (path) => {
  expect(parseTilePath(path)).toBeUndefined();
});

test('changing, inserting or removing a character of a path gives no tile, or another one', () => {
  const character = fc.constantFrom('0', '1', '5', '9', 'x', 'p', '.', '/', ' ', '-', '\n', 'e');
  fc.assert(
    fc.property(tile, fc.nat(), fc.nat(1), character, (one, place, taken, put) => {
      const path = tilePath(one);
      const at = place % path.length;
      for (const other of [path.slice(0, at) + put + path.slice(at + taken), path.slice(0, at) + path.slice(at + 1)]) {
        const read = parseTilePath(other);
        if (read) expect(tilePath(read)).toBe(other);
        if (read && other !== path) expect(read).not.toEqual(one);
      }
    }),
  );
});

test('a text parses as a tile only if it is the canonical path', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^tile\/[0-9entris]{1,3}\/[x0-9/]{0,12}(\.p\/\d{0,4})?$/)), (text) => {
      const read = parseTilePath(text);
      if (read) expect(tilePath(read)).toBe(text);
    }),
  );
});

test('an entry bundle parses to its entries, each with a two-byte length', () => {
  expect(encodeBundle([Buffer.from('ab'), new Uint8Array(0)])).toEqual(Buffer.from([0, 2, 97, 98, 0, 0]));
  const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 });
  fc.assert(
    fc.property(entries, (some) => {
      expect(decodeBundle(encodeBundle(some), some.length).map((entry) => [...entry])).toEqual(some.map((entry) => [...entry]));
    }),
    { numRuns: 30 },
  );
  const longest = new Uint8Array(65_535).fill(1);
  expect(decodeBundle(encodeBundle([longest]), 1)).toEqual([longest]);
});

test('an entry bundle that is truncated, or has one entry more or fewer, is refused', () => {
  const refusal = expect.objectContaining({ code: 'LOG_TILE_INVALID' });
  const bundle = encodeBundle([Buffer.from('abc'), Buffer.from('defg')]);
  expect(decodeBundle(bundle, 2)).toHaveLength(2);
  for (let length = 0; length < bundle.length; length++) expect(() => decodeBundle(bundle.subarray(0, length), 2)).toThrow(refusal);
  for (const width of [0, 1, 3, 256]) expect(() => decodeBundle(bundle, width)).toThrow(refusal);
  expect(() => decodeBundle(Buffer.concat([bundle, Buffer.of(0)]), 2)).toThrow(refusal);
});

test('an entry bundle has 1 to 256 entries of at most 65,535 bytes', () => {
  const refusal = expect.objectContaining({ code: 'LOG_TILE_INVALID' });
  const entry = new Uint8Array(1);
  expect(() => encodeBundle([])).toThrow(refusal);
  expect(() => encodeBundle(Array.from({ length: 257 }, () => entry))).toThrow(refusal);
  expect(() => encodeBundle([entry, new Uint8Array(65_536)])).toThrow(refusal);
  expect(() => decodeBundle(new Uint8Array(0), 0)).toThrow(refusal);
  expect(() => decodeBundle(new Uint8Array(2 * 257), 257)).toThrow(refusal);
});
