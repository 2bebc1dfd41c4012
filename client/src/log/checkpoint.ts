import { decodeBase64, hashLength, parseDecimal, sameBytes, sha256, utf8, type Bytes } from './bytes.ts';
import { claimedKeys, hasSigned, isKeyName, type LogKey } from './log-keys.ts';
import { LogFailure } from './log-failure.ts';

/** The verified state of the log's tree (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The name of the log. */
  readonly origin: string;
  readonly size: bigint;
  readonly root: Bytes;
}

interface Signature {
  readonly name: string;
  readonly id: Bytes;
  readonly signature: Bytes;
}

/** Notes come from strangers, so their size is limited. */
const [mostBytes, mostSignatures] = [64 * 1024, 64];

/**
 * Verifies a checkpoint: each signature of a known key is valid, there is one by a key that is named after the log, and that key may sign
 * trees of this size.
 * @throws {LogFailure} LOG_NOTE_INVALID, LOG_SIGNATURE_INVALID, LOG_KEY_UNKNOWN, LOG_CHECKPOINT_INVALID, LOG_ORIGIN_WRONG,
 *   LOG_KEY_OUT_OF_RANGE
 */
export async function verifyCheckpoint(note: string, keys: readonly LogKey[]): Promise<Checkpoint> {
  const { text, signatures } = parseNote(note);
  const message = utf8(text);
  const by = new Set<LogKey>();
  for (const signature of signatures) {
    for (const key of claimedKeys(signature, keys)) {
      if (!(await hasSigned(key, message, signature.signature))) throw new LogFailure('LOG_SIGNATURE_INVALID');
      by.add(key);
    }
  }
  if (by.size === 0) throw new LogFailure('LOG_KEY_UNKNOWN');
  const checkpoint = await parseCheckpoint(text);
  const ours = [...by].filter(({ name }) => name === checkpoint.origin);
  if (ours.length === 0) throw new LogFailure('LOG_ORIGIN_WRONG');
  const { size } = checkpoint;
  if (!ours.some(({ first, last }) => size >= first && (last === undefined || size <= last))) throw new LogFailure('LOG_KEY_OUT_OF_RANGE');
  return checkpoint;
}

/** Parses a note (C2SP signed-note) without verifying it. */
function parseNote(note: string): { readonly text: string; readonly signatures: readonly Signature[] } {
  const isShort = note.length <= mostBytes && utf8(note).length <= mostBytes;
  // oxlint-disable-next-line no-control-regex -- a note must not hold these
  if (!isShort || !note.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(note)) throw new LogFailure('LOG_NOTE_INVALID');
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2).split('\n');
  if (end < 0 || lines.length < 2 || lines.length > mostSignatures + 1 || lines.pop() !== '') throw new LogFailure('LOG_NOTE_INVALID');
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): Signature {
  const [dash, name = '', base64 = '', ...more] = line.split(' ');
  const bytes = decodeBase64(base64);
  if (dash !== '—' || !isKeyName(name) || more.length > 0 || !bytes || bytes.length < 5) throw new LogFailure('LOG_NOTE_INVALID');
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** Parses the text of a checkpoint whose signature was verified. Extension lines are ignored. */
async function parseCheckpoint(text: string): Promise<Checkpoint> {
  const lines = text.split('\n');
  const [origin = '', digits = '', hash = ''] = lines;
  const size = parseDecimal(digits);
  const root = decodeBase64(hash, hashLength);
  const isWhole = lines.length >= 4 && lines.pop() === '' && lines.every((line) => line !== '');
  if (!isWhole || size === undefined || !root) throw new LogFailure('LOG_CHECKPOINT_INVALID');
  // The root of the empty tree is the hash of nothing (RFC 6962 §2.1).
  if (size === 0n && !sameBytes(root, await sha256(new Uint8Array()))) throw new LogFailure('LOG_CHECKPOINT_INVALID');
  return { origin, size, root };
}
