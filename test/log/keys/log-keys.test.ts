import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkpointText } from '../../../src/log/tree/checkpoint.ts';
import { emptyRoot } from '../../../src/log/tree/hashes.ts';
import { formatLogKeys, parseLogKeys, verifyCheckpoint, type LogKey } from '../../../src/log/keys/log-keys.ts';
import { createSigner, type Signer } from '../../../src/log/keys/signer.ts';
import { makeVerifier } from '../../../src/log/keys/verifier.ts';
import { signNote } from '../../../src/log/keys/note.ts';
import { refusal } from '../../helpers/log/log-refusal.ts';

const origin = 'log.example/access';
const signer = (name: string) => createSigner(name, generateKeyPairSync('ed25519').privateKey);
const old = signer(origin);
const next = signer(origin);
const foreign = signer('other.example');
const keys: LogKey[] = [
  { verifier: old.verifier, first: 0n, last: 100n },
  { verifier: next.verifier, first: 90n, last: undefined },
];
const root = Buffer.alloc(32, 9);
const signed = (size: bigint, signers: Signer[], from = origin) =>
  signNote(checkpointText({ origin: from, size, root: size === 0n ? emptyRoot : root }), signers);

test('a checkpoint of either key within its range gives origin, size and root', () => {
  for (const size of [0n, 1n, 100n]) expect(verifyCheckpoint(signed(size, [old]), keys).size).toBe(size);
  for (const size of [90n, 2n ** 64n - 1n]) expect(verifyCheckpoint(signed(size, [next]), keys, origin)).toEqual({ origin, size, root });
});

test('a key outside its range is refused, unless another key signed too', () => {
  expect(() => verifyCheckpoint(signed(101n, [old]), keys)).toThrow(refusal('LOG_KEY_OUT_OF_RANGE'));
  expect(() => verifyCheckpoint(signed(89n, [next]), keys)).toThrow(refusal('LOG_KEY_OUT_OF_RANGE'));
  expect(verifyCheckpoint(signed(101n, [old, next]), keys).size).toBe(101n);
  expect(verifyCheckpoint(signed(95n, [old, next]), keys).size).toBe(95n);
});

test('the origin must be the name of the key that signed, and the requested origin', () => {
  expect(verifyCheckpoint(signed(1n, [old]), keys, origin).origin).toBe(origin);
  expect(() => verifyCheckpoint(signed(1n, [old]), keys, 'other.example')).toThrow(refusal('LOG_ORIGIN_WRONG'));
  expect(() => verifyCheckpoint(signed(1n, [old], 'other.example'), keys)).toThrow(refusal('LOG_ORIGIN_WRONG'));
  const both = [...keys, { verifier: foreign.verifier, first: 0n, last: undefined }];
  expect(() => verifyCheckpoint(signed(1n, [foreign]), both)).toThrow(refusal('LOG_ORIGIN_WRONG'));
  // The other log's key may sign any size of the other log. That does not extend the range of this log's key.
  expect(() => verifyCheckpoint(signed(101n, [old, foreign]), both)).toThrow(refusal('LOG_KEY_OUT_OF_RANGE'));
});

test('unknown keys, bad signatures and other texts are refused', () => {
  const note = signed(1n, [old]);
  expect(() => verifyCheckpoint(note, [])).toThrow(refusal('LOG_KEY_UNKNOWN'));
  expect(() => verifyCheckpoint(signed(1n, [signer(origin)]), keys)).toThrow(refusal('LOG_KEY_UNKNOWN'));
  expect(() => verifyCheckpoint(note.replace('\n1\n', '\n2\n'), keys)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
  expect(() => verifyCheckpoint(signNote(`${origin}\n`, [old]), keys)).toThrow(refusal('LOG_CHECKPOINT_INVALID'));
  expect(() => verifyCheckpoint('', keys)).toThrow(refusal('LOG_NOTE_INVALID'));
});

test('a list of keys is read with its comments', () => {
  const text = `# the keys of a log\n\n${old.verifier.vkey} 0 100\n  ${next.verifier.vkey}\t90   -  \r\n#${foreign.verifier.vkey} 0 -\n`;
  expect(parseLogKeys(text)).toEqual(keys);
  expect(formatLogKeys(keys)).toBe(`${old.verifier.vkey} 0 100\n${next.verifier.vkey} 90 -\n`);
  expect(parseLogKeys('')).toEqual([]);
});

const { vkey } = old.verifier;
test.each([
  ['a key alone', vkey],
  ['no last size', `${vkey} 0`],
  ['no first size', `${vkey} - 5`],
  ['more', `${vkey} 0 - -`],
  ['a trailing comment', `${vkey} 0 - # old`],
  ['a range that ends before it begins', `${vkey} 6 5`],
  ['a negative size', `${vkey} -1 5`],
  ['a leading zero', `${vkey} 00 5`],
  ['too large a size', `${vkey} 0 18446744073709551616`],
  ['hex', `${vkey} 0x1 -`],
  ['another id', `${vkey.replace(/\+[\da-f]{8}\+/, '+00000000+')} 0 -`],
  ['no key', 'log.example 0 -'],
  ['a witness', `${makeVerifier(origin, 4, old.verifier.publicKey).vkey} 0 -`],
  ['the same key twice', `${next.verifier.vkey} 0 5\n${next.verifier.vkey} 0 -`],
])('a list is refused for %s, and the line named', (_what, lines) => {
  const wrong = 2 + lines.split('\n').length;
  expect(() => parseLogKeys(`# keys\n\n${lines}\n`)).toThrow(
    expect.objectContaining({ code: 'LOG_KEY_INVALID', message: expect.stringContaining(`(line ${wrong})`) }),
  );
});

test('a written list is read back, and any text is either a list of keys or refused', () => {
  const size = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  const key = fc.record({
    verifier: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => makeVerifier(origin, 1, bytes)),
    first: size,
    last: fc.option(size, { nil: undefined }),
  });
  const list = fc.uniqueArray(key, { selector: ({ verifier }) => verifier.vkey });
  fc.assert(
    fc.property(list, (some) => {
      const ranges = some.map((one) => (one.last !== undefined && one.last < one.first ? { ...one, last: one.first } : one));
      expect(parseLogKeys(formatLogKeys(ranges))).toEqual(ranges);
    }),
  );
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(vkey, ' ', '\n', '0', '-', '#', '18446744073709551615'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      try {
        for (const { verifier, first, last } of parseLogKeys(pieces.join(''))) {
          expect(verifier).toEqual(old.verifier);
          expect(first <= (last ?? first)).toBe(true);
        }
      } catch (error) {
        expect(error).toEqual(refusal('LOG_KEY_INVALID'));
      }
    }),
    { numRuns: 500 },
  );
});
