import { expect, test } from '@jest/globals';
import { tamper } from '../../tamper/run.ts';

const seed = Number(process.env['TAMPER_SEED'] ?? 1);

test(`the verifier finds each of 120 alterations by the database's owner at its place (seed ${seed})`, async () => {
  const { whole, missed } = await tamper(120, seed);
  expect(whole.findings).toEqual([]);
  expect(missed).toEqual([]);
}, 300_000);
