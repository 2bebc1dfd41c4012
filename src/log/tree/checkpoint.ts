import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { isCount, parseDecimal } from '../encoding/decimal.ts';
import { emptyRoot, hashLength, isHash, sameHash } from './hashes.ts';
import { LogError } from '../encoding/log-error.ts';

/** The state of a log's tree (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The name of the log. */
  readonly origin: string;
  readonly size: bigint;
  readonly root: Uint8Array;
}

/**
 * Writes the text that a log signs: origin, size and root, without extension lines.
 * @throws {LogError} LOG_CHECKPOINT_INVALID: the origin, the size or the root is invalid
 */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!isCount(size) || !isHash(root)) throw new LogError('LOG_CHECKPOINT_INVALID');
  const text = `${origin}\n${size}\n${encodeBase64(root)}\n`;
  if (parseCheckpoint(text).origin !== origin) throw new LogError('LOG_CHECKPOINT_INVALID');
  return text;
}

/**
 * Parses the text of a checkpoint whose signature was verified. Extension lines are ignored.
 * @throws {LogError} LOG_CHECKPOINT_INVALID: not C2SP tlog-checkpoint, or size 0 with a root other than the empty tree's
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin = '', digits = '', hash = ''] = lines;
  const size = parseDecimal(digits);
  const root = decodeBase64(hash, hashLength);
  const whole = lines.length >= 4 && lines.pop() === '' && lines.every((line) => line !== '');
  if (!whole || size === undefined || !root) throw new LogError('LOG_CHECKPOINT_INVALID');
  if (size === 0n && !sameHash(root, emptyRoot)) throw new LogError('LOG_CHECKPOINT_INVALID');
  return { origin, size, root };
}
