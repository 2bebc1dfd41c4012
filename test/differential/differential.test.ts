import { beforeAll, expect, test } from '@jest/globals';
import { corpus } from '../corpus/corpus.ts';
import { standpoints } from '../non-interference/towns/standpoints.ts';
import { compareExecutors, type Differential } from './run.ts';

// `npm run differential` runs more. These operations are the same in every run.
const operations = 250;
let found: Differential;
beforeAll(async () => {
  found = await compareExecutors({ operations, seed: 1 });
}, 240_000);

test('the compiled executor and graphql-js give the same answers, SQL statements and access entries', () => {
  expect(found.differences).toEqual([]);
  expect(found.operations).toBe(operations);
  expect(found.ofCorpus).toBe(corpus.length);
});

test('every standpoint asks, and many operations are answered, refused, read and logged', () => {
  expect([...found.coverage.standpoints.keys()].toSorted()).toEqual(standpoints.map(({ name }) => name).toSorted());
  expect(found.withData).toBeGreaterThan(400);
  expect(found.withErrors).toBeGreaterThan(200);
  expect(found.entries).toBeGreaterThan(300);
  expect(found.subjects).toBeGreaterThan(500);
  expect(found.statements).toBeGreaterThan(1_500);
});

test('no operation fails inside the gateway', () => {
  for (const code of ['INTERNAL', 'LOG_UNAVAILABLE', 'DATABASE_UNAVAILABLE']) expect(found.codes.get(code)).toBeUndefined();
});
