import { expect, test } from '@jest/globals';
import { RepeatFilter } from '../../../src/engine/document/document-store.ts';

test('a key is repeated at its second offer, and the third counts as a first', () => {
  const filter = new RepeatFilter();
  expect(filter.isRepeated('a')).toBe(false);
  expect(filter.isRepeated('b')).toBe(false);
  expect([filter.isRepeated('a'), filter.isRepeated('a'), filter.isRepeated('a')]).toEqual([true, false, true]);
});

test('a key is forgotten after 5,000 other keys', () => {
  const filter = new RepeatFilter();
  const offerOthers = (count: number): void => {
    for (let other = 0; other < count; other += 1) expect(filter.isRepeated(`${count} ${other}`)).toBe(false);
  };
  filter.isRepeated('a');
  offerOthers(4_999);
  expect(filter.isRepeated('a')).toBe(true);
  filter.isRepeated('a');
  offerOthers(5_000);
  expect(filter.isRepeated('a')).toBe(false);
});
