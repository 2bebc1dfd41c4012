import { expect, test } from '@jest/globals';
import { partnerGrants } from '../../../../../src/town/policy/lines/grants/partners.ts';

test('a partner sees something under a mandate only, and a grant names its conditions or has none', () => {
  expect(new Set(partnerGrants.map(({ relationship }) => relationship))).toEqual(new Set(['MANDATE']));
  expect(partnerGrants.filter(({ when }) => when?.length === 0)).toEqual([]);
  expect(partnerGrants.some(({ when }) => when === undefined)).toBe(true);
});
