import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import type { Checkpoint } from '../tree/checkpoint.ts';
import { isCount, parseDecimal } from '../encoding/decimal.ts';
import { hashLength, areHashes } from '../tree/hashes.ts';
import { LogError } from '../encoding/log-error.ts';
import { verifyCheckpoint, type LogKey } from '../keys/log-keys.ts';
import { parseNote } from '../keys/note.ts';
import { longestProof, verifyInclusion } from './proof.ts';

/** An offline proof that an entry is in a log (C2SP tlog-proof). */
export interface TlogProof {
  /** Additional data; it is not authenticated. */
  readonly extra?: Uint8Array;
  readonly index: bigint;
  /** The audit path, starting at the leaf's sibling. */
  readonly hashes: readonly Uint8Array[];
  /** The signed checkpoint, verbatim. */
  readonly checkpointNote: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
const mostCharacters = 256 * 1024;

/**
 * Writes a proof.
 * @throws {LogError} LOG_PROOF_INVALID: the index or a hash is invalid, or the proof is too large; LOG_NOTE_INVALID: the
 *   checkpoint is not a note
 */
export function formatProof({ extra, index, hashes, checkpointNote }: TlogProof): string {
  if (!isCount(index) || !areHashes(hashes)) throw new LogError('LOG_PROOF_INVALID');
  const lines = [firstLine, ...(extra ? [`extra ${encodeBase64(extra)}`] : []), `index ${index}`, ...hashes.map(encodeBase64)];
  const text = `${lines.join('\n')}\n\n${checkpointNote}`;
  parseProof(text);
  return text;
}

/**
 * Parses a proof without verifying it.
 * @throws {LogError} LOG_PROOF_INVALID: not C2SP tlog-proof, or longer than 256 × 1,024 characters; LOG_NOTE_INVALID: its
 *   checkpoint is not a note
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
 * Verifies that the leaf is in the log (C2SP tlog-proof, verifying). Step 3, the cosignatures, is left to
 * `verifyCosignatures`.
 * @param origin the expected log; without it, any log that one of the keys is named after
 * @returns the checkpoint of the tree that holds the leaf
 * @throws {LogError} as `parseProof`, `verifyCheckpoint` and `verifyInclusion` do
 */
export function verifyProof(text: string, leafHash: Uint8Array, keys: readonly LogKey[], origin?: string): Checkpoint {
  const { index, hashes, checkpointNote } = parseProof(text);
  const checkpoint = verifyCheckpoint(checkpointNote, keys, origin);
  verifyInclusion({ index, size: checkpoint.size, leafHash, proof: hashes, root: checkpoint.root });
  return checkpoint;
}
