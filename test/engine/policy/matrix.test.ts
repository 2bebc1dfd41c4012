import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { matrixMarkdown, matrixSensitiveRoles, type MatrixFilter } from '../../../src/engine/policy/matrix.ts';
import { clubPolicy } from '../club/policy.ts';
import type { Role } from '../../../src/engine/register.ts';

test('the committed matrix is the matrix of the club’s policy', () => {
  const committed = readFileSync(new URL('../club/matrix.md', import.meta.url), 'utf8');
  expect(matrixMarkdown(clubPolicy)).toBe(committed);
});

test('the sensitive roles of a part of the matrix are those of its role; a purpose or a category has none', () => {
  const names = (filter: MatrixFilter) => matrixSensitiveRoles(clubPolicy, filter).map(({ role }) => role);
  expect(names({})).toEqual(['SECRETARY', 'CARETAKER', 'CHAIR']);
  expect([names({ role: 'CARETAKER' }), names({ role: 'COACH' })]).toEqual([['CARETAKER'], []]);
  expect([names({ purpose: 'DUES' }), names({ category: 'NAME' }), names({ purpose: 'DUES', category: 'NAME' })]).toEqual([[], [], []]);
});

test('the matrix lists sensitive roles where there is one, and has no heading for none', () => {
  const { vocabulary } = clubPolicy;
  const withSensitive = (role?: Role): string => {
    const roles = Object.fromEntries(
      Object.entries(vocabulary.roles).map(([name, { sensitive, ...rest }]) => [name, name === role ? { ...rest, sensitive } : rest]),
    ) as typeof vocabulary.roles;
    return matrixMarkdown({ ...clubPolicy, vocabulary: { ...vocabulary, roles } });
  };
  expect(withSensitive()).not.toContain('## Roles that a second administrator approves');
  expect(withSensitive('CARETAKER')).toContain('## Roles that a second administrator approves');
});

test.each([
  [0, 'counted for each purpose. A role without'],
  [1, 'counted for each purpose; and how often it may do an act (not served), counted for all purposes together. A role without'],
])('the matrix says how acts are counted where there are any: of %i acts', (count, sentence) => {
  const { vocabulary } = clubPolicy;
  const acts = Object.fromEntries(Object.entries(vocabulary.acts).slice(0, count)) as typeof vocabulary.acts;
  expect(matrixMarkdown({ ...clubPolicy, vocabulary: { ...vocabulary, acts } })).toContain(sentence);
});
