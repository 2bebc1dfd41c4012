import { expect, test } from '@jest/globals';
import { occurrences } from '../../../../src/server/spine/answer/occurrences.ts';

const data = {
  them: { edges: [{ node: { born: null, name: 'A' } }, { node: null }, { node: { born: null, name: null } }] },
  nested: [[{ a: null }], null, []],
  none: null,
  given: 0,
};

test.each<[string, string[], (string | number)[][]]>([
  [
    'each null in a list, with its indexes',
    ['them', 'edges', '*', 'node', 'born'],
    [
      ['them', 'edges', 0, 'node', 'born'],
      ['them', 'edges', 2, 'node', 'born'],
    ],
  ],
  ['no value that is there', ['them', 'edges', '*', 'node', 'name'], [['them', 'edges', 2, 'node', 'name']]],
  ['a null object', ['them', 'edges', '*', 'node'], [['them', 'edges', 1, 'node']]],
  ['lists within lists', ['nested', '*', '*', 'a'], [['nested', 0, 0, 'a']]],
  ['nothing below a null', ['none', 'born'], []],
  ['nothing below a value', ['given', 'born'], []],
  ['nothing that was not asked for', ['them', 'toString'], []],
  ['no object where a list is expected', ['them', '*', 'born'], []],
])('finds %s', (_what, path, expected) => {
  expect(occurrences(data, path, 100)).toEqual(expected);
});

test('finds no more than it is asked for', () => {
  const many = { list: Array.from({ length: 1_000 }, () => ({ a: null })) };
  expect(occurrences(many, ['list', '*', 'a'], 3)).toEqual([0, 1, 2].map((index) => ['list', index, 'a']));
});
