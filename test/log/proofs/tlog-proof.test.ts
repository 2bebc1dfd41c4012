import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkpointText } from '../../../src/log/tree/checkpoint.ts';
import type { LogKey } from '../../../src/log/keys/log-keys.ts';
import { createSigner } from '../../../src/log/keys/signer.ts';
import { signNote } from '../../../src/log/keys/note.ts';
import { formatProof, parseProof, verifyProof } from '../../../src/log/proofs/tlog-proof.ts';
import { holes, refusal } from '../../helpers/log/log-refusal.ts';
import { NaiveTree } from '../../helpers/log/naive-tree.ts';

const origin = 'log.example/access';
const log = createSigner(origin, generateKeyPairSync('ed25519').privateKey);
const keys: LogKey[] = [{ verifier: log.verifier, first: 0n, last: 50n }];
const tree = new NaiveTree(60);
const noteOf = (size: number) => signNote(checkpointText({ origin, size: BigInt(size), root: tree.root(size) }), [log]);
const proofOf = (index: number, size: number) =>
  formatProof({ index: BigInt(index), hashes: tree.inclusionProof(index, size), checkpointNote: noteOf(size) });
const right = proofOf(3, 7);

// The example of C2SP tlog-proof. Its signatures are abbreviated, so neither they nor the proof as a whole can be verified.
// Complete signatures of the same form replace them here. The printed head is unchanged.
const head = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=
`;

test('the example of tlog-proof is parsed, and written unchanged', () => {
  const abbreviated = ['example.com/fancylog', 'witness1.example', 'witness2.example', 'witness3.example'];
  const lines = abbreviated.map((name) => `— ${name} ${Buffer.alloc(68, 1).toString('base64')}\n`).join('');
  const text = `${head}\n${lines}`;
  const proof = parseProof(text);
  expect(Buffer.from(proof.extra!).toString('latin1')).toMatch(/^age-v1\.2\.1-darwin-arm64\.tar\.gz/);
  expect(proof.index).toBe(73_894n);
  expect(proof.hashes).toHaveLength(5);
  expect(proof.checkpointNote.split('\n')[1]).toBe('109482');
  expect(formatProof(proof)).toBe(text);
  // With the signatures as they are printed it is no note.
  expect(() => parseProof(`${head}\n— example.com/fancylog hI2DJw[...]1roloI=\n`)).toThrow(refusal('LOG_NOTE_INVALID'));
});

test('every proof up to size 50 is written, read and verified', () => {
  for (let size = 1; size <= 50; size++) {
    const checkpointNote = noteOf(size);
    for (let index = 0; index < size; index += 3) {
      const text = formatProof({ index: BigInt(index), hashes: tree.inclusionProof(index, size), checkpointNote });
      expect(verifyProof(text, tree.leafHash(index), keys, origin).size).toBe(BigInt(size));
    }
  }
});

test('a proof of another leaf, index, log or key range is refused', () => {
  const leafHash = tree.leafHash(3);
  expect(verifyProof(right, leafHash, keys)).toMatchObject({ origin, size: 7n });
  expect(() => verifyProof(right, tree.leafHash(4), keys)).toThrow(refusal('LOG_PROOF_INVALID'));
  expect(() => verifyProof(right.replace('index 3', 'index 2'), leafHash, keys)).toThrow(refusal('LOG_PROOF_INVALID'));
  expect(() => verifyProof(right.replace('index 3', 'index 7'), leafHash, keys)).toThrow(refusal('LOG_SIZE_INVALID'));
  expect(() => verifyProof(right, leafHash, keys, 'other.example')).toThrow(refusal('LOG_ORIGIN_WRONG'));
  expect(() => verifyProof(right, leafHash, [])).toThrow(refusal('LOG_KEY_UNKNOWN'));
  expect(() => verifyProof(right.replace('\n7\n', '\n8\n'), leafHash, keys)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
  expect(() => verifyProof(proofOf(3, 51), leafHash, keys)).toThrow(refusal('LOG_KEY_OUT_OF_RANGE'));
});

test('extra data is read as it was written, and is undefined without it', () => {
  const parts = { index: 0n, hashes: [], checkpointNote: noteOf(1) };
  for (const extra of [new Uint8Array(0), Buffer.from('any'), new Uint8Array(1000)]) {
    expect([...parseProof(formatProof({ ...parts, extra })).extra!]).toEqual([...extra]);
  }
  expect(parseProof(formatProof(parts))).not.toHaveProperty('extra');
});

const lines = right.split('\n');
const without = (at: number) => lines.toSpliced(at, 1).join('\n');
const insert = (at: number, line: string) => lines.toSpliced(at, 0, line).join('\n');
test.each([
  ['nothing', ''],
  ['another first line', right.replace('@v1', '@v2')],
  ['an empty line in front', `\n${right}`],
  ['no first line', without(0)],
  ['no index', without(1)],
  ['an index with a leading zero', right.replace('index 3', 'index 03')],
  ['a negative index', right.replace('index 3', 'index -3')],
  ['two spaces', right.replace('index 3', 'index  3')],
  ['an index in capitals', right.replace('index', 'Index')],
  ['the extra data after the index', insert(2, 'extra YQ==')],
  ['the extra data twice', insert(1, 'extra YQ==').replace('extra', 'extra YQ==\nextra')],
  ['extra data that is not base64', insert(1, 'extra YR==')],
  ['a hash that is too short', insert(2, Buffer.alloc(31).toString('base64'))],
  ['a hash with a space', insert(2, ` ${lines[2]}`)],
  ['65 hashes', right.replace('index 3\n', `index 3\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(65)}`)],
  ['a carriage return', right.replace('index 3\n', 'index 3\r\n')],
  ['more than 256 KiB', insert(1, `extra ${'YWFh'.repeat(65_536)}`)],
])('not a proof: %s', (_what, text) => {
  expect(() => parseProof(text)).toThrow(refusal('LOG_PROOF_INVALID'));
});

test('a proof without a note is refused', () => {
  expect(() => parseProof(without(lines.indexOf('')))).toThrow(refusal('LOG_PROOF_INVALID'));
  expect(() => parseProof(`${lines.slice(0, 2).join('\n')}\n\n`)).toThrow(refusal('LOG_NOTE_INVALID'));
  const parts = { index: 0n, hashes: [tree.leafHash(0)], checkpointNote: noteOf(1) };
  expect(() => formatProof({ ...parts, checkpointNote: 'a' })).toThrow(refusal('LOG_NOTE_INVALID'));
  expect(() => formatProof({ ...parts, index: -1n })).toThrow(refusal('LOG_PROOF_INVALID'));
  expect(() => formatProof({ ...parts, hashes: holes(1) })).toThrow(refusal('LOG_PROOF_INVALID'));
  expect(() => formatProof({ ...parts, hashes: [Buffer.alloc(31)] })).toThrow(refusal('LOG_PROOF_INVALID'));
});

test('a proof with inserted characters is refused with a code, or proves the same', () => {
  const put = fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('\n', '\n\n', 'extra YQ==\n', `${lines[2]}\n`, '0'));
  const known = refusal('LOG_PROOF_INVALID', 'LOG_NOTE_INVALID', 'LOG_SIGNATURE_INVALID', 'LOG_KEY_UNKNOWN', 'LOG_SIZE_INVALID');
  fc.assert(
    fc.property(fc.nat(right.length), fc.nat(4), put, (at, taken, piece) => {
      try {
        const { size } = verifyProof(right.slice(0, at) + piece + right.slice(at + taken), tree.leafHash(3), keys);
        expect(size).toBe(7n);
      } catch (error) {
        expect(error).toEqual(known);
      }
    }),
    { numRuns: 1000 },
  );
});
