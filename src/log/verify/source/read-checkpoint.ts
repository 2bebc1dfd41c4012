import { parseCheckpoint, type Checkpoint } from '../../tree/checkpoint.ts';
import { LogError, type LogErrorCode } from '../../encoding/log-error.ts';
import { verifyCheckpoint } from '../../keys/log-keys.ts';
import { parseNote } from '../../keys/note.ts';
import type { FindingCode, Findings } from '../log-findings.ts';
import type { LogSource } from './log-source.ts';
import { places } from './places.ts';
import type { VerifyOptions } from '../verification.ts';

/** The tree that is verified. */
export interface StatedTree {
  /** Undefined if the size is not signed. */
  readonly checkpoint: Checkpoint | undefined;
  readonly note: string;
  readonly size: number;
}

/** Larger than any real log, and too large to be read to its end. */
const mostEntries = 2n ** 33n;

const findingOf: Partial<Record<LogErrorCode, FindingCode>> = {
  LOG_KEY_UNKNOWN: 'CHECKPOINT_KEY_UNKNOWN',
  LOG_SIGNATURE_INVALID: 'CHECKPOINT_SIGNATURE_INVALID',
  LOG_KEY_OUT_OF_RANGE: 'CHECKPOINT_KEY_OUT_OF_RANGE',
  LOG_ORIGIN_WRONG: 'CHECKPOINT_ORIGIN_WRONG',
};

/**
 * Stage 1: reads the checkpoint and verifies its signature, key and origin.
 * @returns undefined if neither a checkpoint nor a stored size states a tree
 */
export async function readCheckpoint(
  source: LogSource,
  { keys, origin }: VerifyOptions,
  findings: Findings,
): Promise<StatedTree | undefined> {
  const note = await source.checkpoint();
  const stated = await source.entries?.statedSize();
  // This size is not signed. A huge one would keep the verifier busy for hours, so it is limited to what is stored.
  const unsigned = async (): Promise<StatedTree | undefined> =>
    stated === undefined
      ? undefined
      : { checkpoint: undefined, note: note ?? '', size: Math.max(0, Math.min(stated, await source.entries!.reach())) };
  if (note === undefined) {
    findings.add('CHECKPOINT_MISSING', places.checkpoint);
    return unsigned();
  }
  const { code, checkpoint } = verifyOrCode(() => verifyCheckpoint(note, keys, origin), note);
  if (code) findings.add(code, places.checkpoint);
  if (checkpoint && checkpoint.size > mostEntries) findings.add('CHECKPOINT_MALFORMED', places.checkpoint);
  else if (checkpoint) {
    if (stated !== undefined && BigInt(stated) !== checkpoint.size) findings.add('CHECKPOINT_SIZE_DIFFERS', places.checkpoint);
    return { checkpoint, note, size: Number(checkpoint.size) };
  }
  // An unsigned checkpoint proves nothing, not even its size.
  return unsigned();
}

function verifyOrCode(verify: () => Checkpoint, note: string): { readonly code?: FindingCode; readonly checkpoint?: Checkpoint } {
  try {
    return { checkpoint: verify() };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    const code = findingOf[error.code] ?? 'CHECKPOINT_MALFORMED';
    // A key of the log did sign it, so its tree can be read.
    const signed = error.code === 'LOG_KEY_OUT_OF_RANGE' || error.code === 'LOG_ORIGIN_WRONG';
    return signed ? { code, checkpoint: parseCheckpoint(parseNote(note).text) } : { code };
  }
}
