import { expect, test } from '@jest/globals';
import { Ledger } from './ledger.ts';
import { asJson, asText, exitCodeOf } from './report.ts';
import type { Round } from './run.ts';

const good: Round = { fault: 'gateway', answers: 40, refused: 3, lost: 2, entries: 41, found: [] };
const bad: Round = { ...good, fault: 'postgres', found: Array.from({ length: 7 }, (_, at) => `an answer has no entry: ${at}`) };

test('a round with a failure is reported and sets exit code 1', () => {
  expect(exitCodeOf([good, good], 2)).toBe(0);
  expect(exitCodeOf([good, bad], 2)).toBe(1);
  const text = asText([good, bad, good], 5, 9);
  expect(text).toMatch(/^gateway +2 +80 +6 +4 +82 +0$/m);
  expect(text).toMatch(/^postgres +1 +40 +3 +2 +41 +7$/m);
  expect(text).toContain('round 2 (postgres): an answer has no entry: 4\nround 2 (postgres): and 2 more\n');
  expect(text).not.toContain('Each answer has its entry');
  expect(JSON.parse(asJson([bad], 5, 9))).toMatchObject({ seed: 5, kinds: [{ fault: 'postgres', found: 7 }], rounds: [bad] });
});

test('a round without answers, or fewer rounds than requested, sets exit code 2', () => {
  expect(exitCodeOf([good], 2)).toBe(2);
  expect(exitCodeOf([good, { ...good, answers: 0 }], 2)).toBe(2);
  expect(exitCodeOf([good, { ...good, entries: 0 }], 2)).toBe(2);
});

test('an answer without a receipt is a finding, as are two answers with the same entry', () => {
  const ledger = new Ledger();
  const receipt = { entry: 'e', leafHash: '', promise: { time: '', size: 1, index: 0, proof: [], signed: '' } };
  ledger.note('ANSWERED', undefined, receipt);
  ledger.note('REFUSED', undefined, undefined);
  ledger.note('LOST', undefined, undefined);
  expect(ledger.faults).toEqual([]);
  ledger.note('ANSWERED', undefined, receipt);
  ledger.note('ANSWERED', undefined, undefined);
  expect(ledger.faults).toEqual(['two answers have one entry: e', 'an answer came without a receipt']);
  expect(ledger.counts).toEqual({ ANSWERED: 3, REFUSED: 1, LOST: 1 });
});
