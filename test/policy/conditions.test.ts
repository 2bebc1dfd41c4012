import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allConditions, conditions } from '../../src/policy/conditions.ts';

test('every condition is explained in the committed matrix, and no other is', () => {
  const file = readFileSync(new URL('../../policy-matrix.md', import.meta.url), 'utf8');
  const [, section = ''] = file.split('## Conditions\n');
  const rows = section.split('\n## ')[0]!.matchAll(/^\| ([A-Z_]+) \| (.+) \|$/gm);
  expect([...rows].map(([, name, meaning]) => [name, meaning])).toEqual(Object.entries(conditions));
  expect(allConditions).toEqual(Object.keys(conditions));
});
