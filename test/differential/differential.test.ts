import { beforeAll, expect, test } from '@jest/globals';
import { corpus } from '../corpus/corpus.ts';
import { standpoints } from '../non-interference/standpoints.ts';
import { compareExecutors, type Differential } from './run.ts';

// More is asked by `npm run differential`; these are always the same ones.
const operations = 250;
let found: Differential;
beforeAll(async () => {
  found = await compareExecutors({ operations, seed: 1 });
}, 240_000);

test('whatever is asked, the compiled executor and graphql-js answer, ask of the database and log the same', () => {
  expect(found.differences).toEqual([]);
  expect(found.operations).toBe(operations);
  expect(found.ofCorpus).toBe(corpus.length);
});

test('and from everywhere, and much is answered, refused, read and logged', () => {
  expect([...found.coverage.standpoints.keys()].toSorted()).toEqual(standpoints.map(({ name }) => name).toSorted());
  expect(found.withData).toBeGreaterThan(400);
  expect(found.withErrors).toBeGreaterThan(200);
  expect(found.entries).toBeGreaterThan(300);
  expect(found.subjects).toBeGreaterThan(500);
  expect(found.statements).toBeGreaterThan(1_500);
});

test('and nothing that was asked broke', () => {
  for (const code of ['INTERNAL', 'LOG_UNAVAILABLE', 'DATABASE_UNAVAILABLE']) expect(found.codes.get(code)).toBeUndefined();
});
