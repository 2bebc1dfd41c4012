import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSigner } from '../../../src/log/keys/signer.ts';
import { makeVerifier, parseVerifierKey } from '../../../src/log/keys/verifier.ts';
import { parseNote, signNote, verifyNote } from '../../../src/log/keys/note.ts';
import { refusal } from '../../helpers/log/log-refusal.ts';

// The example of C2SP signed-note: a key, and a note that it signed.
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleLine = '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=';
const exampleText = 'This is an example message.\n';
const exampleNote = `${exampleText}\n${exampleLine}\n`;

const signer = (name: string) => createSigner(name, generateKeyPairSync('ed25519').privateKey);
const one = signer('log.example/one');
const other = signer('log.example/two');
const text = 'A text.\n\nWith an empty line.\n';

test('the example note of signed-note verifies by its example key', () => {
  const verifier = parseVerifierKey(exampleKey);
  expect(verifier).toMatchObject({ name: 'example.com/foo', type: 1, vkey: exampleKey });
  expect(Buffer.from(verifier.id).toString('hex')).toBe('530d903a');
  expect(verifyNote(exampleNote, [verifier])).toEqual({ text: exampleText, by: [verifier] });
});

test('the first example of signed-note, printed without a key, has this text and name', () => {
  const verse = 'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
  const line = '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=';
  const note = parseNote(`${verse}\n${line}\n`);
  expect(note.text).toBe(verse);
  expect(note.signatures).toMatchObject([{ name: 'quasimodo.example/salvatore', line }]);
  expect(note.signatures[0]!.signature).toHaveLength(64);
  expect(Buffer.from(note.signatures[0]!.id).toString('hex')).toBe('367ba04b');
});

test('the example note altered in any one bit does not verify', () => {
  const verifier = parseVerifierKey(exampleKey);
  const bytes = Buffer.from(exampleNote);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const altered = Buffer.from(bytes);
    altered[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => verifyNote(altered.toString(), [verifier])).toThrow(
      refusal('LOG_NOTE_INVALID', 'LOG_SIGNATURE_INVALID', 'LOG_KEY_UNKNOWN'),
    );
  }
});

test('verifying a note returns the keys that signed it', () => {
  const note = signNote(text, [one, other]);
  expect(verifyNote(note, [one.verifier, other.verifier])).toEqual({ text, by: [one.verifier, other.verifier] });
  expect(verifyNote(note, [other.verifier])).toEqual({ text, by: [other.verifier] });
  const twice = `${note}${parseNote(note).signatures[0]!.line}\n`;
  expect(verifyNote(twice, [one.verifier]).by).toEqual([one.verifier]);
});

test('keys that share the name or the id of a signature, not both, are unknown', () => {
  const note = signNote(text, [one]);
  const sameName = signer(one.verifier.name).verifier;
  const sameId = { ...other.verifier, id: one.verifier.id };
  expect(() => verifyNote(note, [sameName, sameId])).toThrow(refusal('LOG_KEY_UNKNOWN'));
  expect(() => verifyNote(note, [])).toThrow(refusal('LOG_KEY_UNKNOWN'));
  expect(verifyNote(note, [sameName, one.verifier, sameId]).by).toEqual([one.verifier]);
});

test('a note with an invalid signature of a known key is refused, even if another signature is valid', () => {
  const [good] = parseNote(signNote(text, [one])).signatures;
  const [bad] = parseNote(signNote('Another text.\n', [other])).signatures;
  const [badOfOne] = parseNote(signNote('Another text.\n', [one])).signatures;
  const both = `${text}\n${good!.line}\n${bad!.line}\n`;
  expect(verifyNote(both, [one.verifier]).text).toBe(text);
  expect(() => verifyNote(both, [one.verifier, other.verifier])).toThrow(refusal('LOG_SIGNATURE_INVALID'));
  expect(() => verifyNote(`${text}\n${good!.line}\n${badOfOne!.line}\n`, [one.verifier])).toThrow(refusal('LOG_SIGNATURE_INVALID'));
});

test('a signature of another length is invalid', () => {
  const id = Buffer.from(one.verifier.id);
  for (const length of [1, 63, 65, 128]) {
    const line = `— ${one.verifier.name} ${Buffer.concat([id, Buffer.alloc(length)]).toString('base64')}`;
    expect(() => verifyNote(`${text}\n${line}\n`, [one.verifier])).toThrow(refusal('LOG_SIGNATURE_INVALID'));
  }
});

test('keys of other types are refused', () => {
  const witness = createSigner('w.example', generateKeyPairSync('ed25519').privateKey, 0x04);
  expect(() => signNote(text, [witness])).toThrow(refusal('LOG_KEY_INVALID'));
  expect(() => verifyNote(signNote(text, [one]), [one.verifier, witness.verifier])).toThrow(refusal('LOG_KEY_INVALID'));
});

const line = parseNote(signNote(text, [one])).signatures[0]!.line;
const base64 = line.split(' ')[2]!;
test.each([
  ['nothing', ''],
  ['no signature', `${text}\n`],
  ['no empty line', `A text.\n${line}\n`],
  ['no text', `${line}\n`],
  ['no text, but an empty line', `\n${line}\n`],
  ['no last newline', `${text}\n${line}`],
  ['an empty line at the end', `${text}\n${line}\n\n`],
  ['trailing text', `${text}\n${line}\nmore\n`],
  ['a hyphen for the dash', `${text}\n${line.replace('—', '-')}\n`],
  ['a leading space', `${text}\n ${line}\n`],
  ['a trailing space', `${text}\n${line} \n`],
  ['two spaces', `${text}\n${line.replace('— ', '—  ')}\n`],
  ['no name', `${text}\n—  ${base64}\n`],
  ['a name with a plus', `${text}\n— a+b ${base64}\n`],
  ['a name with a no-break space', `${text}\n— a\u00a0b ${base64}\n`],
  ['a name with a line separator', `${text}\n— a\u2028b ${base64}\n`],
  ['no signature bytes', `${text}\n— a ${Buffer.from('abcd').toString('base64')}\n`],
  ['base64 without padding', `${text}\n${line.replace(/=+$/, '')}\n`],
  ['base64 with stray bits', `${text}\n— a YWJjZGV=\n`],
  ['the URL alphabet', `${text}\n— a ${'_-'.repeat(44)}\n`],
  ['a carriage return', `A text.\r\n\n${line}\n`],
  ['a tab', `A\ttext.\n\n${line}\n`],
  ['a zero', `A\0text.\n\n${line}\n`],
  ['half a character', `A \ud800 text.\n\n${line}\n`],
  ['65 signatures', `${text}\n${`${line}\n`.repeat(65)}`],
  ['more than 64 KiB', `${'a'.repeat(65_536)}\n\n${line}\n`],
  ['more than 64 KiB in UTF-8', `${'—'.repeat(22_000)}\n\n${line}\n`],
])('not a note: %s', (_what, note) => {
  expect(() => parseNote(note)).toThrow(refusal('LOG_NOTE_INVALID'));
  expect(() => verifyNote(note, [one.verifier])).toThrow(refusal('LOG_NOTE_INVALID'));
});

test('64 signatures are read', () => {
  expect(verifyNote(`${text}\n${`${line}\n`.repeat(64)}`, [one.verifier]).by).toEqual([one.verifier]);
});

test.each(['', 'no newline', 'a\n\nb', 'tab\t\n', `a\n\n${line}`, '\ud800\n'])('no text to sign: %j', (wrong) => {
  expect(() => signNote(wrong, [one])).toThrow(refusal('LOG_NOTE_INVALID'));
});

test('a note has a signer', () => {
  expect(() => signNote(text, [])).toThrow(refusal('LOG_NOTE_INVALID'));
  expect(() =>
    signNote(
      text,
      Array.from({ length: 65 }, () => one),
    ),
  ).toThrow(refusal('LOG_NOTE_INVALID'));
});

test('every signed text verifies as that text, even if it looks like a note itself', () => {
  const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\n', line, exampleNote, '— ', `${line}\n`));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const whole = `${parts.join('\n')}\n`;
      let note: string;
      try {
        note = signNote(whole, [one]);
      } catch (error) {
        expect(error).toEqual(refusal('LOG_NOTE_INVALID'));
        return;
      }
      expect(verifyNote(note, [one.verifier])).toEqual({ text: whole, by: [one.verifier] });
    }),
  );
});

test('a note with inserted characters is refused, or has the signed text', () => {
  const note = signNote(text, [one]);
  const put = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom('\n', '\n\n', '—', ' ', '=', `${line}\n`, exampleLine, `${exampleLine}\n`),
  );
  fc.assert(
    fc.property(fc.nat(note.length), fc.nat(4), put, (at, taken, piece) => {
      const changed = note.slice(0, at) + piece + note.slice(at + taken);
      try {
        expect(verifyNote(changed, [one.verifier])).toEqual({ text, by: [one.verifier] });
      } catch (error) {
        expect(error).toEqual(refusal('LOG_NOTE_INVALID', 'LOG_SIGNATURE_INVALID', 'LOG_KEY_UNKNOWN'));
      }
    }),
    { numRuns: 1000 },
  );
});

test('a verifier key parses to the key that it was written from', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /^[^\p{White_Space}\p{Cc}+]+$/u.test(text));
  fc.assert(
    fc.property(name, fc.constantFrom(1, 4), fc.uint8Array({ minLength: 32, maxLength: 32 }), (name, type, key) => {
      const verifier = makeVerifier(name, type, key);
      expect(parseVerifierKey(verifier.vkey)).toEqual(verifier);
      expect(makeVerifier(name, 5 - type, key).id).not.toEqual(verifier.id);
    }),
  );
});

test.each([
  '',
  'example.com/foo',
  'example.com/foo+530d903a',
  'example.com/foo+530d903a+',
  exampleKey.replace('530d903a', '530d903b'),
  exampleKey.replace('530d903a', '530D903A'),
  exampleKey.replace('530d903a', '0530d903a'),
  exampleKey.replace('foo', 'fop'),
  exampleKey.replace('foo', 'f o'),
  exampleKey.replace('example', '+example'),
  `${exampleKey}\n`,
  ` ${exampleKey}`,
  `${exampleKey}=`,
  exampleKey.slice(0, -1),
  exampleKey.replace('+Aek', '+Auk'),
])('not a verifier key: %j', (vkey) => {
  expect(() => parseVerifierKey(vkey)).toThrow(refusal('LOG_KEY_INVALID'));
});

test('a key has a name, a known type and 32 bytes', () => {
  const key = Buffer.alloc(32, 1);
  for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\0b', 'a\u2003b', 'a\u0085b', '\ud800']) {
    expect(() => makeVerifier(name, 1, key)).toThrow(refusal('LOG_KEY_INVALID'));
  }
  for (const type of [0, 2, 3, 5, 6, 255, 256, 257, 1.5]) expect(() => makeVerifier('a', type, key)).toThrow(refusal('LOG_KEY_INVALID'));
  for (const length of [0, 31, 33]) expect(() => makeVerifier('a', 1, Buffer.alloc(length))).toThrow(refusal('LOG_KEY_INVALID'));
});

test('only an Ed25519 private key signs', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  expect(createSigner('a', privateKey).verifier.type).toBe(1);
  expect(() => createSigner('a', publicKey)).toThrow(refusal('LOG_KEY_INVALID'));
  expect(() => createSigner('a', generateKeyPairSync('x25519').privateKey)).toThrow(refusal('LOG_KEY_INVALID'));
  expect(() => createSigner('a', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)).toThrow(refusal('LOG_KEY_INVALID'));
  expect(() => createSigner('a b', privateKey)).toThrow(refusal('LOG_KEY_INVALID'));
});
