import { GraphQLError } from 'graphql';
import { describe } from '@jest/globals';
import { holds } from './run-case.ts';

const echo = (_source: unknown, args: Record<string, unknown>): string => JSON.stringify(args);

/** Accepts only even numbers from variables, and any literal. */
const even = {
  parseValue(value: unknown) {
    if (Number(value) % 2 !== 0) throw new GraphQLError('not even');
    return { even: value };
  },
  parseLiteral: ({ value }: { value: string }) => ({ even: Number(value) }),
};

describe('6.1 executing requests: choosing the operation', () => {
  holds('type Query { one: Int  two: Int }', [
    { rule: '6.1 GetOperation 1: without a name, the only operation', query: '{ one }', values: { 'Query.one': 1 }, data: { one: 1 } },
    {
      rule: '6.1 GetOperation 1: without a name, the only operation, even if it is named',
      query: 'query Only { one } fragment F on Query { two }',
      values: { 'Query.one': 1 },
      data: { one: 1 },
    },
    {
      rule: '6.1 GetOperation 1b: without a name, several operations are an error',
      query: 'query A { one } query B { two }',
      refused: /Must provide operation name/,
    },
    {
      rule: '6.1 GetOperation 2: the operation of that name, in any position',
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
  const ask = (type: string) => `query ($v: ${type}) { echo(int: $v) }`;
  holds(
    `scalar Even  enum Mood { CALM WILD }  input Search { limit: Int = 3  word: String!  within: Search  marks: [Int!] }
     type Query { echo(int: Int, mood: Mood, even: Even, search: Search, list: [Int], marks: [[Int!]], float: Float, id: ID): String }`,
    [
      { rule: '2: an operation without variables takes none', query: '{ echo(int: 1) }', variables: { v: 5 }, data: { echo: '{"int":1}' } },
      { rule: '3f: a given value is coerced', query: ask('Int'), variables: { v: 5 }, data: { echo: '{"int":5}' } },
      { rule: '3g: an absent variable has its default', query: ask('Int = 4'), data: { echo: '{"int":4}' } },
      { rule: '3g: a default of null', query: ask('Int = null'), data: { echo: '{"int":null}' } },
      {
        rule: '3: an explicit null is not replaced by the default',
        query: ask('Int = 4'),
        variables: { v: null },
        data: { echo: '{"int":null}' },
      },
      { rule: '3: an absent variable without a default has no entry', query: ask('Int'), data: { echo: '{}' } },
      { rule: '3h: an absent non-null variable is refused', query: ask('Int!'), refused: /\$v" of required type "Int!" was not provided/ },
      {
        rule: '3h: null for a non-null variable is refused',
        query: ask('Int!'),
        variables: { v: null },
        refused: /\$v" of non-null type "Int!" must not be null/,
      },
      { rule: '3h: an absent non-null variable has its default', query: ask('Int! = 4'), data: { echo: '{"int":4}' } },
      {
        rule: '3h: null for a non-null variable with a default is refused',
        query: ask('Int! = 4'),
        variables: { v: null },
        refused: /must not be null/,
      },
      {
        rule: '3j: a value that cannot be coerced',
        query: ask('Int'),
        variables: { v: 'five' },
        refused: /Int cannot represent non-integer value/,
      },
      { rule: '3j: an Int beyond 32 bits', query: ask('Int'), variables: { v: 2 ** 31 }, refused: /32-bit signed integer/ },
      {
        rule: '3: a type that is not an input type',
        query: 'query ($v: Query) { echo }',
        variables: { v: 1 },
        refused: /cannot be used as an input type/,
      },
      {
        rule: '3: an unknown type',
        query: 'query ($v: Nothing) { echo }',
        variables: { v: 1 },
        refused: /cannot be used as an input type/,
      },
      {
        rule: '3.5.2 a Float accepts an integer',
        query: 'query ($v: Float) { echo(float: $v) }',
        variables: { v: 2 },
        data: { echo: '{"float":2}' },
      },
      {
        rule: '3.5.5 an ID accepts an integer and makes it a string',
        query: 'query ($v: ID) { echo(id: $v) }',
        variables: { v: 2 },
        data: { echo: '{"id":"2"}' },
      },
      {
        rule: '3.9 an enum accepts its values',
        query: 'query ($v: Mood) { echo(mood: $v) }',
        variables: { v: 'WILD' },
        data: { echo: '{"mood":"WILD"}' },
      },
      {
        rule: '3.9 an enum refuses other values',
        query: 'query ($v: Mood) { echo(mood: $v) }',
        variables: { v: 'OTHER' },
        refused: /"Mood" enum/,
      },
      {
        rule: '3.11 a single value becomes a list of one item',
        query: 'query ($v: [Int]) { echo(list: $v) }',
        variables: { v: 1 },
        data: { echo: '{"list":[1]}' },
      },
      {
        rule: '3.11 single values become lists at each level',
        query: 'query ($v: [[Int!]]) { echo(marks: $v) }',
        variables: { v: [1, [2], null] },
        data: { echo: '{"marks":[[1],[2],null]}' },
      },
      {
        rule: '3.11 null in a list of non-null items',
        query: 'query ($v: [[Int!]]) { echo(marks: $v) }',
        variables: { v: [[null]] },
        refused: /"v\[0\]\[0\]"/,
      },
      {
        rule: '3.10 an absent input field has its default',
        query: 'query ($v: Search) { echo(search: $v) }',
        variables: { v: { word: 'w' } },
        data: { echo: '{"search":{"limit":3,"word":"w"}}' },
      },
      {
        rule: '3.10 an input field of null stays null',
        query: 'query ($v: Search) { echo(search: $v) }',
        variables: { v: { limit: null, word: 'w', within: null } },
        data: { echo: '{"search":{"limit":null,"word":"w","within":null}}' },
      },
      {
        rule: '3.10 nested input objects',
        query: 'query ($v: Search) { echo(search: $v) }',
        variables: { v: { word: 'w', within: { word: 'x', marks: 1 } } },
        data: { echo: '{"search":{"limit":3,"word":"w","within":{"limit":3,"word":"x","marks":[1]}}}' },
      },
      {
        rule: '3.10 an absent required field',
        query: 'query ($v: Search) { echo(search: $v) }',
        variables: { v: {} },
        refused: /Field "word" of required type/,
      },
      {
        rule: '3.10 an unknown field',
        query: 'query ($v: Search) { echo(search: $v) }',
        variables: { v: { word: 'w', other: 1 } },
        refused: /Field "other" is not defined/,
      },
      {
        rule: '3.10 a value that is not an object',
        query: 'query ($v: Search) { echo(search: $v) }',
        variables: { v: 1 },
        refused: /Expected type "Search" to be an object/,
      },
      {
        rule: '3.5 a custom scalar parses the value',
        query: 'query ($v: Even) { echo(even: $v) }',
        variables: { v: 4 },
        data: { echo: '{"even":{"even":4}}' },
      },
      {
        rule: '3.5 a custom scalar refuses the value',
        query: 'query ($v: Even) { echo(even: $v) }',
        variables: { v: 3 },
        refused: /not even/,
      },
      {
        rule: '3.5 a custom scalar parses a default as a literal',
        query: 'query ($v: Even = 6) { echo(even: $v) }',
        data: { echo: '{"even":{"even":6}}' },
      },
      {
        rule: '3: variables with names of inherited properties',
        query: 'query ($toString: Int, $constructor: Int) { echo(int: $toString) }',
        data: { echo: '{}' },
      },
    ],
    { values: { 'Query.echo': echo }, types: { Even: even } },
  );
});
