import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { createExecutor } from '../../../../src/engine/execution/create-executor.ts';
import { holds, later } from './run-case.ts';

const sdl = `interface Node { id: ID }  interface Being implements Node { id: ID  name: String }
  type Person implements Being & Node { id: ID  name: String  friend: Person }  type Stone implements Node { id: ID  weight: Int }
  union Thing = Person | Stone
  type Query { person: Person  node: Node  being: Being  thing: Thing  number(of: Int): Int  one: Int  two: Int }`;
const ann = { __typename: 'Person', id: 'a', name: 'Ann', friend: { id: 'b', name: 'Bob' } };
const stone = { __typename: 'Stone', id: 's', weight: 3 };
const values = {
  'Query.person': ann,
  'Query.node': ann,
  'Query.being': ann,
  'Query.thing': stone,
  'Query.one': 1,
  'Query.two': 2,
  'Query.number': (_source: unknown, { of }: { of?: number }) => of,
};

describe('6.3 executing selection sets', () => {
  holds(
    sdl,
    [
      {
        rule: '6.3 ExecuteSelectionSet: keys keep the order of the document, whichever promise settles first',
        query: '{ two one person { id } }',
        data: { two: 2, one: 1, person: { id: 'a' } },
      },
      { rule: '6.3 ExecuteSelectionSet 4: an alias is the response name', query: '{ a: one one b: one }', data: { a: 1, one: 1, b: 1 } },
      {
        rule: '6.3 ExecuteSelectionSet 4: aliases with names of inherited properties',
        query: '{ __proto__: one constructor: two toString: person { __proto__: id } }',
        data: { ['__proto__']: 1, constructor: 2, toString: { ['__proto__']: 'a' } },
      },
      { rule: '6.3 ExecuteSelectionSet 4c: an unknown field is left out', query: '{ one nothing }', data: { one: 1 } },
      { rule: '6.3.2 CollectFields 3a: @skip(if: true)', query: '{ one @skip(if: true) two @skip(if: false) }', data: { two: 2 } },
      {
        rule: '6.3.2 CollectFields 3b: @include(if: false)',
        query: '{ one @include(if: false) two @include(if: true) }',
        data: { two: 2 },
      },
      {
        rule: '6.3.2 CollectFields 3a, 3b: both directives must include the field',
        query:
          '{ a: one @skip(if: false) @include(if: false) b: one @skip(if: true) @include(if: true) c: one @skip(if: false) @include(if: true) d: one @skip(if: true) @include(if: false) }',
        data: { c: 1 },
      },
      {
        rule: '6.3.2 CollectFields 3a: @skip by a variable',
        query: 'query ($v: Boolean!) { one @skip(if: $v) two @include(if: $v) }',
        variables: { v: true },
        data: { two: 2 },
      },
      {
        rule: '6.3.2 CollectFields 3a: @skip by a variable’s default',
        query: 'query ($v: Boolean = true) { one @skip(if: $v) two @include(if: $v) }',
        data: { two: 2 },
      },
      {
        rule: '6.3.2 CollectFields 3a: @skip by null at the root makes data null',
        query: 'query ($v: Boolean = true) { one two @skip(if: $v) }',
        variables: { v: null },
        data: null,
        errors: [[undefined, '1:48']],
      },
      {
        rule: '6.3.2 CollectFields 3a: @skip by null below the root makes the parent field null',
        query: 'query ($v: Boolean = true) { one person { id @skip(if: $v) } }',
        variables: { v: null },
        data: { one: 1, person: null },
        errors: [[['person'], '1:56']],
      },
      {
        rule: '6.3.2 CollectFields 3a: a selection set with every field skipped is an empty object',
        query: '{ person { id @skip(if: true) } }',
        data: { person: {} },
      },
      {
        rule: '6.3.2 CollectFields 3c: fields with one response name merge at the first position',
        query: '{ person { id } one person { name } }',
        data: { person: { id: 'a', name: 'Ann' }, one: 1 },
      },
      {
        rule: '6.3.2 CollectFields 3c: a merged field has the first one’s arguments',
        query: '{ number(of: 4) number(of: 4) }',
        data: { number: 4 },
      },
      { rule: '6.3.2 CollectFields 3d: a named fragment', query: '{ ...F two } fragment F on Query { one }', data: { one: 1, two: 2 } },
      {
        rule: '6.3.2 CollectFields 3d i: a visited fragment adds nothing',
        query: '{ ...F two ...F } fragment F on Query { one }',
        data: { one: 1, two: 2 },
      },
      {
        rule: '6.3.2 CollectFields 3d i: a fragment that contains itself terminates',
        query: '{ ...F two } fragment F on Query { one ...F }',
        data: { one: 1, two: 2 },
      },
      {
        rule: '6.3.2 CollectFields 3d i: a skipped spread does not count as visited',
        query: '{ ...F @skip(if: true) two ...F } fragment F on Query { one }',
        data: { two: 2, one: 1 },
      },
      { rule: '6.3.2 CollectFields 3d iv: an unknown fragment', query: '{ one ...Nothing }', data: { one: 1 } },
      {
        rule: '6.3.2 CollectFields 3d vi: a fragment on another type does not apply',
        query: '{ node { ...F id } } fragment F on Stone { weight }',
        data: { node: { id: 'a' } },
      },
      {
        rule: '6.3.2 CollectFields 3d: a fragment is visited once in each selection set',
        query: '{ person { ...F friend { ...F } } } fragment F on Person { name }',
        data: { person: { name: 'Ann', friend: { name: 'Bob' } } },
      },
      { rule: '6.3.2 CollectFields 3e: an inline fragment', query: '{ ... on Query { one } two }', data: { one: 1, two: 2 } },
      {
        rule: '6.3.2 CollectFields 3e ii: an inline fragment without a type always applies',
        query: '{ ... @include(if: true) { one } ... @skip(if: true) { two } }',
        data: { one: 1 },
      },
      {
        rule: '6.3.2 CollectFields 3e ii: an inline fragment on another type does not apply',
        query: '{ thing { ... on Person { name } ... on Stone { weight } } }',
        data: { thing: { weight: 3 } },
      },
      {
        rule: '6.3.2 DoesFragmentTypeApply 1: the object type itself',
        query: '{ person { ... on Person { id } ... on Stone { weight } } }',
        data: { person: { id: 'a' } },
      },
      {
        rule: '6.3.2 DoesFragmentTypeApply 2: an interface that it implements',
        query: '{ thing { ... on Node { id } ... on Being { name } } }',
        data: { thing: { id: 's' } },
      },
      {
        rule: '6.3.2 DoesFragmentTypeApply 2: an interface of its interface',
        query: '{ being { ... on Node { id } name } }',
        data: { being: { id: 'a', name: 'Ann' } },
      },
      {
        rule: '6.3.2 DoesFragmentTypeApply 3: a union that contains the type',
        query: '{ node { ... on Thing { ... on Person { name } } } }',
        data: { node: { name: 'Ann' } },
      },
      { rule: '6.3.2 DoesFragmentTypeApply: an unknown type', query: '{ one ... on Nothing { two } }', data: { one: 1 } },
      {
        rule: '6.3.2: selections of fragments merge with their siblings',
        query: '{ node { ... on Person { friend { id } } ... on Being { id } ... on Person { friend { name } } } }',
        data: { node: { friend: { id: 'b', name: 'Bob' }, id: 'a' } },
      },
      {
        rule: '6.3.3 MergeSelectionSets: through three levels of fragments',
        query:
          '{ person { friend { id } } ...A } fragment A on Query { person { ...B } } fragment B on Person { friend { ...C } } fragment C on Being { name }',
        data: { person: { friend: { id: 'b', name: 'Bob' } } },
      },
      {
        rule: '6.3: a directive without a rule for execution changes nothing',
        query: 'query @other { one @other ... @other { two } }',
        data: { one: 1, two: 2 },
      },
    ],
    { values },
  );
});

describe('6.3.1 normal and serial execution', () => {
  holds(sdl, [
    {
      rule: 'a query’s fields start before any is awaited',
      query: '{ one two }',
      values: () => inTurn('Query.one', 'Query.two'),
      data: { one: 2, two: 2 },
    },
    {
      rule: 'keys keep the order of the document, not the order of settling',
      query: '{ one two number }',
      values: { 'Query.one': () => later(1).then(later).then(later), 'Query.two': () => later(2), 'Query.number': 3 },
      data: { one: 1, two: 2, number: 3 },
    },
  ]);

  test('one document gives the right answer for each combination of @skip and @include', async () => {
    const schema = buildSchema(sdl);
    schema.getQueryType()!.getFields()['one']!.resolve = () => 1;
    const document = parse(
      'query ($a: Boolean!, $b: Boolean!) { one @include(if: $a) again: one @skip(if: $b) ...F } fragment F on Query { last: one @include(if: $b) }',
    );
    const executor = createExecutor(schema);
    const before = JSON.stringify(document);
    for (const [a, b] of [
      [true, true],
      [false, true],
      [true, false],
      [false, false],
      [true, true],
    ] as const) {
      const { data } = await executor(document, getOperationAST(document)!, { a, b }, undefined);
      expect(data).toEqual({ ...(a && { one: 1 }), ...(!b && { again: 1 }), ...(b && { last: 1 }) });
    }
    expect(JSON.stringify(document)).toBe(before);
  });
});

/** Two fields that each return how many fields had started before the first one settled. */
function inTurn(...coordinates: string[]): Record<string, unknown> {
  let begun = 0;
  const tell = async () => {
    begun = (begun % 2) + 1;
    await later(undefined);
    return begun;
  };
  return Object.fromEntries(coordinates.map((coordinate) => [coordinate, tell]));
}
