import { describe } from '@jest/globals';
import { holds } from './run-case.ts';

const echo = (_source: unknown, args: Record<string, unknown>): string => JSON.stringify(args);
/** Refuses every literal except integers: strings by an error, others by undefined. */
const picky = {
  parseLiteral({ kind, value }: { kind: string; value: string }) {
    if (kind === 'StringValue') throw new Error('picky');
    return kind === 'IntValue' ? Number(value) : undefined;
  },
};

describe('6.4.1 CoerceArgumentValues', () => {
  holds(
    `input Search { limit: Int = 3  word: String! = "w"  within: Search  needed: Int! }  enum Mood { CALM }  scalar Picky
     type Query {
       echo(int: Int, list: [Int!], lists: [[Int]], search: Search, searches: [Search!], mood: Mood, picky: Picky): String
       five(int: Int = 5): String  sure(int: Int!): String  sureFive(int: Int! = 5): String  constructor(toString: Int): String
       none: String
     }`,
    [
      { rule: '5: a field without argument definitions gets no arguments', query: '{ none }', data: { none: '{}' } },
      { rule: '5: an absent argument without a default has no entry', query: '{ echo }', data: { echo: '{}' } },
      { rule: '5h: an absent argument has its default', query: '{ five }', data: { five: '{"int":5}' } },
      { rule: '5i: an absent required argument is an error', query: '{ sure }', data: { sure: null }, errors: [[['sure'], '1:3']] },
      { rule: '5: an absent non-null argument has its default', query: '{ sureFive }', data: { sureFive: '{"int":5}' } },
      { rule: '5j: a literal', query: '{ five(int: 6) }', data: { five: '{"int":6}' } },
      { rule: '5j: an explicit null is not replaced by the default', query: '{ five(int: null) }', data: { five: '{"int":null}' } },
      {
        rule: '5i: null for a non-null argument is an error',
        query: '{ sureFive(int: null) }',
        data: { sureFive: null },
        errors: [[['sureFive'], '1:17']],
      },
      { rule: '5e: a variable', query: 'query ($v: Int) { five(int: $v) }', variables: { v: 6 }, data: { five: '{"int":6}' } },
      {
        rule: '5e: a variable that is null',
        query: 'query ($v: Int) { five(int: $v) }',
        variables: { v: null },
        data: { five: '{"int":null}' },
      },
      {
        rule: '5h: an absent variable leaves the argument’s default',
        query: 'query ($v: Int) { five(int: $v) }',
        data: { five: '{"int":5}' },
      },
      {
        rule: '5h: the variable’s own default comes first',
        query: 'query ($v: Int = 7) { five(int: $v) }',
        data: { five: '{"int":7}' },
      },
      {
        rule: '5: an absent variable without any default leaves no entry',
        query: 'query ($v: Int) { echo(int: $v) }',
        data: { echo: '{}' },
      },
      {
        rule: '5i: an absent variable for a required argument is an error',
        query: 'query ($v: Int) { sure(int: $v) }',
        data: { sure: null },
        errors: [[['sure'], '1:29']],
      },
      {
        rule: '5i: a null variable for a required argument is an error',
        query: 'query ($v: Int = 1) { sure(int: $v) }',
        variables: { v: null },
        data: { sure: null },
        errors: [[['sure'], '1:33']],
      },
      {
        rule: '5: an absent variable leaves the default of a non-null argument',
        query: 'query ($v: Int) { sureFive(int: $v) }',
        data: { sureFive: '{"int":5}' },
      },
      {
        rule: '5i: a null variable for a non-null argument with a default is an error',
        query: 'query ($v: Int) { sureFive(int: $v) }',
        variables: { v: null },
        data: { sureFive: null },
        errors: [[['sureFive'], '1:33']],
      },
      {
        rule: '5j iii: a value that cannot be coerced is the field’s error',
        query: '{ five(int: "six") none }',
        data: { five: null, none: '{}' },
        errors: [[['five'], '1:13']],
      },
      { rule: '5j iii: a scalar that throws', query: '{ echo(picky: "six") }', data: { echo: null }, errors: [[['echo'], '1:15']] },
      {
        rule: '5j iii: a scalar that returns undefined',
        query: '{ echo(picky: true) }',
        data: { echo: null },
        errors: [[['echo'], '1:15']],
      },
      {
        rule: '5j iii: an unknown enum value',
        query: '{ echo(mood: WILD) }',
        data: { echo: null },
        errors: [[['echo'], '1:14']],
      },
      { rule: '5j: an enum', query: '{ echo(mood: CALM) }', data: { echo: '{"mood":"CALM"}' } },
      {
        rule: '5j: arguments are in the order of the definition',
        query: '{ echo(mood: CALM, int: 1) }',
        data: { echo: '{"int":1,"mood":"CALM"}' },
      },
      { rule: '3.11 a single value becomes a list of one item', query: '{ echo(list: 1) }', data: { echo: '{"list":[1]}' } },
      {
        rule: '3.11 a list with variables',
        query: 'query ($v: Int!) { echo(list: [1, $v]) }',
        variables: { v: 2 },
        data: { echo: '{"list":[1,2]}' },
      },
      {
        rule: '3.11 an absent variable in a list is null',
        query: 'query ($v: Int) { echo(lists: [[1, $v], null]) }',
        data: { echo: '{"lists":[[1,null],null]}' },
      },
      {
        rule: '3.11 null in a list of non-null items',
        query: '{ echo(list: [null]) }',
        data: { echo: null },
        errors: [[['echo'], '1:14']],
      },
      {
        rule: '3.11 an absent variable in a list of non-null items',
        query: 'query ($v: Int) { echo(list: [$v]) }',
        data: { echo: null },
        errors: [[['echo'], '1:30']],
      },
      {
        rule: '3.10 defaults of an input object',
        query: '{ echo(search: { needed: 1 }) }',
        data: { echo: '{"search":{"limit":3,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 null in an input object stays null',
        query: '{ echo(search: { needed: 1, limit: null }) }',
        data: { echo: '{"search":{"limit":null,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 a variable in an input object',
        query: 'query ($v: Int) { echo(search: { needed: 1, limit: $v }) }',
        variables: { v: 9 },
        data: { echo: '{"search":{"limit":9,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 a null variable in an input object',
        query: 'query ($v: Int) { echo(search: { needed: 1, limit: $v }) }',
        variables: { v: null },
        data: { echo: '{"search":{"limit":null,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 an absent variable leaves the field’s default',
        query: 'query ($v: Int) { echo(search: { needed: 1, limit: $v }) }',
        data: { echo: '{"search":{"limit":3,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 an absent variable leaves out a field without a default',
        query: 'query ($v: Search) { echo(search: { needed: 1, within: $v }) }',
        data: { echo: '{"search":{"limit":3,"word":"w","needed":1}}' },
      },
      { rule: '3.10 an absent required field', query: '{ echo(search: {}) }', data: { echo: null }, errors: [[['echo'], '1:16']] },
      {
        rule: '3.10 a required field that is null',
        query: '{ echo(search: { needed: 1, word: null }) }',
        data: { echo: null },
        errors: [[['echo'], '1:16']],
      },
      {
        rule: '3.10 a required field with an absent variable',
        query: 'query ($v: Int) { echo(search: { needed: $v }) }',
        data: { echo: null },
        errors: [[['echo'], '1:32']],
      },
      { rule: '3.10 a value that is not an object', query: '{ echo(search: 1) }', data: { echo: null }, errors: [[['echo'], '1:16']] },
      {
        rule: '3.10 a single input object becomes a list of one item',
        query: '{ echo(searches: { needed: 1 }) }',
        data: { echo: '{"searches":[{"limit":3,"word":"w","needed":1}]}' },
      },
      {
        rule: 'fields and arguments with names of inherited properties',
        query: '{ constructor(toString: 1) }',
        data: { constructor: '{"toString":1}' },
      },
    ],
    {
      values: Object.fromEntries(['echo', 'five', 'sure', 'sureFive', 'constructor', 'none'].map((name) => [`Query.${name}`, echo])),
      types: { Picky: picky },
    },
  );
});
