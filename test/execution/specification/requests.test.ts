import { GraphQLError } from 'graphql';
import { describe } from '@jest/globals';
import { holds } from './run-case.ts';

const told = (_source: unknown, args: Record<string, unknown>): string => JSON.stringify(args);

/** Even numbers, by variables; as literals, whatever they are. */
const even = {
  parseValue(value: unknown) {
    if (Number(value) % 2 !== 0) throw new GraphQLError('not even');
    return { even: value };
  },
  parseLiteral: ({ value }: { value: string }) => ({ even: Number(value) }),
};

describe('6.1 executing requests: which operation', () => {
  holds('type Query { one: Int  two: Int }', [
    { rule: '6.1 GetOperation 1: without a name, the only operation', query: '{ one }', values: { 'Query.one': 1 }, data: { one: 1 } },
    {
      rule: '6.1 GetOperation 1: without a name, the only operation, though it has one',
      query: 'query Only { one } fragment F on Query { two }',
      values: { 'Query.one': 1 },
      data: { one: 1 },
    },
    {
      rule: '6.1 GetOperation 1b: without a name, of several none',
      query: 'query A { one } query B { two }',
      refused: /Must provide operation name/,
    },
    {
      rule: '6.1 GetOperation 2: the one of that name, whichever stands first',
      query: 'query A { one } query B { two }',
      operationName: 'B',
      values: { 'Query.one': 1, 'Query.two': 2 },
      data: { two: 2 },
    },
    { rule: '6.1 GetOperation 2c: no operation of that name', query: 'query A { one }', operationName: 'C', refused: /Unknown operation/ },
    { rule: '6.1 GetOperation: no operation at all', query: 'fragment F on Query { one }', refused: /Must provide an operation/ },
  ]);
});

describe('6.1.2 CoerceVariableValues', () => {
  const ask = (type: string) => `query ($v: ${type}) { told(int: $v) }`;
  holds(
    `scalar Even  enum Mood { CALM WILD }  input Search { limit: Int = 3  word: String!  within: Search  marks: [Int!] }
     type Query { told(int: Int, mood: Mood, even: Even, search: Search, list: [Int], marks: [[Int!]], float: Float, id: ID): String }`,
    [
      { rule: '2: an operation without variables takes none', query: '{ told(int: 1) }', variables: { v: 5 }, data: { told: '{"int":1}' } },
      { rule: '3f: what is given is coerced', query: ask('Int'), variables: { v: 5 }, data: { told: '{"int":5}' } },
      { rule: '3g: not given, it has its default', query: ask('Int = 4'), data: { told: '{"int":4}' } },
      { rule: '3g: a default that is null', query: ask('Int = null'), data: { told: '{"int":null}' } },
      {
        rule: '3: given null, it is null and not its default',
        query: ask('Int = 4'),
        variables: { v: null },
        data: { told: '{"int":null}' },
      },
      { rule: '3: neither given nor with a default, it has no entry', query: ask('Int'), data: { told: '{}' } },
      { rule: '3h: non-null and not given', query: ask('Int!'), refused: /\$v" of required type "Int!" was not provided/ },
      {
        rule: '3h: non-null and null',
        query: ask('Int!'),
        variables: { v: null },
        refused: /\$v" of non-null type "Int!" must not be null/,
      },
      { rule: '3h: non-null with a default and not given', query: ask('Int! = 4'), data: { told: '{"int":4}' } },
      { rule: '3h: non-null with a default and null', query: ask('Int! = 4'), variables: { v: null }, refused: /must not be null/ },
      {
        rule: '3j: what cannot be coerced',
        query: ask('Int'),
        variables: { v: 'five' },
        refused: /Int cannot represent non-integer value/,
      },
      { rule: '3j: beyond 32 bits', query: ask('Int'), variables: { v: 2 ** 31 }, refused: /32-bit signed integer/ },
      {
        rule: '3: of a type that is no input',
        query: 'query ($v: Query) { told }',
        variables: { v: 1 },
        refused: /cannot be used as an input type/,
      },
      {
        rule: '3: of a type that there is not',
        query: 'query ($v: Nothing) { told }',
        variables: { v: 1 },
        refused: /cannot be used as an input type/,
      },
      {
        rule: '3.5.2 a Float takes an integer',
        query: 'query ($v: Float) { told(float: $v) }',
        variables: { v: 2 },
        data: { told: '{"float":2}' },
      },
      {
        rule: '3.5.5 an ID takes an integer, as text',
        query: 'query ($v: ID) { told(id: $v) }',
        variables: { v: 2 },
        data: { told: '{"id":"2"}' },
      },
      {
        rule: '3.9 an enum takes its names',
        query: 'query ($v: Mood) { told(mood: $v) }',
        variables: { v: 'WILD' },
        data: { told: '{"mood":"WILD"}' },
      },
      {
        rule: '3.9 an enum refuses others',
        query: 'query ($v: Mood) { told(mood: $v) }',
        variables: { v: 'OTHER' },
        refused: /"Mood" enum/,
      },
      {
        rule: '3.11 a list takes one as a list of one',
        query: 'query ($v: [Int]) { told(list: $v) }',
        variables: { v: 1 },
        data: { told: '{"list":[1]}' },
      },
      {
        rule: '3.11 a list of lists takes one',
        query: 'query ($v: [[Int!]]) { told(marks: $v) }',
        variables: { v: [1, [2], null] },
        data: { told: '{"marks":[[1],[2],null]}' },
      },
      {
        rule: '3.11 a null in a list of non-null',
        query: 'query ($v: [[Int!]]) { told(marks: $v) }',
        variables: { v: [[null]] },
        refused: /"v\[0\]\[0\]"/,
      },
      {
        rule: '3.10 an input object’s field has its default',
        query: 'query ($v: Search) { told(search: $v) }',
        variables: { v: { word: 'w' } },
        data: { told: '{"search":{"limit":3,"word":"w"}}' },
      },
      {
        rule: '3.10 a field that is null stays null',
        query: 'query ($v: Search) { told(search: $v) }',
        variables: { v: { limit: null, word: 'w', within: null } },
        data: { told: '{"search":{"limit":null,"word":"w","within":null}}' },
      },
      {
        rule: '3.10 input objects within each other',
        query: 'query ($v: Search) { told(search: $v) }',
        variables: { v: { word: 'w', within: { word: 'x', marks: 1 } } },
        data: { told: '{"search":{"limit":3,"word":"w","within":{"limit":3,"word":"x","marks":[1]}}}' },
      },
      {
        rule: '3.10 a required field that is not there',
        query: 'query ($v: Search) { told(search: $v) }',
        variables: { v: {} },
        refused: /Field "word" of required type/,
      },
      {
        rule: '3.10 a field that there is not',
        query: 'query ($v: Search) { told(search: $v) }',
        variables: { v: { word: 'w', other: 1 } },
        refused: /Field "other" is not defined/,
      },
      {
        rule: '3.10 what is no object',
        query: 'query ($v: Search) { told(search: $v) }',
        variables: { v: 1 },
        refused: /Expected type "Search" to be an object/,
      },
      {
        rule: '3.5 a scalar of one’s own is asked',
        query: 'query ($v: Even) { told(even: $v) }',
        variables: { v: 4 },
        data: { told: '{"even":{"even":4}}' },
      },
      { rule: '3.5 a scalar of one’s own refuses', query: 'query ($v: Even) { told(even: $v) }', variables: { v: 3 }, refused: /not even/ },
      {
        rule: '3.5 its default is read as a literal',
        query: 'query ($v: Even = 6) { told(even: $v) }',
        data: { told: '{"even":{"even":6}}' },
      },
      {
        rule: '3: a name that objects inherit',
        query: 'query ($toString: Int, $constructor: Int) { told(int: $toString) }',
        data: { told: '{}' },
      },
    ],
    { values: { 'Query.told': told }, types: { Even: even } },
  );
});
