import { beforeAll, expect, test } from '@jest/globals';
import { buildSchema } from '../../src/gateway/build-schema.ts';
import { neverAsked } from './coverage.ts';
import { prove, type Proof } from './run.ts';
import { standpoints } from './standpoints.ts';

// More is asked by `npm run prove`; these are always the same ones.
const operations = 500;
let proof: Proof;
beforeAll(async () => {
  proof = await prove({ operations, seed: 3 });
}, 240_000);

test('whoever asks whatever, two towns that differ only in what the matrix withholds give the same answers, byte for byte', () => {
  expect(proof.leaks).toEqual([]);
  expect(proof.operations).toBe(operations);
});

test('and the operations ask for everything, and much is really released', () => {
  const { schema, catalogue } = buildSchema();
  const missed = neverAsked(proof.coverage, schema, catalogue);
  expect(missed.filter((coordinate) => /^(Query|Mutation)\./.test(coordinate))).toEqual([]);
  // Five hundred leave a few leaves out; a hundred thousand leave none.
  expect(missed.length).toBeLessThan(catalogue.outputs.size / 20);
  expect([...proof.coverage.standpoints.keys()].toSorted()).toEqual(standpoints.map(({ name }) => name).toSorted());
  const released = [...proof.coverage.coordinates].filter(([coordinate, tally]) => catalogue.outputs.has(coordinate) && tally.released > 0);
  expect(released.length).toBeGreaterThan(catalogue.outputs.size / 2);
});

test('and the towns differ in every table that holds something of somebody', () => {
  const alike = [...proof.differing].filter(([, rows]) => rows === 0).map(([table]) => table);
  expect(alike.toSorted()).toEqual(['recreation.partner', 'recreation.service']);
});

test('every personal field differs between the two towns for a person whom the asker may not see', () => {
  expect(proof.neverVaried).toEqual([]);
});

test('and nothing that was asked broke', () => {
  for (const code of ['INTERNAL', 'LOG_UNAVAILABLE', 'DATABASE_UNAVAILABLE']) expect(proof.coverage.statuses.get(code)).toBeUndefined();
});
