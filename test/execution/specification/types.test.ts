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
const told = (isTypeOf: unknown) => ({ types: { Leaf: { isTypeOf } }, values: { 'Query.leaf': { id: 1 } }, query: '{ leaf { id } }' });
const broken = () => {
  throw new Error('broken');
};

describe('6.4.3 CompleteValue: objects and abstract types', () => {
  holds(sdl, [
    {
      rule: '5: an object’s selection',
      query: '{ leaf { sure id } }',
      values: { 'Query.leaf': { id: 1, sure: 2 } },
      data: { leaf: { sure: 2, id: 1 } },
    },
    {
      rule: '5: of whatever value there is',
      query: '{ leaf { __typename } }',
      values: { 'Query.leaf': 0 },
      data: { leaf: { __typename: 'Leaf' } },
    },
    { rule: '5: a type that knows its own', ...told(() => true), data: { leaf: { id: 1 } } },
    { rule: '5: a type that knows its own, late', ...told(() => later(true)), data: { leaf: { id: 1 } } },
    { rule: '5: a type that does not know it', ...told(() => false), data: { leaf: null }, errors: [[['leaf'], '1:3']] },
    { rule: '5: a type that does not know it, late', ...told(() => later(false)), data: { leaf: null }, errors: [[['leaf'], '1:3']] },
    { rule: '5: a type that fails to know it', ...told(broken), data: { leaf: null }, errors: [[['leaf'], '1:3', 'broken']] },
    { rule: 'ResolveAbstractType: by name', ...named(() => 'Leaf'), ...good },
    { rule: 'ResolveAbstractType: by name, late', ...named(() => later('Leaf')), ...good },
    { rule: 'ResolveAbstractType: none', ...named(() => undefined), ...wrong },
    { rule: 'ResolveAbstractType: null, late', ...named(() => later(null)), ...wrong },
    { rule: 'ResolveAbstractType: what is no name', ...named(() => 5), ...wrong },
    { rule: 'ResolveAbstractType: a type that there is not', ...named(() => 'Nothing'), ...wrong },
    { rule: 'ResolveAbstractType: what is no object type', ...named(() => 'Node'), ...wrong },
    { rule: 'ResolveAbstractType: an object type that is none of it', ...named(() => 'Stray'), ...wrong },
    { rule: 'ResolveAbstractType: a name that objects inherit', ...named(() => 'constructor'), ...wrong },
    { rule: 'ResolveAbstractType: it throws', ...named(broken), data: wrong.data, errors: [[['node'], '1:3', 'broken']] },
    {
      rule: 'ResolveAbstractType: it rejects',
      ...named(() => later(new Error('late'))),
      data: wrong.data,
      errors: [[['node'], '1:3', 'late']],
    },
    {
      rule: 'ResolveAbstractType: it has the value, the context and the field',
      ...named((value: { id: number }, context: string, { fieldName }: { fieldName: string }) =>
        value.id === 1 && context === 'the context' && fieldName === 'node' ? 'Leaf' : 'Stray',
      ),
      ...good,
    },
    {
      rule: 'ResolveAbstractType: by the value’s __typename',
      query: '{ thing { __typename } }',
      values: { 'Query.thing': { __typename: 'Stone' } },
      data: { thing: { __typename: 'Stone' } },
    },
    {
      rule: 'ResolveAbstractType: by the first type that knows its own',
      query: '{ thing { __typename } }',
      values: { 'Query.thing': {} },
      types: { Leaf: { isTypeOf: () => false }, Stone: { isTypeOf: () => true } },
      data: { thing: { __typename: 'Stone' } },
    },
    {
      rule: 'ResolveAbstractType: by types that know late',
      query: '{ thing { __typename } }',
      values: { 'Query.thing': {} },
      types: { Leaf: { isTypeOf: () => later(false) }, Stone: { isTypeOf: () => later(true) } },
      data: { thing: { __typename: 'Stone' } },
    },
    {
      rule: 'ResolveAbstractType: no type knows it',
      query: '{ thing { __typename } }',
      values: { 'Query.thing': {} },
      types: { Leaf: { isTypeOf: () => false } },
      data: { thing: null },
      errors: [[['thing'], '1:3']],
    },
    {
      rule: 'ResolveAbstractType: for each item',
      query: '{ nodes { __typename id ... on Leaf { sure } } }',
      values: { 'Query.nodes': [{ __typename: 'Stone', id: 1 }, { __typename: 'Leaf', id: 2, sure: 3 }, {}] },
      data: { nodes: [{ __typename: 'Stone', id: 1 }, { __typename: 'Leaf', id: 2, sure: 3 }, null] },
      errors: [[['nodes', 2], '1:3']],
    },
  ]);
});
