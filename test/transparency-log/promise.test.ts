import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCheckpoint } from '../../src/transparency-log/checkpoint.ts';
import type { LogErrorCode } from '../../src/transparency-log/log-error.ts';
import { type LogKey, verifyCheckpoint } from '../../src/transparency-log/log-keys.ts';
import { createSigner } from '../../src/transparency-log/signer.ts';
import { parseNote, signNote } from '../../src/transparency-log/note.ts';
import { makePromise } from '../../src/transparency-log/promise.ts';
import { verifyReceipt, type Receipt } from '../../src/transparency-log/receipt.ts';
import { holes, refusal } from '../helpers/log-refusal.ts';
import { NaiveTree } from '../helpers/naive-tree.ts';

const origin = 'log.example/access';
const time = 1_789_000_000_123;
const log = createSigner(origin, generateKeyPairSync('ed25519').privateKey);
const foreign = createSigner('other.example', generateKeyPairSync('ed25519').privateKey);
const keys: LogKey[] = [{ verifier: log.verifier, first: 0n, last: undefined }];
const tree = new NaiveTree(40);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function receiptOf(index: number, count: number): Receipt {
  const { note, proofs } = makePromise(origin, tree.leafHashes.slice(0, count), time, log);
  return {
    entry: '80000000-0000-4000-8000-000000000001',
    leafHash: Buffer.from(tree.leafHash(index)).toString('hex'),
    promise: { note, index, proof: proofs[index]!.map(base64) },
    maximumMergeDelay: 60,
  };
}

const receipt = receiptOf(2, 5);
/** The receipt with another promise text, signed by the given signer. */
const promising = (text: string, signer = log): Receipt => ({
  ...receipt,
  promise: { ...receipt.promise, note: signNote(text, [signer]) },
});
const rootLine = base64(tree.root(5));

test('each entry of a group gets a receipt that verifies, for every size of the group', () => {
  for (let count = 1; count <= 40; count++) {
    for (let index = 0; index < count; index++) {
      const { entry, leafHash, time: at, maximumMergeDelay } = verifyReceipt(receiptOf(index, count), keys, origin);
      expect([entry, Buffer.from(leafHash).toString('hex'), at, maximumMergeDelay]).toEqual([
        receipt.entry,
        Buffer.from(tree.leafHash(index)).toString('hex'),
        time,
        60,
      ]);
    }
  }
});

test('a promise is one note over count, root and time, and its proofs are the audit paths of the group', () => {
  const { note, proofs } = makePromise(origin, tree.leafHashes.slice(0, 5), time, log);
  expect(parseNote(note).text).toBe(`${origin}/promise\n5\n${rootLine}\n${time}\n`);
  expect(parseNote(note).signatures).toHaveLength(1);
  expect(proofs.map((proof) => proof.map(base64))).toEqual([0, 1, 2, 3, 4].map((index) => tree.inclusionProof(index, 5).map(base64)));
});

test('a group of one entry needs no proof: its leaf is the root', () => {
  const { note, proofs } = makePromise(origin, [tree.leafHash(3)], time, log);
  expect(proofs).toEqual([[]]);
  expect(parseNote(note).text.split('\n')[2]).toBe(base64(tree.leafHash(3)));
});

test('a promise is never accepted as a checkpoint, and a checkpoint is never accepted as a promise', () => {
  expect(parseCheckpoint(parseNote(receipt.promise.note).text).origin).toBe(`${origin}/promise`);
  expect(() => verifyCheckpoint(receipt.promise.note, keys)).toThrow(refusal('LOG_ORIGIN_WRONG'));
  expect(() => verifyReceipt(promising(`${origin}\n5\n${rootLine}\n`), keys)).toThrow(refusal('LOG_PROMISE_INVALID'));
  expect(() => verifyReceipt(promising(`${origin}\n5\n${rootLine}\n${time}\n`), keys)).toThrow(refusal('LOG_PROMISE_INVALID'));
});

test('a promise by another log, for another log or by an unknown key is refused', () => {
  expect(verifyReceipt(receipt, keys).time).toBe(time);
  expect(() => verifyReceipt(receipt, keys, 'other.example')).toThrow(refusal('LOG_ORIGIN_WRONG'));
  expect(() => verifyReceipt(receipt, [])).toThrow(refusal('LOG_KEY_UNKNOWN'));
  const text = parseNote(receipt.promise.note).text;
  const both = [...keys, { verifier: foreign.verifier, first: 0n, last: undefined }];
  expect(() => verifyReceipt(promising(text, foreign), keys)).toThrow(refusal('LOG_KEY_UNKNOWN'));
  expect(() => verifyReceipt(promising(text, foreign), both)).toThrow(refusal('LOG_ORIGIN_WRONG'));
  expect(() => verifyReceipt(promising(text.replace(origin, 'other.example')), both)).toThrow(refusal('LOG_ORIGIN_WRONG'));
});

test('a promise by a key past its last size is valid, because a promise has no size', () => {
  expect(verifyReceipt(receipt, [{ verifier: log.verifier, first: 0n, last: 3n }]).time).toBe(time);
});

test.each([
  ['no count', `${origin}/promise\n${rootLine}\n${time}\n`],
  ['a count with a leading zero', `${origin}/promise\n05\n${rootLine}\n${time}\n`],
  ['no origin', `/promise\n5\n${rootLine}\n${time}\n`],
  ['another root', `${origin}/promise\n5\n${rootLine.slice(1)}\n${time}\n`],
  ['no time', `${origin}/promise\n5\n${rootLine}\n`],
  ['a negative time', `${origin}/promise\n5\n${rootLine}\n-1\n`],
  ['a time that is not exact', `${origin}/promise\n5\n${rootLine}\n9007199254740992\n`],
  ['one more line', `${origin}/promise\n5\n${rootLine}\n${time}\nmore\n`],
  ['one more empty line', `${origin}/promise\n5\n${rootLine}\n${time}\n\n`],
])('a signed text with %s is not a promise', (_what, text) => {
  expect(() => verifyReceipt(promising(text), keys)).toThrow(refusal('LOG_PROMISE_INVALID'));
});

test('an entry outside the group, or at another index, is refused', () => {
  const { promise } = receipt;
  const wrong: [Receipt, LogErrorCode][] = [
    [{ ...receipt, leafHash: 'ab'.repeat(32) }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, index: 3 } }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, index: 5 } }, 'LOG_SIZE_INVALID'],
    [{ ...receipt, promise: { ...promise, proof: [] } }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, proof: promise.proof.slice(1) } }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, proof: [...promise.proof, rootLine] } }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, proof: promise.proof.toReversed() } }, 'LOG_PROOF_INVALID'],
    [promising(`${origin}/promise\n4\n${rootLine}\n${time}\n`), 'LOG_PROOF_INVALID'],
    [promising(`${origin}/promise\n0\n${rootLine}\n${time}\n`), 'LOG_SIZE_INVALID'],
    [{ ...receipt, promise: { ...promise, note: promise.note.replace(`\n${time}\n`, `\n${time + 1}\n`) } }, 'LOG_SIGNATURE_INVALID'],
    [{ ...receipt, promise: { ...promise, note: 'a' } }, 'LOG_NOTE_INVALID'],
  ];
  for (const [one, code] of wrong) expect(() => verifyReceipt(one, keys)).toThrow(refusal(code));
});

const odd = [undefined, null, true, 0, -1, 1.5, Number.NaN, Infinity, '', 'x', [], {}, [1], ['x'], [null], () => 1, Symbol('x'), 5n];
test.each(['entry', 'leafHash', 'promise', 'maximumMergeDelay', 'promise.note', 'promise.index', 'promise.proof'])(
  'a receipt with another value of %s is refused',
  (path) => {
    const right: Record<string, unknown[]> = { entry: ['x'], maximumMergeDelay: [0, 1.5] };
    for (const value of odd.filter((one) => !right[path]?.includes(one))) {
      const [first = '', second] = path.split('.');
      const changed = second ? { ...receipt, promise: { ...receipt.promise, [second]: value } } : { ...receipt, [first]: value };
      const refused = refusal('LOG_PROMISE_INVALID', 'LOG_NOTE_INVALID', 'LOG_PROOF_INVALID');
      expect(() => verifyReceipt(changed, keys)).toThrow(refused);
    }
  },
);

test('malformed receipts are refused', () => {
  const { promise } = receipt;
  for (const changed of [
    { ...receipt, leafHash: receipt.leafHash.toUpperCase() },
    { ...receipt, leafHash: `${receipt.leafHash}\n` },
    { ...receipt, leafHash: receipt.leafHash.slice(2) },
    { ...receipt, entry: 'a'.repeat(65) },
    { ...receipt, entry: '<script>' },
    { ...receipt, entry: `${receipt.entry}\n` },
    { ...receipt, promise: { ...promise, proof: promise.proof.map((hash) => hash.replace('=', '')) } },
    { ...receipt, promise: { ...promise, proof: promise.proof.map((hash) => Buffer.from(hash, 'base64')) } },
    { ...receipt, promise: { ...promise, proof: Array.from({ length: 65 }, () => rootLine) } },
    { ...receipt, promise: { ...promise, proof: holes(2) } },
    { ...receipt, promise: { ...promise, proof: { length: 2, 0: rootLine, 1: rootLine } } },
    { ...receipt, promise: { ...promise, index: 2n } },
    { ...receipt, promise: { ...promise, index: '2' } },
    { ...receipt, promise: { ...promise, index: 2 ** 53 } },
    { ...receipt, promise: [promise] },
  ]) {
    expect(() => verifyReceipt(changed, keys)).toThrow(refusal('LOG_PROMISE_INVALID'));
  }
});

test('arbitrary input is refused with a code', () => {
  const known = refusal(
    'LOG_PROMISE_INVALID',
    'LOG_NOTE_INVALID',
    'LOG_SIGNATURE_INVALID',
    'LOG_KEY_UNKNOWN',
    'LOG_PROOF_INVALID',
    'LOG_SIZE_INVALID',
  );
  for (const value of odd) expect(() => verifyReceipt(value, keys)).toThrow(known);
  const member = (name: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(name) },
      { weight: 1, arbitrary: fc.anything({ withBigInt: true, withNullPrototype: true }) },
    );
  const hostile = fc
    .tuple(...['entry', 'leafHash', 'note', 'index', 'proof', 'maximumMergeDelay'].map(member), fc.anything())
    .map(([entry, leafHash, note, index, proof, delay, extra]) => ({
      entry: entry === 'entry' ? receipt.entry : entry,
      leafHash: leafHash === 'leafHash' ? receipt.leafHash : leafHash,
      promise: {
        note: note === 'note' ? receipt.promise.note : note,
        index: index === 'index' ? receipt.promise.index : index,
        proof: proof === 'proof' ? receipt.promise.proof : proof,
      },
      maximumMergeDelay: delay === 'maximumMergeDelay' ? 60 : delay,
      extra,
    }));
  fc.assert(
    fc.property(fc.oneof(hostile, fc.anything(), fc.jsonValue()), (value) => {
      try {
        const { leafHash, time: at } = verifyReceipt(value, keys);
        expect([Buffer.from(leafHash).toString('hex'), at]).toEqual([receipt.leafHash, time]);
      } catch (error) {
        expect(error).toEqual(known);
      }
    }),
    { numRuns: 2000 },
  );
});

test('no promise is made without entries, of invalid hashes or times, or for another log', () => {
  const leaf = tree.leafHash(0);
  expect(() => makePromise(origin, [], time, log)).toThrow(refusal('LOG_PROMISE_INVALID'));
  expect(() => makePromise(origin, [leaf, leaf.subarray(1)], time, log)).toThrow(refusal('LOG_PROMISE_INVALID'));
  expect(() => makePromise(origin, holes(2), time, log)).toThrow(refusal('LOG_PROMISE_INVALID'));
  for (const none of [-1, 1.5, Number.NaN, Infinity, 2 ** 53]) {
    expect(() => makePromise(origin, [leaf], none, log)).toThrow(refusal('LOG_PROMISE_INVALID'));
  }
  expect(() => makePromise(origin, [leaf], time, foreign)).toThrow(refusal('LOG_ORIGIN_WRONG'));
});
