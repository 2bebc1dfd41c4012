import { expect, test } from '@jest/globals';
import { unresolvedFields } from './unresolved-fields.ts';

test('every root field, and every field that leads to other objects, has a resolver', () => {
  expect(unresolvedFields()).toEqual([]);
});
