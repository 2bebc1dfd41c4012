import { expect, test } from '@jest/globals';
import { newSigningKey } from '../../../../src/identity/server/tokens/signing-keys.ts';

test('no id of a key looks like an option of the command that withdraws it', () => {
  // One thumbprint in 64 begins with a hyphen.
  const ids = Array.from({ length: 600 }, () => newSigningKey().kid);
  expect(ids.filter((kid) => !/^\w[\w-]{42}$/.test(kid))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
