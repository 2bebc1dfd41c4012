import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allConditions, conditions } from '../../../../src/town/policy/lines/conditions.ts';

test('the committed matrix explains every condition and no others', () => {
  const file = readFileSync(new URL('../../../../policy-matrix.md', import.meta.url), 'utf8');
  const [, section = ''] = file.split('## Conditions\n');
  const rows = section.split('\n## ')[0]!.matchAll(/^\| ([A-Z_]+) \| (.+) \|$/gm);
  expect([...rows].map(([, name, meaning]) => [name, meaning])).toEqual(Object.entries(conditions));
  expect(allConditions).toEqual(Object.keys(conditions));
});
