import { describe } from '@jest/globals';
import { holds, later } from './run-case.ts';

/** What promises four and is no promise of the language's own. */
function promising(target: object): object {
  const settle = (done: (value: number) => unknown): unknown => Promise.resolve(done(4));
  // oxlint-disable-next-line unicorn/no-thenable -- it is what the case is about
  return Object.defineProperty(target, 'then', { value: settle });
}

describe('6.4.2 ResolveFieldValue', () => {
  const broken = () => {
    throw new Error('broken');
  };
  holds('type Leaf { id: Int  twice(of: Int): Int  constructor: Int }  type Query { leaf: Leaf  one: Int }', [
    {
      rule: '2: the resolver has the object, the arguments and the context',
      query: '{ leaf { twice(of: 2) } }',
      values: {
        'Query.leaf': { id: 5 },
        'Leaf.twice': (source: { id: number }, { of }: { of: number }, context: string) => source.id + of + context.length,
      },
      data: { leaf: { twice: 18 } },
    },
    {
      rule: '2: without a resolver, the property',
      query: '{ leaf { id constructor } }',
      values: { 'Query.leaf': { id: 5, constructor: 6 } },
      data: { leaf: { id: 5, constructor: 6 } },
    },
    {
      rule: '2: without a resolver, the method, with the arguments',
      query: '{ leaf { twice(of: 2) } }',
      values: {
        'Query.leaf': {
          id: 5,
          twice(this: { id: number }, { of }: { of: number }) {
            return this.id * of;
          },
        },
      },
      data: { leaf: { twice: 10 } },
    },
    {
      rule: '2: without a resolver, no property is null',
      query: '{ leaf { id } }',
      values: { 'Query.leaf': {} },
      data: { leaf: { id: null } },
    },
    {
      rule: '2: a resolver may take its time',
      query: '{ one leaf { id } }',
      values: { 'Query.one': () => later(1), 'Leaf.id': () => later(2), 'Query.leaf': () => later({}) },
      data: { one: 1, leaf: { id: 2 } },
    },
    {
      rule: '2: a promise that is none of the language’s own',
      query: '{ one }',
      values: { 'Query.one': () => promising({}) },
      data: { one: 4 },
    },
    {
      rule: '2: a promise that can be called',
      query: '{ one }',
      values: { 'Query.one': () => promising(() => 0) },
      data: { one: 4 },
    },
    {
      rule: '6.4.4 what it throws is that field’s error',
      query: '{ one leaf { id } }',
      values: { 'Query.one': broken, 'Query.leaf': { id: 1 } },
      data: { one: null, leaf: { id: 1 } },
      errors: [[['one'], '1:3', 'broken']],
    },
    {
      rule: '6.4.4 what it rejects with',
      query: '{ one }',
      values: { 'Query.one': () => later(new Error('late')) },
      data: { one: null },
      errors: [[['one'], '1:3', 'late']],
    },
    {
      rule: '6.4.4 an error that it gives',
      query: '{ one }',
      values: { 'Query.one': new Error('given') },
      data: { one: null },
      errors: [[['one'], '1:3', 'given']],
    },
    {
      rule: '6.4.4 an error that it gives late',
      query: '{ leaf { id } }',
      values: { 'Query.leaf': async () => new Error('given') },
      data: { leaf: null },
      errors: [[['leaf'], '1:3', 'given']],
    },
    {
      rule: '6.4.4 what is thrown and no error',
      query: '{ one }',
      values: { 'Query.one': () => later(undefined).then(() => Promise.reject('text')) },
      data: { one: null },
      errors: [[['one'], '1:3', 'Unexpected error value: "text"']],
    },
    {
      rule: '6.4.4 each place of a field that was merged',
      query: '{ leaf { id } leaf { id } }',
      values: { 'Query.leaf': { id: broken } },
      data: { leaf: { id: null } },
      errors: [[['leaf', 'id'], '1:10 1:22', 'broken']],
    },
  ]);
});
