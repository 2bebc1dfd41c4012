import { describe } from '@jest/globals';
import { holds, later } from './run-case.ts';

/** A thenable of 4 that is not a Promise. */
function promising(target: object): object {
  const settle = (done: (value: number) => unknown): unknown => Promise.resolve(done(4));
  // oxlint-disable-next-line unicorn/no-thenable -- a case needs a thenable
  return Object.defineProperty(target, 'then', { value: settle });
}

describe('6.4.2 ResolveFieldValue', () => {
  const broken = () => {
    throw new Error('broken');
  };
  holds('type Leaf { id: Int  twice(of: Int): Int  constructor: Int }  type Query { leaf: Leaf  one: Int }', [
    {
      rule: '2: the resolver gets the object, the arguments and the context',
      query: '{ leaf { twice(of: 2) } }',
      values: {
        'Query.leaf': { id: 5 },
        'Leaf.twice': (source: { id: number }, { of }: { of: number }, context: string) => source.id + of + context.length,
      },
      data: { leaf: { twice: 18 } },
    },
    {
      rule: '2: the default resolver reads the property',
      query: '{ leaf { id constructor } }',
      values: { 'Query.leaf': { id: 5, constructor: 6 } },
      data: { leaf: { id: 5, constructor: 6 } },
    },
    {
      rule: '2: the default resolver calls a method with the arguments',
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
      rule: '2: the default resolver gives null for a missing property',
      query: '{ leaf { id } }',
      values: { 'Query.leaf': {} },
      data: { leaf: { id: null } },
    },
    {
      rule: '2: a resolver may return a promise',
      query: '{ one leaf { id } }',
      values: { 'Query.one': () => later(1), 'Leaf.id': () => later(2), 'Query.leaf': () => later({}) },
      data: { one: 1, leaf: { id: 2 } },
    },
    {
      rule: '2: a resolver may return a thenable',
      query: '{ one }',
      values: { 'Query.one': () => promising({}) },
      data: { one: 4 },
    },
    {
      rule: '2: a resolver may return a function that is a thenable',
      query: '{ one }',
      values: { 'Query.one': () => promising(() => 0) },
      data: { one: 4 },
    },
    {
      rule: '6.4.4 a thrown error is the field’s error',
      query: '{ one leaf { id } }',
      values: { 'Query.one': broken, 'Query.leaf': { id: 1 } },
      data: { one: null, leaf: { id: 1 } },
      errors: [[['one'], '1:3', 'broken']],
    },
    {
      rule: '6.4.4 a rejection is the field’s error',
      query: '{ one }',
      values: { 'Query.one': () => later(new Error('late')) },
      data: { one: null },
      errors: [[['one'], '1:3', 'late']],
    },
    {
      rule: '6.4.4 a returned Error is the field’s error',
      query: '{ one }',
      values: { 'Query.one': new Error('given') },
      data: { one: null },
      errors: [[['one'], '1:3', 'given']],
    },
    {
      rule: '6.4.4 a promise of an Error is the field’s error',
      query: '{ leaf { id } }',
      values: { 'Query.leaf': async () => new Error('given') },
      data: { leaf: null },
      errors: [[['leaf'], '1:3', 'given']],
    },
    {
      rule: '6.4.4 a thrown value that is not an Error',
      query: '{ one }',
      values: { 'Query.one': () => later(undefined).then(() => Promise.reject('text')) },
      data: { one: null },
      errors: [[['one'], '1:3', 'Unexpected error value: "text"']],
    },
    {
      rule: '6.4.4 an error has every location of a merged field',
      query: '{ leaf { id } leaf { id } }',
      values: { 'Query.leaf': { id: broken } },
      data: { leaf: { id: null } },
      errors: [[['leaf', 'id'], '1:10 1:22', 'broken']],
    },
  ]);
});
