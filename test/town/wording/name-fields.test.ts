import { expect, test } from '@jest/globals';
import type { DataCategory } from '../../../src/town/shared/graphql/generated/schema.ts';
import { heldCategories } from '../../../src/town/wording/held-categories.ts';
import { nameFields } from '../../../src/town/wording/name-fields.ts';
import { wordings } from '../../../src/town/wording/wordings.ts';

const held: Readonly<Record<string, DataCategory>> = {
  'Resident.givenName': 'NAME',
  'Resident.familyName': 'NAME',
  'Resident.email': 'EMAIL',
};
const name = (...coordinates: readonly string[]): string[] =>
  nameFields(
    wordings.en,
    heldCategories((coordinate) => held[coordinate], coordinates),
  );

test('names the category of each coordinate once, in the order of the categories', () => {
  expect(name('Resident.email', 'Resident.givenName', 'Resident.familyName')).toEqual(['name', 'email address']);
  expect(name()).toEqual([]);
});

test('names coordinates that the schema no longer has once, as something no longer kept', () => {
  expect(name('Resident.shoeSize', 'Resident.email', 'Resident.hatSize')).toEqual(['email address', 'something that is no longer kept']);
});
