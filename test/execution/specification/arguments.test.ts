import { describe } from '@jest/globals';
import { holds } from './run-case.ts';

const told = (_source: unknown, args: Record<string, unknown>): string => JSON.stringify(args);
/** Refuses every literal but numbers, each in another way. */
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
       told(int: Int, list: [Int!], lists: [[Int]], search: Search, searches: [Search!], mood: Mood, picky: Picky): String
       five(int: Int = 5): String  sure(int: Int!): String  sureFive(int: Int! = 5): String  constructor(toString: Int): String
       none: String
     }`,
    [
      { rule: '5: without arguments, none', query: '{ none }', data: { none: '{}' } },
      { rule: '5: not given and without a default, no entry', query: '{ told }', data: { told: '{}' } },
      { rule: '5h: not given, its default', query: '{ five }', data: { five: '{"int":5}' } },
      { rule: '5i: required and not given', query: '{ sure }', data: { sure: null }, errors: [[['sure'], '1:3']] },
      { rule: '5: required with a default and not given', query: '{ sureFive }', data: { sureFive: '{"int":5}' } },
      { rule: '5j: a literal', query: '{ five(int: 6) }', data: { five: '{"int":6}' } },
      { rule: '5j: null is given, and is not its default', query: '{ five(int: null) }', data: { five: '{"int":null}' } },
      { rule: '5i: required and null', query: '{ sureFive(int: null) }', data: { sureFive: null }, errors: [[['sureFive'], '1:17']] },
      { rule: '5e: a variable', query: 'query ($v: Int) { five(int: $v) }', variables: { v: 6 }, data: { five: '{"int":6}' } },
      {
        rule: '5e: a variable that is null',
        query: 'query ($v: Int) { five(int: $v) }',
        variables: { v: null },
        data: { five: '{"int":null}' },
      },
      { rule: '5h: a variable that is not given, its default', query: 'query ($v: Int) { five(int: $v) }', data: { five: '{"int":5}' } },
      {
        rule: '5h: a variable with a default of its own, that',
        query: 'query ($v: Int = 7) { five(int: $v) }',
        data: { five: '{"int":7}' },
      },
      {
        rule: '5: a variable that is not given, and no default: no entry',
        query: 'query ($v: Int) { told(int: $v) }',
        data: { told: '{}' },
      },
      {
        rule: '5i: required, and a variable that is not given',
        query: 'query ($v: Int) { sure(int: $v) }',
        data: { sure: null },
        errors: [[['sure'], '1:29']],
      },
      {
        rule: '5i: required, and a variable that is null',
        query: 'query ($v: Int = 1) { sure(int: $v) }',
        variables: { v: null },
        data: { sure: null },
        errors: [[['sure'], '1:33']],
      },
      {
        rule: '5: required with a default, and a variable that is not given',
        query: 'query ($v: Int) { sureFive(int: $v) }',
        data: { sureFive: '{"int":5}' },
      },
      {
        rule: '5i: required with a default, and a variable that is null',
        query: 'query ($v: Int) { sureFive(int: $v) }',
        variables: { v: null },
        data: { sureFive: null },
        errors: [[['sureFive'], '1:33']],
      },
      {
        rule: '5j iii: what cannot be coerced is that field’s error',
        query: '{ five(int: "six") none }',
        data: { five: null, none: '{}' },
        errors: [[['five'], '1:13']],
      },
      { rule: '5j iii: a scalar that throws', query: '{ told(picky: "six") }', data: { told: null }, errors: [[['told'], '1:15']] },
      { rule: '5j iii: a scalar that gives nothing', query: '{ told(picky: true) }', data: { told: null }, errors: [[['told'], '1:15']] },
      {
        rule: '5j iii: an enum’s name that there is not',
        query: '{ told(mood: WILD) }',
        data: { told: null },
        errors: [[['told'], '1:14']],
      },
      { rule: '5j: an enum', query: '{ told(mood: CALM) }', data: { told: '{"mood":"CALM"}' } },
      { rule: '5j: in the order of the definition', query: '{ told(mood: CALM, int: 1) }', data: { told: '{"int":1,"mood":"CALM"}' } },
      { rule: '3.11 one as a list of one', query: '{ told(list: 1) }', data: { told: '{"list":[1]}' } },
      {
        rule: '3.11 a list with variables',
        query: 'query ($v: Int!) { told(list: [1, $v]) }',
        variables: { v: 2 },
        data: { told: '{"list":[1,2]}' },
      },
      {
        rule: '3.11 a variable that is not given, in a list, is null',
        query: 'query ($v: Int) { told(lists: [[1, $v], null]) }',
        data: { told: '{"lists":[[1,null],null]}' },
      },
      { rule: '3.11 a null in a list of non-null', query: '{ told(list: [null]) }', data: { told: null }, errors: [[['told'], '1:14']] },
      {
        rule: '3.11 a variable that is not given, in a list of non-null',
        query: 'query ($v: Int) { told(list: [$v]) }',
        data: { told: null },
        errors: [[['told'], '1:30']],
      },
      {
        rule: '3.10 defaults of an input object',
        query: '{ told(search: { needed: 1 }) }',
        data: { told: '{"search":{"limit":3,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 a null in an input object stays',
        query: '{ told(search: { needed: 1, limit: null }) }',
        data: { told: '{"search":{"limit":null,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 a variable in an input object',
        query: 'query ($v: Int) { told(search: { needed: 1, limit: $v }) }',
        variables: { v: 9 },
        data: { told: '{"search":{"limit":9,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 a variable that is null, in an input object',
        query: 'query ($v: Int) { told(search: { needed: 1, limit: $v }) }',
        variables: { v: null },
        data: { told: '{"search":{"limit":null,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 a variable that is not given leaves the field to its default',
        query: 'query ($v: Int) { told(search: { needed: 1, limit: $v }) }',
        data: { told: '{"search":{"limit":3,"word":"w","needed":1}}' },
      },
      {
        rule: '3.10 a variable that is not given leaves the field out',
        query: 'query ($v: Search) { told(search: { needed: 1, within: $v }) }',
        data: { told: '{"search":{"limit":3,"word":"w","needed":1}}' },
      },
      { rule: '3.10 a required field that is left out', query: '{ told(search: {}) }', data: { told: null }, errors: [[['told'], '1:16']] },
      {
        rule: '3.10 a required field that is null',
        query: '{ told(search: { needed: 1, word: null }) }',
        data: { told: null },
        errors: [[['told'], '1:16']],
      },
      {
        rule: '3.10 a required field whose variable is not given',
        query: 'query ($v: Int) { told(search: { needed: $v }) }',
        data: { told: null },
        errors: [[['told'], '1:32']],
      },
      { rule: '3.10 what is no object', query: '{ told(search: 1) }', data: { told: null }, errors: [[['told'], '1:16']] },
      {
        rule: '3.10 one as a list of one',
        query: '{ told(searches: { needed: 1 }) }',
        data: { told: '{"searches":[{"limit":3,"word":"w","needed":1}]}' },
      },
      { rule: 'names that objects inherit', query: '{ constructor(toString: 1) }', data: { constructor: '{"toString":1}' } },
    ],
    {
      values: Object.fromEntries(['told', 'five', 'sure', 'sureFive', 'constructor', 'none'].map((name) => [`Query.${name}`, told])),
      types: { Picky: picky },
    },
  );
});
