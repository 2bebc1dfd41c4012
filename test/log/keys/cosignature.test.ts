import { generateKeyPairSync, verify } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { checkpointText } from '../../../src/log/tree/checkpoint.ts';
import { cosign, verifyCosignatures } from '../../../src/log/keys/cosignature.ts';
import { createSigner } from '../../../src/log/keys/signer.ts';
import { makeVerifier, parseVerifierKey } from '../../../src/log/keys/verifier.ts';
import { parseNote, signNote, verifyNote } from '../../../src/log/keys/note.ts';
import { refusal } from '../../helpers/log/log-refusal.ts';

const log = createSigner('log.example', generateKeyPairSync('ed25519').privateKey);
const keys = generateKeyPairSync('ed25519');
const witness = createSigner('witness.example/one', keys.privateKey, 0x04);
const other = createSigner('witness.example/two', generateKeyPairSync('ed25519').privateKey, 0x04);
const root = Buffer.alloc(32, 5);
const text = checkpointText({ origin: 'log.example', size: 7n, root });
const note = signNote(text, [log]);
const witnesses = [witness.verifier, other.verifier];

// The example of C2SP tlog-cosignature. The witness's key is not printed, so its signature can't be verified.
const exampleNote = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

test('the example of tlog-cosignature has its printed time in front of 64 bytes', () => {
  const [, cosignature] = parseNote(exampleNote).signatures;
  expect(cosignature!.name).toBe('witness.example.com/w1');
  expect(cosignature!.signature).toHaveLength(72);
  expect(Buffer.from(cosignature!.signature).readBigUInt64BE()).toBe(1_679_315_147n);
  expect(verifyCosignatures(exampleNote, witnesses)).toEqual([]);
  const claimed = { ...witness.verifier, name: cosignature!.name, id: cosignature!.id };
  expect(() => verifyCosignatures(exampleNote, [claimed])).toThrow(refusal('LOG_SIGNATURE_INVALID'));
});

test('the message is the one that tlog-cosignature prints: a head, the time, the whole text', () => {
  const line = cosign(witness, exampleNote, 1_679_315_147n);
  const message = `cosignature/v1
time 1679315147
example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
`;
  const [signature] = parseNote(`${exampleNote}${line}\n`).signatures.slice(-1);
  expect(verify(null, Buffer.from(message), keys.publicKey, signature!.signature.subarray(8))).toBe(true);
});

test('a cosignature gives witness and time, and the note still verifies by the log’s key', () => {
  const cosigned = `${note}${cosign(witness, note, 1_700_000_000n)}\n${cosign(other, note, 0n)}\n`;
  expect(verifyCosignatures(cosigned, witnesses)).toEqual([
    { witness: witness.verifier, time: 1_700_000_000n },
    { witness: other.verifier, time: 0n },
  ]);
  expect(verifyCosignatures(cosigned, [other.verifier])).toEqual([{ witness: other.verifier, time: 0n }]);
  expect(verifyNote(cosigned, [log.verifier]).text).toBe(text);
  expect(verifyCosignatures(note, witnesses)).toEqual([]);
});

test('a witness that signed twice counts once, with the latest time', () => {
  const lines = [5n, 9n, 7n].map((time) => `${cosign(witness, note, time)}\n`).join('');
  expect(verifyCosignatures(note + lines, witnesses)).toEqual([{ witness: witness.verifier, time: 9n }]);
});

test('a cosignature altered in any one bit behind the id is refused', () => {
  const line = cosign(witness, note, 1_700_000_000n);
  const [dash, name, base64] = line.split(' ');
  const bytes = Buffer.from(base64!, 'base64');
  expect(verifyCosignatures(`${note}${line}\n`, witnesses)).toHaveLength(1);
  for (let bit = 32; bit < bytes.length * 8; bit++) {
    const altered = Buffer.from(bytes);
    altered[bit >> 3]! ^= 1 << (bit & 7);
    const wrong = `${note}${dash} ${name} ${altered.toString('base64')}\n`;
    expect(() => verifyCosignatures(wrong, witnesses)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
  }
});

test('an invalid cosignature refuses all, as does one of another checkpoint, length or type', () => {
  const good = `${cosign(other, note, 1n)}\n`;
  const id = Buffer.from(witness.verifier.id);
  const lineOf = (bytes: Uint8Array) => `— ${witness.verifier.name} ${Buffer.concat([id, bytes]).toString('base64')}\n`;
  const later = signNote(checkpointText({ origin: 'log.example', size: 8n, root }), [log]);
  const wrong = [
    `${cosign(witness, later, 1n)}\n`,
    lineOf(Buffer.alloc(72)),
    lineOf(Buffer.alloc(71)),
    lineOf(Buffer.alloc(3)),
    lineOf(Buffer.concat([Buffer.alloc(8), witness.sign(Buffer.from(text))])),
    lineOf(witness.sign(Buffer.from(text))),
  ];
  expect(verifyCosignatures(note + good, witnesses)).toHaveLength(1);
  for (const line of wrong) {
    expect(() => verifyCosignatures(note + good + line, witnesses)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
    expect(verifyCosignatures(note + good + line, [other.verifier])).toHaveLength(1);
  }
});

test('a time above 2^63 - 1 is invalid', () => {
  const latest = 2n ** 63n - 1n;
  expect(verifyCosignatures(`${note}${cosign(witness, note, latest)}\n`, witnesses)).toEqual([{ witness: witness.verifier, time: latest }]);
  for (const time of [latest + 1n, -1n]) expect(() => cosign(witness, note, time)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(latest + 1n);
  const signature = witness.sign(Buffer.from(`cosignature/v1\ntime ${latest + 1n}\n${text}`));
  const base64 = Buffer.concat([witness.verifier.id, stamp, signature]).toString('base64');
  expect(() => verifyCosignatures(`${note}— ${witness.verifier.name} ${base64}\n`, witnesses)).toThrow(refusal('LOG_SIGNATURE_INVALID'));
});

test('only checkpoints are cosigned, and only by keys of type 0x04', () => {
  const poem = signNote('Roses are red.\n', [log]);
  expect(() => cosign(witness, poem, 1n)).toThrow(refusal('LOG_CHECKPOINT_INVALID'));
  expect(() => verifyCosignatures(poem, witnesses)).toThrow(refusal('LOG_CHECKPOINT_INVALID'));
  expect(() => cosign(witness, text, 1n)).toThrow(refusal('LOG_NOTE_INVALID'));
  expect(() => cosign(log, note, 1n)).toThrow(refusal('LOG_KEY_INVALID'));
  expect(() => verifyCosignatures(note, [log.verifier])).toThrow(refusal('LOG_KEY_INVALID'));
});

test('the key id depends on the type, so one key with one name has two ids', () => {
  const { publicKey, name, vkey, id } = witness.verifier;
  expect(makeVerifier(name, 1, publicKey).id).not.toEqual(id);
  expect(parseVerifierKey(vkey)).toEqual(witness.verifier);
});
