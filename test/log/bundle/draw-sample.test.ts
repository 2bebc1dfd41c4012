import { hash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { drawSample } from '../../../src/log/bundle/draw-sample.ts';

const numbers = Array.from({ length: 500 }, (_number, at) => at * 3);

test('a sample depends only on the seed and the numbers, not on their order or on chance', () => {
  const drawn = drawSample(numbers, 'spring', 25);
  expect(drawn).toHaveLength(25);
  expect(new Set(drawn).size).toBe(25);
  expect(drawSample(numbers.toReversed(), 'spring', 25)).toEqual(drawn);
  expect(drawSample(numbers, 'autumn', 25)).not.toEqual(drawn);
  // As an auditor would: echo -n "spring<number>" | sha256sum, sorted.
  const byHand = numbers
    .map((number) => ({ number, by: hash('sha256', `spring${number}`) }))
    .toSorted((one, other) => (one.by < other.by ? -1 : 1));
  expect(drawn).toEqual(byHand.slice(0, 25).map(({ number }) => number));
});

test('a larger sample begins with the smaller one, and a sample that is too large contains all numbers', () => {
  expect(drawSample(numbers, 'spring', 40).slice(0, 25)).toEqual(drawSample(numbers, 'spring', 25));
  expect(drawSample(numbers, 'spring', 1_000).toSorted((one, other) => one - other)).toEqual(numbers);
});
