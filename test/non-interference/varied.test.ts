import { town as municipality } from '../../src/town/index.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { copyDatabase, testNow, testToday, type TestDatabase } from '../helpers/database/cluster.ts';
import { firstTown } from './towns/first-town.ts';
import { makeSecondTown } from './towns/second-town.ts';
import { standpoints } from './towns/standpoints.ts';
import type { Town } from './towns/town.ts';
import { neverVaried, variedBetween } from './varied.ts';

// A proof over two towns shows nothing for a value that is the same in both.
const { schema, markings } = buildSchema(municipality);

let database: TestDatabase;
let town: Town;
const varied = new Set<string>();
beforeAll(async () => {
  database = await copyDatabase();
  town = await firstTown(database);
  for (const [at, standpoint] of standpoints.entries()) {
    for (const place of variedBetween(town, makeSecondTown(town, standpoint, String(at), testToday, testNow))) varied.add(place);
  }
});
afterAll(() => database.drop());

test('every personal field differs between the two towns for a person whom the viewer may not see', () => {
  expect(neverVaried(schema, markings, town, varied)).toEqual([]);
});

test('a column that stays the same is named, with its field and the file to edit', () => {
  const without = new Set([...varied].filter((place) => place !== 'recreation.resident.mobile_phone'));
  expect(neverVaried(schema, markings, town, without)).toEqual([
    'Resident.mobilePhone: recreation.resident.mobile_phone is the same in both towns: ' +
      'change it in test/non-interference/towns/second-town/change-people.ts',
  ]);
});

test('a hint that is made from a column is named with it', () => {
  const without = new Set([...varied].filter((place) => place !== 'recreation.resident.email'));
  expect(neverVaried(schema, markings, town, without).map((sentence) => sentence.split(':')[0])).toEqual([
    'Resident.email',
    'Resident.emailHint',
  ]);
});

test('a table whose rows stay the same is named', () => {
  const without = new Set([...varied].filter((place) => !place.startsWith('recreation.purchase')));
  const named = neverVaried(schema, markings, town, without);
  expect(named).toContain(
    'Resident.purchases: recreation.purchase is the same in both towns: change it in test/non-interference/towns/second-town/change-accounts.ts',
  );
});
