import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { LogError } from '../encoding/log-error.ts';
import type { Signer } from './signer.ts';
import { hasSigned, isKeyName, signatureType, type Verifier } from './verifier.ts';

/** An unverified signature under a note. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  /** The bytes after the id; their form depends on the signature type. */
  readonly signature: Uint8Array;
  /** The whole line, without its newline. */
  readonly line: string;
}

/** A well-formed note. Nothing about it is verified. */
export interface Note {
  /** Including its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

// Enough for a log's keys and many witnesses. Notes come from strangers, so their size is limited.
const mostSignatures = 64;
const mostBytes = 64 * 1024;

/**
 * Signs a text (C2SP signed-note, signature type 0x01).
 * @param text must end in a newline
 * @throws {LogError} LOG_NOTE_INVALID: the text is invalid in a note, or there are no signers or too many;
 *   LOG_KEY_INVALID: a signer is of another type
 */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (signers.some(({ verifier }) => verifier.type !== signatureType.ed25519)) throw new LogError('LOG_KEY_INVALID');
  const lines = signers.map((signer) => `${signatureLine(signer.verifier, signer.sign(Buffer.from(text)))}\n`);
  const note = `${text}\n${lines.join('')}`;
  // Parsing it refuses a text without a final newline, and a text whose last lines would be read as signatures.
  if (parseNote(note).text !== text) throw new LogError('LOG_NOTE_INVALID');
  return note;
}

/** Writes a signature's line, without its newline. */
export function signatureLine({ name, id }: Verifier, signature: Uint8Array): string {
  return `— ${name} ${encodeBase64(Buffer.concat([id, signature]))}`;
}

/**
 * Parses a note without verifying it.
 * @throws {LogError} LOG_NOTE_INVALID: not C2SP signed-note, not well-formed Unicode, larger than 64 KiB, or more than 64
 *   signatures
 */
export function parseNote(note: string): Note {
  const size = note.length <= mostBytes && Buffer.byteLength(note) <= mostBytes;
  // oxlint-disable-next-line no-control-regex -- a note must not hold these
  if (!size || !note.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(note)) throw new LogError('LOG_NOTE_INVALID');
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2).split('\n');
  if (end < 0 || lines.length < 2 || lines.length > mostSignatures + 1 || lines.pop() !== '') throw new LogError('LOG_NOTE_INVALID');
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [dash, name = '', text = '', ...more] = line.split(' ');
  const bytes = decodeBase64(text);
  if (dash !== '—' || !isKeyName(name) || more.length > 0 || !bytes || bytes.length < 5) throw new LogError('LOG_NOTE_INVALID');
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4), line };
}

/** The keys that a signature claims to be by. Both name and id must match: anyone can choose one of them. */
export function claimedKeys<Key extends Verifier>({ name, id }: NoteSignature, keys: readonly Key[]): Key[] {
  return keys.filter((key) => key.name === name && Buffer.compare(key.id, id) === 0);
}

/**
 * Verifies a note: every signature of a known key must be valid, and there must be at least one. Signatures of unknown
 * keys are ignored.
 * @param verifiers keys of type 0x01
 * @returns the verified text, and the keys that signed it, each once
 * @throws {LogError} LOG_NOTE_INVALID, LOG_SIGNATURE_INVALID, LOG_KEY_UNKNOWN; LOG_KEY_INVALID: a verifier of another type
 */
export function verifyNote(note: string, verifiers: readonly Verifier[]): { readonly text: string; readonly by: readonly Verifier[] } {
  if (verifiers.some(({ type }) => type !== signatureType.ed25519)) throw new LogError('LOG_KEY_INVALID');
  const { text, signatures } = parseNote(note);
  const message = Buffer.from(text);
  const by = new Set<Verifier>();
  for (const signature of signatures) {
    for (const verifier of claimedKeys(signature, verifiers)) {
      if (!hasSigned(verifier, message, signature.signature)) throw new LogError('LOG_SIGNATURE_INVALID');
      by.add(verifier);
    }
  }
  if (by.size === 0) throw new LogError('LOG_KEY_UNKNOWN');
  return { text, by: [...by] };
}
