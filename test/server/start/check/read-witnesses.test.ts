import { expect, test } from '@jest/globals';
import { makeVerifier, signatureType } from '../../../../src/log/keys/verifier.ts';
import { readWitnesses } from '../../../../src/server/start/check/read-witnesses.ts';

const key = (type: number): string => makeVerifier('witness.example', type, Buffer.alloc(32, 7)).vkey;
const witness = key(signatureType.cosignature);

test('keys for cosignatures are witnesses', () => {
  expect(readWitnesses([])).toEqual([]);
  expect(readWitnesses([witness]).map(({ vkey }) => vkey)).toEqual([witness]);
});

test.each([
  ['a key for other signatures', key(signatureType.ed25519)],
  ['a key that was altered', witness.replace('witness', 'Witness')],
  ['no key', 'peregrine'],
])('%s is refused, whatever is beside it, and not repeated', (_name, wrong) => {
  expect(() => readWitnesses([witness, wrong])).toThrow(
    expect.objectContaining({
      code: 'SETTING_INVALID',
      problems: ['LOG_WITNESSES: must be verifier keys for cosignatures, with spaces between'],
    }),
  );
});
