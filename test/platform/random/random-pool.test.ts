import { expect, test } from '@jest/globals';
import { createRandomPool } from '../../../src/platform/random/random-pool.ts';

test('no bytes are given twice, nor changed once they are given', () => {
  const random = createRandomPool();
  // More than one pool of 8 KiB, in pieces that do not divide it, and pieces that are larger.
  const lengths = Array.from({ length: 2_000 }, (_, at) => [12, 32, 16, 12_000][at % 500 === 0 ? 3 : at % 3]!);
  const pieces = lengths.map(random);
  const copies = pieces.map((piece) => piece.toString('hex'));
  expect(copies.map((text) => text.length / 2)).toEqual(lengths);
  expect(new Set(copies.map((text) => text.slice(0, 24))).size).toBe(copies.length);
  expect(pieces.map((piece) => piece.toString('hex'))).toEqual(copies);
  // Writing into a piece changes no other.
  for (const piece of pieces) piece.fill(0);
  expect(pieces.every((piece) => piece.every((byte) => byte === 0))).toBe(true);
  expect(random(32).some((byte) => byte !== 0)).toBe(true);
});

test('two pools give different bytes', () => {
  const [one, other] = [createRandomPool(), createRandomPool()];
  expect(one(32)).not.toEqual(other(32));
});
