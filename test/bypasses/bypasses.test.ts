import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { testCluster } from '../helpers/database/cluster.ts';
import { caseNames, cases } from './cases/cases.ts';
import { runCases, type Outcomes } from './run-cases.ts';
import { needToKnow } from './systems/need-to-know/need-to-know.ts';

let outcomes: Outcomes;
beforeAll(async () => {
  outcomes = await runCases(needToKnow, testCluster());
});

test.each(caseNames.map((name) => [cases[name].title, name] as const))('tried: %s', (_title, name) => {
  const { result, detail } = outcomes[name];
  expect({ result, detail }).toMatchObject({ result: expect.stringMatching(/^(held|not applicable)$/) });
});

test('the document has the row of each case, with what this gateway does today', () => {
  const lines = readFileSync(new URL('../../docs/bypasses.md', import.meta.url), 'utf8').split('\n');
  const rows = new Map(
    lines
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, title, , own]) => [title, own]),
  );
  const today = caseNames.map((name) => [
    cases[name].title,
    outcomes[name].result.replace('leaked', '**leaked**').replace('not applicable', 'n/a'),
  ]);
  expect(today.map(([title]) => [title, rows.get(title)])).toEqual(today);
});
