import { decodeBase64, encodeBase64 } from './base64.ts';
import type { Checkpoint } from './checkpoint.ts';
import { isCount, parseDecimal } from './decimal.ts';
import { hashLength, areHashes } from './hashes.ts';
import { LogError } from './log-error.ts';
import { verifyCheckpoint, type LogKey } from './log-keys.ts';
import { parseNote } from './note.ts';
import { longestProof, verifyInclusion } from './proof.ts';

/** An offline proof that something is in a log (C2SP tlog-proof). */
export interface TlogProof {
  /** Whatever goes with it; nothing authenticates it. */
  readonly extra?: Uint8Array;
  readonly index: bigint;
  /** The audit path, from the leaf's sibling up. */
  readonly hashes: readonly Uint8Array[];
  /** With its signatures, verbatim. */
  readonly checkpointNote: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
const mostCharacters = 256 * 1024;

/**
 * Writes a proof.
 * @throws {LogError} LOG_PROOF_INVALID: the index, a hash or the whole can't be; LOG_NOTE_INVALID: the checkpoint is no note
 */
export function formatProof({ extra, index, hashes, checkpointNote }: TlogProof): string {
  if (!isCount(index) || !areHashes(hashes)) throw new LogError('LOG_PROOF_INVALID');
  const lines = [firstLine, ...(extra ? [`extra ${encodeBase64(extra)}`] : []), `index ${index}`, ...hashes.map(encodeBase64)];
  const text = `${lines.join('\n')}\n\n${checkpointNote}`;
  parseProof(text);
  return text;
}

/**
 * Takes a proof apart, and verifies nothing.
 * @throws {LogError} LOG_PROOF_INVALID: not the form of C2SP tlog-proof, or larger than 256 KiB; LOG_NOTE_INVALID: what
 *   follows is no note
 */
export function parseProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  if (text.length > mostCharacters || end < 0) throw new LogError('LOG_PROOF_INVALID');
  const [first, ...lines] = text.slice(0, end).split('\n');
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines.shift()!.slice('extra '.length)) : null;
  const index = parseDecimal(/^index (\d+)$/.exec(lines.shift() ?? '')?.[1] ?? '');
  if (first !== firstLine || extra === undefined || index === undefined || lines.length > longestProof)
    throw new LogError('LOG_PROOF_INVALID');
  const hashes = lines.map((line) => {
    const hash = decodeBase64(line, hashLength);
    if (!hash) throw new LogError('LOG_PROOF_INVALID');
    return hash;
  });
  const checkpointNote = text.slice(end + 2);
  parseNote(checkpointNote);
  return { ...(extra ? { extra } : {}), index, hashes, checkpointNote };
}

/**
 * Verifies that the leaf is in the log (C2SP tlog-proof, verifying, without step 3: `verifyCosignatures` of the
 * checkpoint's note does that).
 * @param origin of the log that is meant; without it, any that one of the keys is named after
 * @returns the checkpoint that holds it
 * @throws {LogError} what `parseProof`, `verifyCheckpoint` and `verifyInclusion` throw
 */
export function verifyProof(text: string, leafHash: Uint8Array, keys: readonly LogKey[], origin?: string): Checkpoint {
  const { index, hashes, checkpointNote } = parseProof(text);
  const checkpoint = verifyCheckpoint(checkpointNote, keys, origin);
  verifyInclusion({ index, size: checkpoint.size, leafHash, proof: hashes, root: checkpoint.root });
  return checkpoint;
}
