import { describe } from '@jest/globals';
import { holds, later } from './run-case.ts';

const sdl = `interface Node { id: Int }  type Leaf implements Node { id: Int  sure: Int! }  type Stone implements Node { id: Int }  type Stray { id: Int }
  union Thing = Leaf | Stone  type Query { int: Int  leaf: Leaf  node: Node  thing: Thing  nodes: [Node]  stray: Stray }`;
const named = (resolveType: unknown) => ({
  types: { Node: { resolveType } },
  values: { 'Query.node': { id: 1 } },
  query: '{ node { id } int }',
});
const wrong = { data: { node: null, int: null }, errors: [[['node'], '1:3']] } as const;
const good = { data: { node: { id: 1 }, int: null } } as const;
const typeChecked = (isTypeOf: unknown) => ({
  types: { Leaf: { isTypeOf } },
  values: { 'Query.leaf': { id: 1 } },
  query: '{ leaf { id } }',
});
const broken = () => {
  throw new Error('broken');
};

describe('6.4.3 CompleteValue: objects and abstract types', () => {
  holds(sdl, [
    {
      rule: '5: an object is completed by its selection',
      query: '{ leaf { sure id } }',
      values: { 'Query.leaf': { id: 1, sure: 2 } },
      data: { leaf: { sure: 2, id: 1 } },
    },
    {
      rule: '5: any value can be completed as an object',
      query: '{ leaf { __typename } }',
      values: { 'Query.leaf': 0 },
      data: { leaf: { __typename: 'Leaf' } },
    },
    { rule: '5: isTypeOf accepts the value', ...typeChecked(() => true), data: { leaf: { id: 1 } } },
    { rule: '5: isTypeOf accepts the value by a promise', ...typeChecked(() => later(true)), data: { leaf: { id: 1 } } },
    { rule: '5: isTypeOf rejects the value', ...typeChecked(() => false), data: { leaf: null }, errors: [[['leaf'], '1:3']] },
    {
      rule: '5: isTypeOf rejects the value by a promise',
      ...typeChecked(() => later(false)),
      data: { leaf: null },
      errors: [[['leaf'], '1:3']],
    },
    { rule: '5: isTypeOf throws', ...typeChecked(broken), data: { leaf: null }, errors: [[['leaf'], '1:3', 'broken']] },
    { rule: 'ResolveAbstractType: resolveType returns a name', ...named(() => 'Leaf'), ...good },
    { rule: 'ResolveAbstractType: resolveType returns a promise of a name', ...named(() => later('Leaf')), ...good },
    { rule: 'ResolveAbstractType: resolveType returns undefined', ...named(() => undefined), ...wrong },
    { rule: 'ResolveAbstractType: resolveType returns a promise of null', ...named(() => later(null)), ...wrong },
    { rule: 'ResolveAbstractType: resolveType returns a number', ...named(() => 5), ...wrong },
    { rule: 'ResolveAbstractType: resolveType returns an unknown type', ...named(() => 'Nothing'), ...wrong },
    { rule: 'ResolveAbstractType: resolveType returns an interface', ...named(() => 'Node'), ...wrong },
    { rule: 'ResolveAbstractType: resolveType returns an object type that is not a possible type', ...named(() => 'Stray'), ...wrong },
    { rule: 'ResolveAbstractType: resolveType returns the name of an inherited property', ...named(() => 'constructor'), ...wrong },
    { rule: 'ResolveAbstractType: resolveType throws', ...named(broken), data: wrong.data, errors: [[['node'], '1:3', 'broken']] },
    {
      rule: 'ResolveAbstractType: resolveType rejects',
      ...named(() => later(new Error('late'))),
      data: wrong.data,
      errors: [[['node'], '1:3', 'late']],
    },
    {
      rule: 'ResolveAbstractType: resolveType gets the value, the context and the field',
      ...named((value: { id: number }, context: string, { fieldName }: { fieldName: string }) =>
        value.id === 1 && context === 'the context' && fieldName === 'node' ? 'Leaf' : 'Stray',
      ),
      ...good,
    },
    {
      rule: 'ResolveAbstractType: without resolveType, the value’s __typename',
      query: '{ thing { __typename } }',
      values: { 'Query.thing': { __typename: 'Stone' } },
      data: { thing: { __typename: 'Stone' } },
    },
    {
      rule: 'ResolveAbstractType: without resolveType, the first type whose isTypeOf accepts the value',
      query: '{ thing { __typename } }',
      values: { 'Query.thing': {} },
      types: { Leaf: { isTypeOf: () => false }, Stone: { isTypeOf: () => true } },
      data: { thing: { __typename: 'Stone' } },
    },
    {
      rule: 'ResolveAbstractType: isTypeOf may return a promise',
      query: '{ thing { __typename } }',
      values: { 'Query.thing': {} },
      types: { Leaf: { isTypeOf: () => later(false) }, Stone: { isTypeOf: () => later(true) } },
      data: { thing: { __typename: 'Stone' } },
    },
    {
      rule: 'ResolveAbstractType: no isTypeOf accepts the value',
      query: '{ thing { __typename } }',
      values: { 'Query.thing': {} },
      types: { Leaf: { isTypeOf: () => false } },
      data: { thing: null },
      errors: [[['thing'], '1:3']],
    },
    {
      rule: 'ResolveAbstractType: the type is resolved for each item',
      query: '{ nodes { __typename id ... on Leaf { sure } } }',
      values: { 'Query.nodes': [{ __typename: 'Stone', id: 1 }, { __typename: 'Leaf', id: 2, sure: 3 }, {}] },
      data: { nodes: [{ __typename: 'Stone', id: 1 }, { __typename: 'Leaf', id: 2, sure: 3 }, null] },
      errors: [[['nodes', 2], '1:3']],
    },
  ]);
});
