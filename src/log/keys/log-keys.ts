import { parseCheckpoint, type Checkpoint } from '../tree/checkpoint.ts';
import { isCount, parseDecimal } from '../encoding/decimal.ts';
import { LogError } from '../encoding/log-error.ts';
import { verifyNote } from './note.ts';
import { parseVerifierKey, signatureType, type Verifier } from './verifier.ts';

/** A key of the log, and the sizes of the trees that it may sign. */
export interface LogKey {
  readonly verifier: Verifier;
  readonly first: bigint;
  /** Inclusive; undefined while the key is in use. */
  readonly last: bigint | undefined;
}

/**
 * Parses a list of keys: one per line, `vkey first last`, with `-` for a last size that is still open. Empty lines
 * and lines that begin with `#` are ignored. Ranges may overlap: they do while keys are rotated.
 * @throws {LogError} LOG_KEY_INVALID, with the line's number
 */
export function parseLogKeys(text: string): LogKey[] {
  const keys = new Map<string, LogKey>();
  for (const [at, line] of text.split('\n').entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const key = parseLogKey(content);
    // A repeated key would have two ranges.
    if (!key || keys.has(key.verifier.vkey)) throw new LogError('LOG_KEY_INVALID', `line ${at + 1}`);
    keys.set(key.verifier.vkey, key);
  }
  return [...keys.values()];
}

function parseLogKey(line: string): LogKey | undefined {
  const [vkey = '', from = '', to = '', ...more] = line.split(/[ \t]+/);
  const first = parseDecimal(from);
  const last = to === '-' ? undefined : parseDecimal(to);
  if (more.length > 0 || first === undefined || (last === undefined && to !== '-')) return undefined;
  if (last !== undefined && last < first) return undefined;
  try {
    const verifier = parseVerifierKey(vkey);
    return verifier.type === signatureType.ed25519 ? { verifier, first, last } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a list of keys in the form that `parseLogKeys` reads. */
export function formatLogKeys(keys: readonly LogKey[]): string {
  return keys.map(({ verifier, first, last }) => `${verifier.vkey} ${first} ${last ?? '-'}\n`).join('');
}

/** Whether the key may sign a tree of that size. */
function maySign({ first, last }: LogKey, size: bigint): boolean {
  return isCount(size) && size >= first && (last === undefined || size <= last);
}

/**
 * Verifies a note that the log signed and reads its text. The text states the log's origin: one of the keys that
 * signed must be named after it.
 * @param parse reads the verified text
 * @param origin the expected log; without it, any log that one of the keys is named after
 * @returns what the text states, and the log's keys that signed it
 * @throws {LogError} LOG_NOTE_INVALID, LOG_SIGNATURE_INVALID, LOG_KEY_UNKNOWN, LOG_ORIGIN_WRONG; and what `parse` throws
 */
export function verifyLogNote<Statement extends { readonly origin: string }>(
  note: string,
  keys: readonly LogKey[],
  parse: (text: string) => Statement,
  origin?: string,
): { readonly statement: Statement; readonly signedBy: readonly LogKey[] } {
  const { text, by } = verifyNote(
    note,
    keys.map(({ verifier }) => verifier),
  );
  const statement = parse(text);
  const signedBy = keys.filter(({ verifier }) => by.includes(verifier) && verifier.name === statement.origin);
  if (signedBy.length === 0 || (origin !== undefined && origin !== statement.origin)) throw new LogError('LOG_ORIGIN_WRONG');
  return { statement, signedBy };
}

/**
 * Verifies a checkpoint: a key of the log signed it, it has this origin, and the key may sign its size.
 * @param origin the expected log; without it, any log that one of the keys is named after
 * @throws {LogError} LOG_NOTE_INVALID, LOG_SIGNATURE_INVALID, LOG_KEY_UNKNOWN, LOG_CHECKPOINT_INVALID, LOG_ORIGIN_WRONG,
 *   LOG_KEY_OUT_OF_RANGE
 */
export function verifyCheckpoint(note: string, keys: readonly LogKey[], origin?: string): Checkpoint {
  const { statement: checkpoint, signedBy } = verifyLogNote(note, keys, parseCheckpoint, origin);
  if (!signedBy.some((key) => maySign(key, checkpoint.size))) throw new LogError('LOG_KEY_OUT_OF_RANGE');
  return checkpoint;
}
