import { expect, test } from '@jest/globals';
import type { DataCategory } from '../../src/generated/schema.ts';
import { nameFields } from '../../src/wording/name-fields.ts';
import { wordings } from '../../src/wording/wordings.ts';

const held: Readonly<Record<string, DataCategory>> = {
  'Resident.givenName': 'NAME',
  'Resident.familyName': 'NAME',
  'Resident.email': 'EMAIL',
};
const name = (...coordinates: readonly string[]): string[] => nameFields(wordings.en, (coordinate) => held[coordinate], coordinates);

test('names what coordinates hold, each once, in one order', () => {
  expect(name('Resident.email', 'Resident.givenName', 'Resident.familyName')).toEqual(['name', 'e-mail address']);
  expect(name()).toEqual([]);
});

test('says so of what the schema has no more, once', () => {
  expect(name('Resident.shoeSize', 'Resident.email', 'Resident.hatSize')).toEqual(['e-mail address', 'something that is no longer kept']);
});
