import { parseCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { LogError, type LogErrorCode } from '../log-error.ts';
import { verifyCheckpoint } from '../log-keys.ts';
import { parseNote } from '../note.ts';
import type { FindingCode, Findings } from './log-findings.ts';
import type { LogSource } from './log-source.ts';
import { places } from './places.ts';
import type { VerifyOptions } from './verification.ts';

/** The tree that is verified. */
export interface StatedTree {
  /** Undefined where nothing that is signed says it. */
  readonly checkpoint: Checkpoint | undefined;
  readonly note: string;
  readonly size: number;
}

/** A tree that no log of ours reaches, and that nobody could read to its end. */
const mostEntries = 2n ** 33n;

const found: Partial<Record<LogErrorCode, FindingCode>> = {
  LOG_KEY_UNKNOWN: 'CHECKPOINT_KEY_UNKNOWN',
  LOG_SIGNATURE_INVALID: 'CHECKPOINT_SIGNATURE_INVALID',
  LOG_KEY_OUT_OF_RANGE: 'CHECKPOINT_KEY_OUT_OF_RANGE',
  LOG_ORIGIN_WRONG: 'CHECKPOINT_ORIGIN_WRONG',
};

/**
 * Stage 1: reads the checkpoint and verifies its signature, key and origin.
 * @returns undefined where nobody says what tree there is
 */
export async function readCheckpoint(
  source: LogSource,
  { keys, origin }: VerifyOptions,
  findings: Findings,
): Promise<StatedTree | undefined> {
  const note = await source.checkpoint();
  const stated = await source.entries?.statedSize();
  // Nobody signed that size: one that is far beyond what is stored would keep a verifier busy for hours.
  const unsigned = async (): Promise<StatedTree | undefined> =>
    stated === undefined
      ? undefined
      : { checkpoint: undefined, note: note ?? '', size: Math.max(0, Math.min(stated, await source.entries!.reach())) };
  if (note === undefined) {
    findings.add('CHECKPOINT_MISSING', places.checkpoint);
    return unsigned();
  }
  const { code, checkpoint } = verified(() => verifyCheckpoint(note, keys, origin), note);
  if (code) findings.add(code, places.checkpoint);
  if (checkpoint && checkpoint.size > mostEntries) findings.add('CHECKPOINT_MALFORMED', places.checkpoint);
  else if (checkpoint) {
    if (stated !== undefined && BigInt(stated) !== checkpoint.size) findings.add('CHECKPOINT_SIZE_DIFFERS', places.checkpoint);
    return { checkpoint, note, size: Number(checkpoint.size) };
  }
  // What nobody signed says nothing, not even how much there is to read.
  return unsigned();
}

function verified(verify: () => Checkpoint, note: string): { readonly code?: FindingCode; readonly checkpoint?: Checkpoint } {
  try {
    return { checkpoint: verify() };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    const code = found[error.code] ?? 'CHECKPOINT_MALFORMED';
    // Signed by a key of the log all the same, so that its tree can be looked at.
    const signed = error.code === 'LOG_KEY_OUT_OF_RANGE' || error.code === 'LOG_ORIGIN_WRONG';
    return signed ? { code, checkpoint: parseCheckpoint(parseNote(note).text) } : { code };
  }
}
