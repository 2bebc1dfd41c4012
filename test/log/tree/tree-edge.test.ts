import { expect, test } from '@jest/globals';
import { hashLeaf } from '../../../src/log/tree/hashes.ts';
import { TreeEdge } from '../../../src/log/tree/tree-edge.ts';
import { edgeTiles } from '../../../src/log/tree/tile.ts';
import { KeptTiles, seeded } from '../../helpers/log/kept-tiles.ts';
import { NaiveTree } from '../../helpers/log/naive-tree.ts';

const tree = new NaiveTree(300);
const leafHashes = tree.leafHashes;
/** Hexadecimal text of tiles: comparing long texts is much faster than comparing each byte. */
const hex = (...parts: (Uint8Array | undefined)[]): string => Buffer.concat(parts.map((part) => part ?? Buffer.of())).toString('hex');
const hexes = (tiles: ReadonlyMap<string, Uint8Array>) => new Map([...tiles].map(([place, data]) => [place, hex(data)]));

test('in a tree grown leaf by leaf, each root up to size 300 equals that of the naive tree', () => {
  const edge = TreeEdge.open(0n, () => undefined);
  expect(edge.root()).toEqual(tree.root(0));
  for (let size = 1; size <= 300; size++) {
    edge.append([leafHashes[size - 1]!]);
    expect(edge.size).toBe(BigInt(size));
    expect(edge.root()).toEqual(tree.root(size));
  }
});

test('a tree that grows in random batches and is reopened in between has the same roots and tiles', () => {
  const random = seeded(6962);
  for (let round = 0; round < 60; round++) {
    const kept = new KeptTiles();
    for (let size = 0; size < 300;) {
      const next = Math.min(300, size + Math.floor(random() * 80));
      kept.append(leafHashes.slice(size, next));
      size = next;
      if (random() < 0.5) kept.reopen();
      expect(hex(kept.edge.root())).toBe(hex(tree.root(size)));
    }
    expect([...kept.tiles.keys()].toSorted()).toEqual(['0/0', '0/1', '1/0']);
    expect(hex(kept.tiles.get('0/0'))).toBe(hex(...leafHashes.slice(0, 256)));
    expect(hex(kept.tiles.get('0/1'))).toBe(hex(...leafHashes.slice(256)));
    expect(hex(kept.tiles.get('1/0'))).toBe(hex(tree.root(256)));
  }
});

test('the tree of 70,000 has the tiles of the tlog-tiles example, and its full tiles go into the level above', () => {
  const many = Array.from({ length: 70_000 }, (_, at) => hashLeaf(Buffer.from(`${at}`)));
  const kept = new KeptTiles();
  for (let at = 0; at < many.length; at += 997) {
    kept.append(many.slice(at, at + 997));
    kept.reopen();
  }
  const whole = TreeEdge.open(0n, () => undefined);
  const { tiles } = whole.append(many);
  expect(whole.root()).toEqual(kept.edge.root());
  expect(hexes(new Map(tiles.map(({ level, index, data }) => [`${level}/${index}`, data])))).toEqual(hexes(kept.tiles));
  const widths = (level: number) => tiles.filter((tile) => tile.level === level).map(({ data }) => data.length / 32);
  expect(widths(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112]);
  expect(widths(1)).toEqual([256, 17]);
  expect(widths(2)).toEqual([1]);
  expect(widths(3)).toEqual([]);
  const root = (at: number) => {
    const below = TreeEdge.open(0n, () => undefined);
    below.append(many.slice(at * 256, (at + 1) * 256));
    return below.root();
  };
  for (const at of [0, 1, 255])
    expect(tiles.find(({ level }) => level === 1)!.data.subarray(at * 32, (at + 1) * 32)).toEqual(new Uint8Array(root(at)));
});

test('append returns only the tiles that got a hash, whole', () => {
  const kept = new KeptTiles();
  expect(kept.edge.append([])).toEqual({ tiles: [] });
  kept.append(leafHashes.slice(0, 255));
  const { tiles } = kept.edge.append(leafHashes.slice(255, 256));
  expect(tiles.map(({ level, index, data }) => [level, index, data.length])).toEqual([
    [0, 0n, 8192],
    [1, 0n, 32],
  ]);
  const next = kept.edge.append(leafHashes.slice(256, 258)).tiles;
  expect(next.map(({ level, index, data }) => [level, index, data.length])).toEqual([[0, 1n, 64]]);
});

test('changing returned tiles or passed hashes does not change the tree', () => {
  const edge = TreeEdge.open(0n, () => undefined);
  const given = leafHashes.slice(0, 3).map((hash) => Buffer.from(hash));
  const { tiles } = edge.append(given);
  for (const bytes of [...given, ...tiles.map(({ data }) => data)]) bytes.fill(0);
  edge.append([leafHashes[3]!]);
  expect(edge.root()).toEqual(tree.root(4));
});

test('a tile that has grown since is accepted; a missing or short one is reported with its path', () => {
  const kept = new KeptTiles();
  kept.append(leafHashes);
  const read = (level: number, index: bigint) => kept.tiles.get(`${level}/${index}`);
  for (const size of [0, 1, 100, 255, 256, 257, 299, 300]) expect(TreeEdge.open(BigInt(size), read).root()).toEqual(tree.root(size));
  expect(edgeTiles(300n)).toHaveLength(2);
  for (const bytes of [undefined, new Uint8Array(44 * 32 - 1)]) {
    const short = () => TreeEdge.open(300n, (level, index) => (level === 0 ? bytes : read(level, index)));
    expect(short).toThrow(expect.objectContaining({ code: 'LOG_TILE_INVALID', message: expect.stringContaining('tile/0/001.p/44') }));
  }
});

test('an invalid leaf hash adds nothing, and an invalid size is refused', () => {
  const edge = TreeEdge.open(0n, () => undefined);
  expect(() => edge.append([leafHashes[0]!, new Uint8Array(31)])).toThrow(expect.objectContaining({ code: 'LOG_TILE_INVALID' }));
  expect(edge.size).toBe(0n);
  expect(edge.root()).toEqual(tree.root(0));
  const refusal = expect.objectContaining({ code: 'LOG_SIZE_INVALID' });
  expect(() => TreeEdge.open(-1n, () => undefined)).toThrow(refusal);
  const largest = TreeEdge.open(2n ** 64n - 1n, () => new Uint8Array(8192));
  expect(() => largest.append([leafHashes[0]!])).toThrow(refusal);
});
