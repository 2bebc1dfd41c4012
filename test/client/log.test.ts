import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseLogKeys, verifyCheckpoint, verifyProof, verifyReceipt, type LogFailure } from '../../client/src/log.ts';
import { checkpointText, type Checkpoint } from '../../src/log/tree/checkpoint.ts';
import type { LogError } from '../../src/log/encoding/log-error.ts';
import * as own from '../../src/log/keys/log-keys.ts';
import { signNote } from '../../src/log/keys/note.ts';
import { makePromise } from '../../src/log/proofs/promise.ts';
import * as ownReceipt from '../../src/log/proofs/receipt.ts';
import { createSigner } from '../../src/log/keys/signer.ts';
import * as ownProof from '../../src/log/proofs/tlog-proof.ts';
import { refusal } from '../helpers/log/log-refusal.ts';
import { NaiveTree } from '../helpers/log/naive-tree.ts';

// A browser has WebCrypto alone, so the client has a verifier of its own. It must decide as the log's verifier does.
const origin = 'log.example/access';
const signer = (name = origin) => createSigner(name, generateKeyPairSync('ed25519').privateKey);
const [log, stranger, namesake] = [signer(), signer('other.example/log'), signer()];
const keys: own.LogKey[] = [
  { verifier: log.verifier, first: 0n, last: 40n },
  { verifier: stranger.verifier, first: 0n, last: undefined },
];
const list = own.formatLogKeys(keys);
const browserKeys = await parseLogKeys(list);
const tree = new NaiveTree(60);
const checkpoint = (size: number): Checkpoint => ({ origin, size: BigInt(size), root: tree.root(size) });
const noteOf = (size: number, signers = [log]) => signNote(checkpointText(checkpoint(size)), signers);
const proofOf = (index: number, size: number, note = noteOf(size)) =>
  ownProof.formatProof({ index: BigInt(index), hashes: tree.inclusionProof(index, size), checkpointNote: note });
const time = Date.parse('2026-11-02T17:00:00.000Z');
const receiptOf = (index: number, size: number, by = log, named = origin) => {
  const leaves = Array.from({ length: size }, (_, at) => tree.leafHash(at));
  const { signed, proofs } = makePromise(named, leaves, time, by);
  const leafHash = Buffer.from(leaves[index]!).toString('hex');
  const proof = proofs[index]!.map((hash) => Buffer.from(hash).toString('base64'));
  return { entry: 'an-entry', leafHash, promise: { time: new Date(time).toISOString(), size, index, proof, signed } };
};

/** The result of one verifier: a value, or the code of a refusal. */
async function verdict(decide: () => unknown): Promise<unknown> {
  try {
    return await decide();
  } catch (error) {
    return (error as LogError | LogFailure).code;
  }
}

async function expectSame(ours: () => Promise<unknown>, theirs: () => unknown): Promise<unknown> {
  const said = await verdict(ours);
  expect(said).toEqual(await verdict(theirs));
  return said;
}

const bothProofs = (text: string, leaf: Uint8Array): Promise<unknown> =>
  expectSame(
    async () => (await verifyProof(text, leaf, browserKeys)).checkpoint.size,
    () => ownProof.verifyProof(text, leaf, keys).size,
  );
const bothReceipts = (receipt: unknown): Promise<unknown> =>
  expectSame(
    () => verifyReceipt(receipt, browserKeys),
    () => ownReceipt.verifyReceipt(receipt, keys).time,
  );

test('every proof up to size 40 verifies', async () => {
  for (let size = 1; size <= 40; size++) {
    const note = noteOf(size);
    for (let index = 0; index < size; index += 3)
      expect(await bothProofs(proofOf(index, size, note), tree.leafHash(index))).toBe(BigInt(size));
  }
});

describe('a proof that proves nothing is refused, with the same code:', () => {
  const right = proofOf(3, 7);
  const hashes = right.split('\n').slice(2, 5);
  test.each<[string, string, string]>([
    ['of another leaf', proofOf(2, 7), 'LOG_PROOF_INVALID'],
    ['with another index', right.replace('index 3', 'index 4'), 'LOG_PROOF_INVALID'],
    ['with an index beyond the tree', right.replace('index 3', 'index 7'), 'LOG_SIZE_INVALID'],
    ['without its last hash', right.replace(`${hashes[2]}\n`, ''), 'LOG_PROOF_INVALID'],
    ['with a hash too many', right.replace(hashes[2]!, `${hashes[2]}\n${hashes[2]}`), 'LOG_PROOF_INVALID'],
    [
      'with hashes in another order',
      right.replace(hashes[0]!, '?').replace(hashes[1]!, hashes[0]!).replace('?', hashes[1]!),
      'LOG_PROOF_INVALID',
    ],
    ['with another root', right.replace(noteOf(7).split('\n')[2]!, noteOf(6).split('\n')[2]!), 'LOG_SIGNATURE_INVALID'],
    ['with another size', right.replace(`${origin}\n7\n`, `${origin}\n8\n`), 'LOG_SIGNATURE_INVALID'],
    ['of a key beyond its range', proofOf(3, 41), 'LOG_KEY_OUT_OF_RANGE'],
    ['of an unknown key of the same name', proofOf(3, 7, noteOf(7, [namesake])), 'LOG_KEY_UNKNOWN'],
    ['of another log', proofOf(3, 7, noteOf(7, [stranger])), 'LOG_ORIGIN_WRONG'],
    ['of another form', right.replace('tlog-proof@v1', 'tlog-proof@v2'), 'LOG_PROOF_INVALID'],
    ['without a checkpoint', right.slice(0, right.indexOf('\n\n')), 'LOG_PROOF_INVALID'],
    ['with a checkpoint that is no note', right.replace('— ', '- '), 'LOG_NOTE_INVALID'],
    ['with a second spelling of a hash', right.replace('=\n', '\n'), 'LOG_PROOF_INVALID'],
    ['that is empty', '', 'LOG_PROOF_INVALID'],
  ])('%s', async (_what, text, code) => {
    expect(text).not.toBe(right);
    expect(await bothProofs(text, tree.leafHash(3))).toBe(code);
  });

  test('with any character changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(right.length - 1), fc.constantFrom('A', '0', '9', '=', '+', ' ', '\n', 'é', ''), async (at, character) => {
        const text = right.slice(0, at) + character + right.slice(at + 1);
        const said = await bothProofs(text, tree.leafHash(3));
        if (text !== right) expect(said).not.toBe(7n);
      }),
    );
  });
});

test('two signatures of the log are both verified', async () => {
  const note = noteOf(7, [log, stranger]);
  const both = (text: string): Promise<unknown> =>
    expectSame(
      () => verifyCheckpoint(text, browserKeys),
      () => own.verifyCheckpoint(text, keys),
    );
  expect(await both(note)).toMatchObject({ origin, size: 7n });
  const [first = '', second = ''] = note.split('\n').slice(-3);
  expect(await both(note.replace(second, second.slice(0, -8) + first.slice(-8)))).toBe('LOG_SIGNATURE_INVALID');
});

test('an empty log has the root of no leaves', async () => {
  const empty = signNote(checkpointText({ origin, size: 0n, root: tree.root(0) }), [log]);
  expect(await verifyCheckpoint(empty, browserKeys)).toMatchObject({ size: 0n });
  const wrong = signNote(`${origin}\n0\n${Buffer.from(tree.root(7)).toString('base64')}\n`, [log]);
  expect(await verdict(() => verifyCheckpoint(wrong, browserKeys))).toBe('LOG_CHECKPOINT_INVALID');
});

test('every receipt of groups up to 9 verifies', async () => {
  for (let size = 1; size <= 9; size++)
    for (let index = 0; index < size; index++) expect(await bothReceipts(receiptOf(index, size))).toBe(time);
});

describe('a receipt that promises nothing is refused, with the same code:', () => {
  const right = receiptOf(2, 5);
  const { promise } = right;
  test.each<[string, unknown, string]>([
    ['for another entry', { ...right, leafHash: receiptOf(3, 5).leafHash }, 'LOG_SIGNATURE_INVALID'],
    ['for another time', { ...right, promise: { ...promise, time: '2026-11-02T17:00:00.001Z' } }, 'LOG_SIGNATURE_INVALID'],
    ['for a larger group', { ...right, promise: { ...promise, size: 9 } }, 'LOG_PROOF_INVALID'],
    ['for no place of the group', { ...right, promise: { ...promise, index: 5 } }, 'LOG_SIZE_INVALID'],
    ['for a place before the group', { ...right, promise: { ...promise, index: -1 } }, 'LOG_PROMISE_INVALID'],
    ['with another spelling of its time', { ...right, promise: { ...promise, time: '2026-11-02T17:00:00Z' } }, 'LOG_PROMISE_INVALID'],
    ['with a time that there is not', { ...right, promise: { ...promise, time: '2026-13-02T17:00:00.000Z' } }, 'LOG_PROMISE_INVALID'],
    ['of an unknown key', receiptOf(2, 5, namesake), 'LOG_KEY_UNKNOWN'],
    [
      'with a signature of other bytes',
      { ...right, promise: { ...promise, signed: receiptOf(2, 4).promise.signed } },
      'LOG_SIGNATURE_INVALID',
    ],
    ['with a leaf hash in capitals', { ...right, leafHash: right.leafHash.toUpperCase() }, 'LOG_PROMISE_INVALID'],
    ['without a promise', { entry: 'an-entry', leafHash: right.leafHash }, 'LOG_PROMISE_INVALID'],
    ['that is a list', [], 'LOG_PROMISE_INVALID'],
    ['that is null', null, 'LOG_PROMISE_INVALID'],
  ])('%s', async (_what, receipt, code) => expect(await bothReceipts(receipt)).toBe(code));
});

describe('a list of keys that is not whole is refused:', () => {
  const [line = '', other = ''] = list.split('\n');
  test.each<[string, string]>([
    ['a key twice', `${line}\n${line}`],
    ['a range that ends before it begins', line.replace(' 0 40', ' 41 40')],
    ['a range without an end', line.replace(' 0 40', ' 0')],
    ['the id of another key', line.replace(/\+[\da-f]{8}\+/, '+00000000+')],
    ['a key of another type', line.replace('+A', '+B')],
    ['another text', 'hello'],
  ])('%s', async (_what, text) => {
    expect(text).not.toBe(list);
    await expect(parseLogKeys(`${other}\n${text}`)).rejects.toMatchObject({ code: 'LOG_KEY_INVALID' });
    expect(() => own.parseLogKeys(`${other}\n${text}`)).toThrow(refusal('LOG_KEY_INVALID'));
  });

  test('empty lines and comments are none', async () => {
    expect(await parseLogKeys(`# keys\n\n${list}`)).toEqual(browserKeys);
  });
});
