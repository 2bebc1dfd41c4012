import { decodeBase64, encodeBase64 } from './base64.ts';
import { LogError } from './log-error.ts';
import type { Signer } from './signer.ts';
import { hasSigned, isKeyName, signatureType, type Verifier } from './verifier.ts';

/** A signature under a note, not verified. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  /** What follows the id; its form is the signature type's. */
  readonly signature: Uint8Array;
  /** The line as it stands, without its newline. */
  readonly line: string;
}

/** A note that is well formed, and no more than that. */
export interface Note {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

// Room for a log's keys and many witnesses; a stranger can't make a verifier read on.
const mostSignatures = 64;
const mostBytes = 64 * 1024;

/**
 * Signs a text (C2SP signed-note, signature type 0x01).
 * @param text ends in a newline
 * @throws {LogError} LOG_NOTE_INVALID: the text can't be a note's, or there are no signers or too many;
 *   LOG_KEY_INVALID: a signer is of another type
 */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (signers.some(({ verifier }) => verifier.type !== signatureType.ed25519)) throw new LogError('LOG_KEY_INVALID');
  const lines = signers.map((signer) => `${signatureLine(signer.verifier, signer.sign(Buffer.from(text)))}\n`);
  const note = `${text}\n${lines.join('')}`;
  // Reading it back refuses a text without its newline, and one whose own last lines would be taken for signatures.
  if (parseNote(note).text !== text) throw new LogError('LOG_NOTE_INVALID');
  return note;
}

/** The line that a signature stands on, without its newline. */
export function signatureLine({ name, id }: Verifier, signature: Uint8Array): string {
  return `— ${name} ${encodeBase64(Buffer.concat([id, signature]))}`;
}

/**
 * Takes a note apart, and verifies nothing.
 * @throws {LogError} LOG_NOTE_INVALID: not the form of C2SP signed-note, not Unicode, larger than 64 KiB, or
 *   with more than 64 signatures
 */
export function parseNote(note: string): Note {
  const size = note.length <= mostBytes && Buffer.byteLength(note) <= mostBytes;
  // oxlint-disable-next-line no-control-regex -- these are what a note may not hold
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

/** Those of the keys that a signature says it is by. Both name and id count: either alone is a stranger's to choose. */
export function claimedKeys<Key extends Verifier>({ name, id }: NoteSignature, keys: readonly Key[]): Key[] {
  return keys.filter((key) => key.name === name && Buffer.compare(key.id, id) === 0);
}

/**
 * Verifies a note: signatures of unknown keys are passed over, each one of a known key must hold, and there must be one.
 * @param verifiers of type 0x01
 * @returns the text, which may be relied on from here, and the keys that signed it, each once
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
