import { describe } from '@jest/globals';
import { holds, later, muchLater } from './run-case.ts';

const broken = () => {
  throw new Error('broken');
};
const late = () => later(new Error('late'));

describe('6.4.4 handling field errors', () => {
  holds(
    `type Leaf { id: Int  sure: Int!  leaf: Leaf  sureLeaf: Leaf!  leaves: [Leaf!]! }
     type Query {
       leaf: Leaf  sureLeaf: Leaf!  one: Int  int: Int  sure: Int!
       a: [Int]  b: [Int!]  c: [Int]!  d: [Int!]!  e: [[Int!]]  f: [[Int!]!]  g: [[Int!]!]!  leaves: [Leaf!]  optional: [Leaf]
     }
     type Mutation { sure: Int! }`,
    [
      {
        rule: 'a nullable field becomes null; its error has path and location',
        query: '{ leaf { id } one }',
        values: { 'Query.leaf': { id: broken } },
        data: { leaf: { id: null }, one: null },
        errors: [[['leaf', 'id'], '1:10', 'broken']],
      },
      {
        rule: 'a null in a non-null field propagates to the nearest nullable parent',
        query: '{ leaf { sureLeaf { sure } id } one }',
        values: { 'Query.leaf': { sureLeaf: { sure: broken } } },
        data: { leaf: null, one: null },
        errors: [[['leaf', 'sureLeaf', 'sure'], '1:21', 'broken']],
      },
      {
        rule: 'a null propagates no further than to the nearest nullable parent',
        query: '{ leaf { leaf { sure } id } }',
        values: { 'Query.leaf': { id: 1, leaf: { sure: null } } },
        data: { leaf: { leaf: null, id: 1 } },
        errors: [[['leaf', 'leaf', 'sure'], '1:17']],
      },
      {
        rule: 'if every parent is non-null, data is null',
        query: '{ one sureLeaf { sureLeaf { sure } } }',
        values: { 'Query.sureLeaf': { sureLeaf: { sure: null } } },
        data: null,
        errors: [[['sureLeaf', 'sureLeaf', 'sure'], '1:29']],
      },
      {
        rule: 'if every parent is non-null and a promise fails, data is null',
        query: '{ one sureLeaf { sureLeaf { sure } } }',
        values: { 'Query.sureLeaf': () => later({ sureLeaf: () => later({ sure: late }) }) },
        data: null,
        errors: [[['sureLeaf', 'sureLeaf', 'sure'], '1:29', 'late']],
      },
      {
        rule: 'an error propagates to the root of a mutation',
        query: 'mutation { sure }',
        values: { 'Mutation.sure': broken },
        data: null,
        errors: [[['sure'], '1:12', 'broken']],
      },
      {
        rule: 'a path consists of response names',
        query: '{ x: leaf { y: id } }',
        values: { 'Query.leaf': { id: broken } },
        data: { x: { y: null } },
        errors: [[['x', 'y'], '1:13']],
      },
      {
        rule: 'two failing fields give two errors',
        query: '{ leaf { id leaf { id } } one }',
        values: { 'Query.leaf': { id: broken, leaf: { id: late } } },
        data: { leaf: { id: null, leaf: { id: null } }, one: null },
        errors: [
          [['leaf', 'id'], '1:10', 'broken'],
          [['leaf', 'leaf', 'id'], '1:20', 'late'],
        ],
      },
      {
        rule: 'one of two errors is reported if both make the same position null',
        query: '{ leaf { sure sureLeaf { id } } one }',
        values: { 'Query.leaf': { sure: late, sureLeaf: () => later(undefined).then(late) } },
        data: { leaf: null, one: null },
        errors: [[['leaf', 'sure'], '1:10', 'late']],
      },
      {
        rule: 'an error is reported if its position becomes null later, through a parent',
        query: '{ leaf { id sure } }',
        values: { 'Query.leaf': { id: broken, sure: broken } },
        data: { leaf: null },
        errors: [
          [['leaf', 'id'], '1:10'],
          [['leaf', 'sure'], '1:13'],
        ],
      },
      {
        rule: 'an error below a position that is already null is not reported',
        query: '{ leaf { id sure } sure }',
        values: {
          'Query.leaf': { id: () => later(undefined).then(late), sure: late },
          'Query.sure': muchLater,
        },
        data: { leaf: null, sure: 1 },
        errors: [[['leaf', 'sure'], '1:13', 'late']],
      },
      {
        rule: 'if one fails synchronously, pending ones are awaited until one of them rejects',
        query: '{ leaf { sure leaf { id } sureLeaf { id } } sure }',
        values: {
          'Query.leaf': { sure: late, leaf: () => later(undefined).then(late), sureLeaf: broken },
          'Query.sure': muchLater,
        },
        data: { leaf: null, sure: 1 },
        errors: [[['leaf', 'sureLeaf'], '1:27', 'broken']],
      },
      {
        rule: '[Int]: an item is null',
        query: '{ a }',
        values: { 'Query.a': () => [1, null, new Error('item')] },
        data: { a: [1, null, null] },
        errors: [[['a', 2], '1:3', 'item']],
      },
      {
        rule: '[Int!]: a null item nulls the list',
        query: '{ b one }',
        values: { 'Query.b': [1, null] },
        data: { b: null, one: null },
        errors: [[['b', 1], '1:3', 'Cannot return null for non-nullable field Query.b.']],
      },
      {
        rule: '[Int!]: a failing item nulls the list',
        query: '{ b }',
        values: { 'Query.b': () => [1, later(new Error('item'))] },
        data: { b: null },
        errors: [[['b', 1], '1:3', 'item']],
      },
      { rule: '[Int]!: a null item remains', query: '{ c }', values: { 'Query.c': [null] }, data: { c: [null] } },
      {
        rule: '[Int]!: a null list propagates to the parent',
        query: '{ c }',
        values: { 'Query.c': null },
        data: null,
        errors: [[['c'], '1:3']],
      },
      {
        rule: '[Int!]!: a null item propagates to the parent',
        query: '{ d }',
        values: { 'Query.d': [1, null] },
        data: null,
        errors: [[['d', 1], '1:3']],
      },
      {
        rule: '[[Int!]]: a null item nulls the inner list',
        query: '{ e }',
        values: { 'Query.e': [[1], [null], null, [2]] },
        data: { e: [[1], null, null, [2]] },
        errors: [[['e', 1, 0], '1:3']],
      },
      {
        rule: '[[Int!]!]: a null item nulls the outer list',
        query: '{ f one }',
        values: { 'Query.f': [[1], [null]] },
        data: { f: null, one: null },
        errors: [[['f', 1, 0], '1:3']],
      },
      {
        rule: '[[Int!]!]!: a null item propagates to the parent',
        query: '{ g }',
        values: { 'Query.g': [[1], [null]] },
        data: null,
        errors: [[['g', 1, 0], '1:3']],
      },
      {
        rule: '[[Int!]!]!: a null list propagates to the parent',
        query: '{ g }',
        values: { 'Query.g': [[1], null] },
        data: null,
        errors: [[['g', 1], '1:3']],
      },
      {
        rule: '[Leaf!]: a null in a non-null field of an item nulls the list',
        query: '{ leaves { sure } one }',
        values: { 'Query.leaves': [{ sure: 1 }, { sure: null }] },
        data: { leaves: null, one: null },
        errors: [[['leaves', 1, 'sure'], '1:12']],
      },
      {
        rule: '[Leaf]: a null in a non-null field of an item nulls the item',
        query: '{ optional { sure } one }',
        values: { 'Query.optional': [{ sure: 1 }, { sure: null }, { sure: late }] },
        data: { optional: [{ sure: 1 }, null, null], one: null },
        errors: [
          [['optional', 1, 'sure'], '1:14'],
          [['optional', 2, 'sure'], '1:14', 'late'],
        ],
      },
      {
        rule: '[Leaf!]!: a null item nulls the nullable object that holds the list',
        query: '{ leaf { leaves { id } id } one }',
        values: { 'Query.leaf': { id: 1, leaves: [{ id: 1 }, null] } },
        data: { leaf: null, one: null },
        errors: [[['leaf', 'leaves', 1], '1:10']],
      },
    ],
  );
});

describe('7 response', () => {
  holds('type Leaf { sure: Int! }  type Query { one: Int  sure: Int!  leaf: Leaf }', [
    { rule: '7.1 without an error the response has no entry errors', query: '{ one }', values: { 'Query.one': 1 }, data: { one: 1 } },
    { rule: '7.1 a request error gives no entry data', query: 'query ($v: Int!) { one }', refused: /required type/ },
    { rule: '7.1 a null that propagates to the root makes data null', query: '{ sure }', data: null, errors: [[['sure'], '1:3']] },
    {
      rule: '7.1.2 line and column count from 1',
      query: 'query Q {\n  one\n  leaf {\n    sure\n  }\n}',
      values: { 'Query.leaf': {} },
      data: { one: null, leaf: null },
      errors: [[['leaf', 'sure'], '4:5']],
    },
    {
      rule: '7.1.2 a location in a fragment',
      query: '{ leaf { ...F } }\nfragment F on Leaf { x: sure }',
      values: { 'Query.leaf': {} },
      data: { leaf: null },
      errors: [[['leaf', 'x'], '2:22']],
    },
    {
      rule: '7.1.2 extensions of an error are kept',
      query: '{ one }',
      values: { 'Query.one': Object.assign(new Error('coded'), { extensions: { code: 'CODED' } }) },
      data: { one: null },
      errors: [[['one'], '1:3', 'coded']],
    },
    { rule: '7.2.2 __typename of the root', query: '{ __typename k: __typename }', data: { __typename: 'Query', k: 'Query' } },
    {
      rule: '4.2 the schema can be queried',
      query:
        '{ one __schema { queryType { name } mutationType { name } } __type(name: "Leaf") { kind fields { name type { kind ofType { name } } } } none: __type(name: "toString") { name } }',
      data: {
        one: null,
        __schema: { queryType: { name: 'Query' }, mutationType: null },
        __type: { kind: 'OBJECT', fields: [{ name: 'sure', type: { kind: 'NON_NULL', ofType: { name: 'Int' } } }] },
        none: null,
      },
    },
    {
      rule: '4.2 introspection has no unknown type and only the schema’s directives',
      query: '{ __type(name: "Coerced") { name } __schema { directives { name } } }',
      data: { __type: null, __schema: { directives: ['include', 'skip', 'deprecated', 'specifiedBy', 'oneOf'].map((name) => ({ name })) } },
    },
  ]);
});
