import { town } from '../../src/town/index.ts';
import { beforeAll, expect, test } from '@jest/globals';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { neverAsked } from './coverage.ts';
import { provedInTests } from './rounds.ts';
import { prove, type Proof } from './run.ts';
import { standpoints } from './towns/standpoints.ts';

let proof: Proof;
beforeAll(async () => {
  proof = await prove(provedInTests);
}, 240_000);

test('two towns that differ only in what the matrix withholds give the same answers, byte for byte', () => {
  expect(proof.leaks).toEqual([]);
  expect(proof.operations).toBe(provedInTests.operations);
});

test('the operations ask for every root field, and more than half of the personal fields are released', () => {
  const { schema, markings } = buildSchema(town);
  const missed = neverAsked(proof.coverage, schema, markings);
  expect(missed.filter((coordinate) => /^(Query|Mutation)\./.test(coordinate))).toEqual([]);
  // A few hundred operations miss a few leaf fields. A hundred thousand miss none.
  expect(missed.length).toBeLessThan(markings.outputs.size / 20);
  expect([...proof.coverage.standpoints.keys()].toSorted()).toEqual(standpoints.map(({ name }) => name).toSorted());
  const released = [...proof.coverage.coordinates].filter(([coordinate, tally]) => markings.outputs.has(coordinate) && tally.released > 0);
  expect(released.length).toBeGreaterThan(markings.outputs.size / 2);
});

test('the towns differ in every table that holds personal data', () => {
  const alike = [...proof.differing].filter(([, rows]) => rows === 0).map(([table]) => table);
  expect(alike.toSorted()).toEqual(['recreation.partner', 'recreation.service']);
});

test('every personal field differs between the two towns for a person whom the viewer may not see', () => {
  expect(proof.neverVaried).toEqual([]);
});

test('no operation fails inside the gateway', () => {
  for (const code of ['INTERNAL', 'LOG_UNAVAILABLE', 'DATABASE_UNAVAILABLE']) expect(proof.coverage.statuses.get(code)).toBeUndefined();
});
