import { expect, test } from '@jest/globals';
import { unpagedConnections, unresolvedFields } from './unresolved-fields.ts';

test('every root field, and every field that leads to other objects, has a resolver', () => {
  expect(unresolvedFields()).toEqual([]);
});

test('every connection takes the same page arguments', () => {
  expect(unpagedConnections()).toEqual([]);
});
