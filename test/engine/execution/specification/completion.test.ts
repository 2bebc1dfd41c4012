import { describe } from '@jest/globals';
import { holds, later } from './run-case.ts';

const sdl = `scalar Odd  enum Mood { CALM WILD }
  interface Node { id: Int }  type Leaf implements Node { id: Int  sure: Int! }
  type Query {
    int: Int  sure: Int!  float: Float  text: String  flag: Boolean  id: ID  mood: Mood  odd: Odd
    list: [Int]  sureItems: [Int!]  sureList: [Int]!  lists: [[Int!]!]  leaves: [Leaf]  leaf: Leaf  node: Node
  }`;
const odd = {
  serialize(value: unknown) {
    if (value === 0) return null;
    if (Number(value) % 2 === 0) throw new Error('even');
    return { odd: value };
  },
};

function* numbers() {
  yield 1;
  yield later(2);
}

describe('6.4.3 CompleteValue: non-null, null and leaves', () => {
  holds(
    sdl,
    [
      { rule: '1: non-null completes its inner type', query: '{ sure }', values: { 'Query.sure': 1 }, data: { sure: 1 } },
      {
        rule: '1c: null is an error of the field',
        query: '{ sure }',
        values: { 'Query.sure': null },
        data: null,
        errors: [[['sure'], '1:3', 'Cannot return null for non-nullable field Query.sure.']],
      },
      {
        rule: '1c: a promise of null',
        query: '{ sure }',
        values: { 'Query.sure': () => later(null) },
        data: null,
        errors: [[['sure'], '1:3']],
      },
      {
        rule: '2: null and undefined are null',
        query: '{ int text leaf { id } list node { id } }',
        values: { 'Query.int': undefined, 'Query.text': null },
        data: { int: null, text: null, leaf: null, list: null, node: null },
      },
      { rule: '4: an Int', query: '{ int }', values: { 'Query.int': 5 }, data: { int: 5 } },
      { rule: '4: an Int from a numeric string', query: '{ int }', values: { 'Query.int': '5' }, data: { int: 5 } },
      { rule: '4: an Int from true', query: '{ int }', values: { 'Query.int': true }, data: { int: 1 } },
      {
        rule: '4: an Int from a number with a fraction',
        query: '{ int }',
        values: { 'Query.int': 1.5 },
        data: { int: null },
        errors: [[['int'], '1:3']],
      },
      {
        rule: '4: an Int beyond 32 bits',
        query: '{ int }',
        values: { 'Query.int': 2 ** 31 },
        data: { int: null },
        errors: [[['int'], '1:3']],
      },
      {
        rule: '4: an invalid Int in a non-null position',
        query: '{ sure }',
        values: { 'Query.sure': 'x' },
        data: null,
        errors: [[['sure'], '1:3']],
      },
      { rule: '4: a Float', query: '{ float }', values: { 'Query.float': 1.5 }, data: { float: 1.5 } },
      {
        rule: '4: an infinite Float',
        query: '{ float }',
        values: { 'Query.float': Infinity },
        data: { float: null },
        errors: [[['float'], '1:3']],
      },
      { rule: '4: a String from a number', query: '{ text }', values: { 'Query.text': 5 }, data: { text: '5' } },
      {
        rule: '4: a String from an object',
        query: '{ text }',
        values: { 'Query.text': {} },
        data: { text: null },
        errors: [[['text'], '1:3']],
      },
      {
        rule: '4: a String from an object with valueOf',
        query: '{ text }',
        values: { 'Query.text': { valueOf: () => 'said' } },
        data: { text: 'said' },
      },
      {
        rule: '4: a Boolean from a string',
        query: '{ flag }',
        values: { 'Query.flag': 'yes' },
        data: { flag: null },
        errors: [[['flag'], '1:3']],
      },
      { rule: '4: an ID from a number', query: '{ id }', values: { 'Query.id': 5 }, data: { id: '5' } },
      { rule: '4: an enum', query: '{ mood }', values: { 'Query.mood': 'WILD' }, data: { mood: 'WILD' } },
      {
        rule: '4: an unknown enum value',
        query: '{ mood }',
        values: { 'Query.mood': 'OTHER' },
        data: { mood: null },
        errors: [[['mood'], '1:3']],
      },
      {
        rule: '4: an enum value with the name of an inherited property',
        query: '{ mood }',
        values: { 'Query.mood': 'toString' },
        data: { mood: null },
        errors: [[['mood'], '1:3']],
      },
      { rule: '4: a custom scalar', query: '{ odd }', values: { 'Query.odd': 3 }, data: { odd: { odd: 3 } } },
      {
        rule: '4: a custom scalar that throws',
        query: '{ odd }',
        values: { 'Query.odd': 4 },
        data: { odd: null },
        errors: [[['odd'], '1:3', 'even']],
      },
      {
        rule: '4: a custom scalar that returns null',
        query: '{ odd }',
        values: { 'Query.odd': 0 },
        data: { odd: null },
        errors: [[['odd'], '1:3']],
      },
    ],
    { types: { Odd: odd } },
  );
});

describe('6.4.3 CompleteValue: lists', () => {
  holds(sdl, [
    {
      rule: '3a: a value that is not a list',
      query: '{ list }',
      values: { 'Query.list': 5 },
      data: { list: null },
      errors: [[['list'], '1:3', 'Expected Iterable, but did not find one for field "Query.list".']],
    },
    {
      rule: '3a: a string is not a list',
      query: '{ list }',
      values: { 'Query.list': 'abc' },
      data: { list: null },
      errors: [[['list'], '1:3']],
    },
    {
      rule: '3a: an array-like object is not a list',
      query: '{ list }',
      values: { 'Query.list': { length: 1, 0: 1 } },
      data: { list: null },
      errors: [[['list'], '1:3']],
    },
    {
      rule: '3a: an object whose Symbol.iterator is not a function is not a list',
      query: '{ list }',
      values: { 'Query.list': { [Symbol.iterator]: 1 } },
      data: { list: null },
      errors: [[['list'], '1:3', 'Expected Iterable, but did not find one for field "Query.list".']],
    },
    { rule: '3c: an array', query: '{ list }', values: { 'Query.list': [1, null, undefined, '4'] }, data: { list: [1, null, null, 4] } },
    { rule: '3c: an empty array', query: '{ list }', values: { 'Query.list': [] }, data: { list: [] } },
    {
      rule: '3c: an array with holes',
      query: '{ list }',
      values: { 'Query.list': Object.assign([], { length: 1 }) },
      data: { list: [null] },
    },
    { rule: '3c: a set', query: '{ list }', values: { 'Query.list': new Set([1, 2]) }, data: { list: [1, 2] } },
    { rule: '3c: a generator that yields a promise', query: '{ list }', values: { 'Query.list': numbers }, data: { list: [1, 2] } },
    {
      rule: '3c: promised items keep their positions',
      query: '{ list }',
      values: { 'Query.list': () => [later(1).then(later), later(2), 3] },
      data: { list: [1, 2, 3] },
    },
    {
      rule: '3c: a promise of a list of promises',
      query: '{ list }',
      values: { 'Query.list': async () => [later(1)] },
      data: { list: [1] },
    },
    { rule: '3c: lists of lists', query: '{ lists }', values: { 'Query.lists': [[1], [], [2, 3]] }, data: { lists: [[1], [], [2, 3]] } },
    {
      rule: '3c: objects',
      query: '{ leaves { id } }',
      values: { 'Query.leaves': () => [{ id: 1 }, null, later({ id: 2 })] },
      data: { leaves: [{ id: 1 }, null, { id: 2 }] },
    },
    {
      rule: '3c: a failing item is null',
      query: '{ list }',
      values: { 'Query.list': () => [1, new Error('two'), later(new Error('three')), 'x'] },
      data: { list: [1, null, null, null] },
      errors: [
        [['list', 1], '1:3', 'two'],
        [['list', 3], '1:3'],
        [['list', 2], '1:3', 'three'],
      ],
    },
    {
      rule: '3c: an iterable that fails after one of its items failed',
      query: '{ list }',
      values: {
        'Query.list': function* () {
          yield new Error('item');
          throw new Error('list');
        },
      },
      data: { list: null },
      errors: [
        [['list', 0], '1:3', 'item'],
        [['list'], '1:3', 'list'],
      ],
    },
  ]);
});
