import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCheckpoint } from '../../../src/log/tree/checkpoint.ts';
import type { LogErrorCode } from '../../../src/log/encoding/log-error.ts';
import { type LogKey, verifyCheckpoint } from '../../../src/log/keys/log-keys.ts';
import { createSigner } from '../../../src/log/keys/signer.ts';
import { parseNote, signNote, verifyNote } from '../../../src/log/keys/note.ts';
import { makePromise } from '../../../src/log/proofs/promise.ts';
import { verifyReceipt, type Receipt } from '../../../src/log/proofs/receipt.ts';
import { signatureType } from '../../../src/log/keys/verifier.ts';
import { holes, refusal } from '../../helpers/log/log-refusal.ts';
import { NaiveTree } from '../../helpers/log/naive-tree.ts';

const origin = 'log.example/access';
const time = 1_789_000_000_123;
const log = createSigner(origin, generateKeyPairSync('ed25519').privateKey);
const foreign = createSigner('other.example', generateKeyPairSync('ed25519').privateKey);
const keys: LogKey[] = [{ verifier: log.verifier, first: 0n, last: undefined }];
const tree = new NaiveTree(40);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function receiptOf(index: number, count: number): Receipt {
  const { signed, proofs } = makePromise(origin, tree.leafHashes.slice(0, count), time, log);
  return {
    entry: '80000000-0000-4000-8000-000000000001',
    leafHash: Buffer.from(tree.leafHash(index)).toString('hex'),
    promise: { time: new Date(time).toISOString(), size: count, index, proof: proofs[index]!.map(base64), signed },
  };
}

const receipt = receiptOf(2, 5);
const { promise } = receipt;
const rootLine = base64(tree.root(5));
const text = `${origin}/promise\n5\n${rootLine}\n${time}\n`;
/** The receipt with the signature of another text. */
const signing = (other: string, signer = log): Receipt => ({
  ...receipt,
  promise: { ...promise, signed: signNote(other, [signer]).trimEnd().split(' ').at(-1)! },
});

test('each entry of a group gets a receipt that verifies, for every size of the group', () => {
  for (let count = 1; count <= 40; count++) {
    for (let index = 0; index < count; index++) {
      const { entry, leafHash, time: at } = verifyReceipt(receiptOf(index, count), keys, origin);
      expect([entry, Buffer.from(leafHash).toString('hex'), at]).toEqual([
        receipt.entry,
        Buffer.from(tree.leafHash(index)).toString('hex'),
        time,
      ]);
    }
  }
});

test('a promise is a note over size, root and time, which a receipt makes whole, and its proofs are the audit paths of the group', () => {
  const { signed, proofs } = makePromise(origin, tree.leafHashes.slice(0, 5), time, log);
  expect(verifyNote(`${text}\n— ${origin} ${signed}\n`, [log.verifier]).by).toEqual([log.verifier]);
  expect(verifyReceipt(signing(text), keys, origin).time).toBe(time);
  expect(proofs.map((proof) => proof.map(base64))).toEqual([0, 1, 2, 3, 4].map((index) => tree.inclusionProof(index, 5).map(base64)));
});

test('a group of one entry needs no proof: its leaf is the root', () => {
  const { signed, proofs } = makePromise(origin, [tree.leafHash(3)], time, log);
  expect(proofs).toEqual([[]]);
  const note = `${origin}/promise\n1\n${base64(tree.leafHash(3))}\n${time}\n\n— ${origin} ${signed}\n`;
  expect(verifyNote(note, [log.verifier]).by).toEqual([log.verifier]);
});

test('a promise is never accepted as a checkpoint, and a checkpoint is never accepted as a promise', () => {
  const note = `${text}\n— ${origin} ${promise.signed}\n`;
  expect(parseCheckpoint(parseNote(note).text).origin).toBe(`${origin}/promise`);
  expect(() => verifyCheckpoint(note, keys)).toThrow(refusal('LOG_ORIGIN_WRONG'));
  for (const other of [`${origin}\n5\n${rootLine}\n`, `${origin}\n5\n${rootLine}\n${time}\n`])
    expect(() => verifyReceipt(signing(other), keys)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
});

test('a promise by another log, for another log or by an unknown key is refused', () => {
  expect(verifyReceipt(receipt, keys).time).toBe(time);
  expect(() => verifyReceipt(receipt, keys, 'other.example')).toThrow(refusal('LOG_ORIGIN_WRONG'));
  expect(() => verifyReceipt(receipt, [])).toThrow(refusal('LOG_KEY_UNKNOWN'));
  const both = [...keys, { verifier: foreign.verifier, first: 0n, last: undefined }];
  expect(() => verifyReceipt(signing(text, foreign), keys)).toThrow(refusal('LOG_KEY_UNKNOWN'));
  expect(() => verifyReceipt(signing(text, foreign), both)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
  expect(() => verifyReceipt(signing(text.replace(origin, 'other.example')), both)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
  const theirs = signing(text.replace(origin, 'other.example'), foreign);
  expect(verifyReceipt(theirs, both).time).toBe(time);
  expect(() => verifyReceipt(theirs, both, origin)).toThrow(refusal('LOG_ORIGIN_WRONG'));
});

test('a promise by a key past its last size is valid, because a promise has no size of the tree', () => {
  expect(verifyReceipt(receipt, [{ verifier: log.verifier, first: 0n, last: 3n }]).time).toBe(time);
});

test('a key of a witness signs no promise', () => {
  const witness = createSigner(origin, generateKeyPairSync('ed25519').privateKey, signatureType.cosignature);
  expect(() => makePromise(origin, [tree.leafHash(0)], time, witness)).toThrow(refusal('LOG_KEY_INVALID'));
  const signed = base64(Buffer.concat([witness.verifier.id, witness.sign(Buffer.from(text))]));
  const witnessed = { ...receipt, promise: { ...promise, signed } };
  expect(() => verifyReceipt(witnessed, [{ verifier: witness.verifier, first: 0n, last: undefined }])).toThrow(refusal('LOG_KEY_UNKNOWN'));
});

test('an entry outside the group, at another index, or in a promise of another size, root or time is refused', () => {
  const wrong: [Receipt, LogErrorCode][] = [
    [{ ...receipt, leafHash: 'ab'.repeat(32) }, 'LOG_SIGNATURE_INVALID'],
    [{ ...receipt, promise: { ...promise, index: 3 } }, 'LOG_SIGNATURE_INVALID'],
    [{ ...receipt, promise: { ...promise, index: 5 } }, 'LOG_SIZE_INVALID'],
    [{ ...receipt, promise: { ...promise, proof: [] } }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, proof: promise.proof.slice(1) } }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, proof: [...promise.proof, rootLine] } }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, proof: promise.proof.toReversed() } }, 'LOG_SIGNATURE_INVALID'],
    // Trees of other sizes that have the same path: only the signature tells them apart.
    [{ ...receipt, promise: { ...promise, size: 6 } }, 'LOG_SIGNATURE_INVALID'],
    [{ ...receipt, promise: { ...promise, size: 4 } }, 'LOG_PROOF_INVALID'],
    [{ ...receipt, promise: { ...promise, size: 0 } }, 'LOG_SIZE_INVALID'],
    [{ ...receipt, promise: { ...promise, time: new Date(time + 1).toISOString() } }, 'LOG_SIGNATURE_INVALID'],
    [signing(text.replace(`${time}`, `${time}\n`)), 'LOG_SIGNATURE_INVALID'],
    [signing(text.replace('\n5\n', '\n05\n')), 'LOG_SIGNATURE_INVALID'],
  ];
  for (const [one, code] of wrong) expect(() => verifyReceipt(one, keys)).toThrow(refusal(code));
});

const odd = [undefined, null, true, 0, -1, 1.5, Number.NaN, Infinity, '', 'x', [], {}, [1], ['x'], [null], () => 1, Symbol('x'), 5n];
test.each(['entry', 'leafHash', 'promise', 'promise.time', 'promise.size', 'promise.index', 'promise.proof', 'promise.signed'])(
  'a receipt with another value of %s is refused',
  (path) => {
    const right: Record<string, unknown[]> = { entry: ['x'] };
    for (const value of odd.filter((one) => !right[path]?.includes(one))) {
      const [first = '', second] = path.split('.');
      const changed = second ? { ...receipt, promise: { ...promise, [second]: value } } : { ...receipt, [first]: value };
      const refused = refusal('LOG_PROMISE_INVALID', 'LOG_SIZE_INVALID', 'LOG_PROOF_INVALID', 'LOG_SIGNATURE_INVALID');
      expect(() => verifyReceipt(changed, keys)).toThrow(refused);
    }
  },
);

test('malformed receipts are refused', () => {
  const iso = promise.time;
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
    ...[2n, '2', 2 ** 53, -1, 0.5].flatMap((count) => [
      { ...receipt, promise: { ...promise, index: count } },
      { ...receipt, promise: { ...promise, size: count } },
    ]),
    ...[iso.replace('Z', '+00:00'), iso.slice(0, -2) + 'Z', iso.replace('T', ' '), `${iso}\n`, '2026-02-30T00:00:00.000Z', time].map(
      (one) => ({
        ...receipt,
        promise: { ...promise, time: one },
      }),
    ),
    { ...receipt, promise: { ...promise, time: '1969-12-31T23:59:59.999Z' } },
    { ...receipt, promise: { ...promise, signed: promise.signed.slice(4) } },
    { ...receipt, promise: { ...promise, signed: promise.signed.replace('=', '') } },
    { ...receipt, promise: [promise] },
  ]) {
    expect(() => verifyReceipt(changed, keys)).toThrow(refusal('LOG_PROMISE_INVALID'));
  }
});

test('arbitrary input is refused with a code', () => {
  const known = refusal('LOG_PROMISE_INVALID', 'LOG_SIGNATURE_INVALID', 'LOG_KEY_UNKNOWN', 'LOG_PROOF_INVALID', 'LOG_SIZE_INVALID');
  for (const value of odd) expect(() => verifyReceipt(value, keys)).toThrow(known);
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true });
  const member = (right: unknown) => fc.oneof({ weight: 3, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: anything });
  const { time: at, size, index, proof, signed } = promise;
  const hostile = fc.record({
    entry: member(receipt.entry),
    leafHash: member(receipt.leafHash),
    promise: fc.record({
      time: member(at),
      size: member(size),
      index: member(index),
      proof: member(proof),
      signed: member(signed),
    }),
    extra: anything,
  });
  fc.assert(
    fc.property(fc.oneof(hostile, fc.anything(), fc.jsonValue()), (value) => {
      try {
        const verified = verifyReceipt(value, keys);
        expect([Buffer.from(verified.leafHash).toString('hex'), verified.time]).toEqual([receipt.leafHash, time]);
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
  for (const none of [-1, 1.5, Number.NaN, Infinity, 2 ** 53, 253_402_300_800_000]) {
    expect(() => makePromise(origin, [leaf], none, log)).toThrow(refusal('LOG_PROMISE_INVALID'));
  }
  expect(() => makePromise(origin, [leaf], time, foreign)).toThrow(refusal('LOG_ORIGIN_WRONG'));
});
