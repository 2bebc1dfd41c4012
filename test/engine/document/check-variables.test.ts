import { expect, test } from '@jest/globals';
import { checkVariables } from '../../../src/engine/document/check-document.ts';
import { variableLimits } from '../../../src/engine/document/limits.ts';

const { values, depth } = variableLimits;
const refused: unknown = expect.objectContaining({ code: 'VARIABLES_TOO_LARGE' });

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let at: unknown = 1;
  for (let level = 0; level < levels; level += 1) at = wrap(at);
  return { at };
}

test('variables of the wrong type pass: reading the body refuses them', () => {
  for (const variables of [undefined, null, 1, 'x', [], {}, { a: null, b: [1, { c: 'x' }] }]) {
    expect(() => checkVariables(variables)).not.toThrow();
  }
});

test.each<[string, (inner: unknown) => unknown]>([
  ['lists', (inner) => [inner]],
  ['objects', (inner) => ({ inner })],
])('nested %s pass down to the limit and no deeper', (_what, wrap) => {
  expect(() => checkVariables(nested(depth, wrap))).not.toThrow();
  expect(() => checkVariables(nested(depth + 1, wrap))).toThrow(refused);
  expect(() => checkVariables(nested(100_000, wrap))).toThrow(refused);
});

test('values pass up to the limit, in one list, in many, or as variables', () => {
  const list = (length: number): number[] => Array.from({ length }, () => 1);
  expect(() => checkVariables({ list: list(values - 1) })).not.toThrow();
  expect(() => checkVariables({ list: list(values) })).toThrow(refused);
  expect(() => checkVariables({ lists: [list(values / 2), list(values / 2)] })).toThrow(refused);
  expect(() => checkVariables(Object.fromEntries(list(values + 1).map((_, name) => [`v${name}`, 1])))).toThrow(refused);
});
