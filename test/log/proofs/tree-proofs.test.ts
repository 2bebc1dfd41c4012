import { beforeEach, expect, jest, test } from '@jest/globals';
import { verifyConsistency, verifyInclusion } from '../../../src/log/proofs/proof.ts';
import { consistencyProof, inclusionProof, rootOf } from '../../../src/log/proofs/tree-proofs.ts';
import { hashLeaf } from '../../../src/log/tree/hashes.ts';
import { KeptTiles, seeded } from '../../helpers/log/kept-tiles.ts';
import { NaiveTree } from '../../helpers/log/naive-tree.ts';

// Many proofs. The time limit allows for a busy machine.
jest.setTimeout(300_000);

const sizes = 300;
const tree = new NaiveTree(sizes);
const kept = new KeptTiles();
kept.append(tree.leafHashes);
beforeEach(() => {
  kept.reads = [];
});

const bytes = (hashes: readonly Uint8Array[]) => Buffer.concat(hashes);

test('every root up to size 300 equals that of the naive tree', async () => {
  for (let size = 0; size <= sizes; size++) expect(await rootOf(BigInt(size), kept.read)).toEqual(new Uint8Array(tree.root(size)));
});

test('every inclusion proof up to size 300 equals that of the naive tree', async () => {
  let wrong = 0;
  for (let size = 1; size <= sizes; size++) {
    for (let index = 0; index < size; index++) {
      const proof = await inclusionProof(BigInt(index), BigInt(size), kept.read);
      if (!bytes(proof).equals(bytes(tree.inclusionProof(index, size)))) wrong++;
    }
  }
  expect(wrong).toBe(0);
});

test('every consistency proof up to size 300 equals that of the naive tree', async () => {
  let wrong = 0;
  for (let size2 = 1; size2 <= sizes; size2++) {
    for (let size1 = 1; size1 <= size2; size1++) {
      const proof = await consistencyProof(BigInt(size1), BigInt(size2), kept.read);
      if (!bytes(proof).equals(bytes(tree.consistencyProof(size1, size2)))) wrong++;
    }
  }
  expect(wrong).toBe(0);
});

test('in a tree of three levels, proofs are valid and read each tile once, with at most two per level', async () => {
  const many = Array.from({ length: 70_000 }, (_, at) => hashLeaf(Buffer.from(`${at}`)));
  const large = new KeptTiles();
  large.append(many);
  const random = seeded(70_000);
  const size2 = 70_000n;
  const root2 = await rootOf(size2, large.read);
  expect(root2).toEqual(new Uint8Array(large.edge.root()));
  for (let round = 0; round < 100; round++) {
    const size1 = 1n + BigInt(Math.floor(random() * 70_000));
    const index = BigInt(Math.floor(random() * Number(size1)));
    const root1 = await rootOf(size1, large.read);
    for (const prove of [
      () => inclusionProof(index, size1, large.read),
      () => inclusionProof(index, size2, large.read),
      () => consistencyProof(size1, size2, large.read),
    ]) {
      large.reads = [];
      await prove();
      expect(new Set(large.reads).size).toBe(large.reads.length);
      expect(large.reads.length).toBeLessThanOrEqual(6);
    }
    const leafHash = many[Number(index)]!;
    verifyInclusion({ index, size: size1, leafHash, proof: await inclusionProof(index, size1, large.read), root: root1 });
    verifyInclusion({ index, size: size2, leafHash, proof: await inclusionProof(index, size2, large.read), root: root2 });
    verifyConsistency({ size1, size2, proof: await consistencyProof(size1, size2, large.read), root1, root2 });
  }
});

test('tiles are read with their width in the tree', async () => {
  await rootOf(300n, kept.read);
  expect(kept.reads.toSorted()).toEqual(['0/1/44', '1/0/1']);
});

test('a tile that is too short or too long is refused with its path', async () => {
  for (const length of [43 * 32, 44 * 32 - 1, 45 * 32]) {
    const read = async (level: number, index: bigint, width: number) =>
      level === 0 && index === 1n ? new Uint8Array(length) : kept.read(level, index, width);
    await expect(rootOf(300n, read)).rejects.toMatchObject({
      code: 'LOG_TILE_INVALID',
      message: expect.stringContaining('tile/0/001.p/44'),
    });
  }
});

test('invalid sizes and indexes are refused', async () => {
  const refusal = { code: 'LOG_SIZE_INVALID' };
  await expect(rootOf(-1n, kept.read)).rejects.toMatchObject(refusal);
  await expect(rootOf(2n ** 64n, kept.read)).rejects.toMatchObject(refusal);
  for (const [index, size] of [
    [0n, 0n],
    [5n, 5n],
    [-1n, 5n],
  ] as const) {
    await expect(inclusionProof(index, size, kept.read)).rejects.toMatchObject(refusal);
  }
  for (const [size1, size2] of [
    [0n, 5n],
    [6n, 5n],
    [-1n, 5n],
  ] as const) {
    await expect(consistencyProof(size1, size2, kept.read)).rejects.toMatchObject(refusal);
  }
  expect(kept.reads).toEqual([]);
});
