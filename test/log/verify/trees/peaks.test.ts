import { expect, test } from '@jest/globals';
import { hashLeaf, hashTree } from '../../../../src/log/tree/hashes.ts';
import { TreeEdge } from '../../../../src/log/tree/tree-edge.ts';
import { Peaks } from '../../../../src/log/verify/trees/peaks.ts';

const leaves = Array.from({ length: 600 }, (_leaf, at) => hashLeaf(Buffer.from(String(at))));
const rootOf = (size: number): Uint8Array => {
  const edge = TreeEdge.open(0n, () => undefined);
  edge.append(leaves.slice(0, size));
  return edge.root();
};

test('peaks give the root of every tree, grown leaf by leaf', () => {
  const peaks = new Peaks();
  for (const [at, leaf] of leaves.entries()) {
    expect(Buffer.compare(peaks.root(), rootOf(at))).toBe(0);
    peaks.add(leaf, 0);
  }
});

test('full tiles and leaves give the same root, and copies do not change the original', () => {
  const peaks = new Peaks();
  peaks.add(hashTree(Buffer.concat(leaves.slice(0, 256))), 8);
  peaks.add(hashTree(Buffer.concat(leaves.slice(256, 512))), 8);
  const grown = new Peaks(peaks);
  for (const leaf of leaves.slice(512)) grown.add(leaf, 0);
  expect(Buffer.compare(grown.root(), rootOf(600))).toBe(0);
  expect(Buffer.compare(peaks.root(), rootOf(512))).toBe(0);
});
