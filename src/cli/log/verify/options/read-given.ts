import { existsSync, readFileSync } from 'node:fs';
import { LogError } from '../../../../log/encoding/log-error.ts';
import { parseLogKeys, type LogKey } from '../../../../log/keys/log-keys.ts';
import { parseVerifierKey, signatureType, type Verifier } from '../../../../log/keys/verifier.ts';
import { parseReceipts } from '../../../../log/verify/source/parse-receipts.ts';
import { unreadable } from './unreadable.ts';

/**
 * Reads the log's keys. Each value is a verifier key (C2SP signed-note) for trees of any size, or a file with a list.
 * @throws {PrivacyError} LOG_UNREADABLE
 */
export function readKeys(given: readonly string[]): readonly LogKey[] {
  const keys = given.flatMap((one) => {
    const verifier = asVerifier(one, signatureType.ed25519);
    if (verifier) return [{ verifier, first: 0n, last: undefined }];
    return reading(`--key is neither a verifier key nor a file of keys`, () => parseLogKeys(readFileSync(one, 'utf8')));
  });
  if (keys.length === 0) throw unreadable('there is no key of the log: give --key');
  return keys;
}

/** Reads witnesses' keys. Each value is a verifier key of type 4, or a file with one key per line. */
export function readWitnesses(given: readonly string[]): readonly Verifier[] {
  return given.flatMap((one) => {
    const verifier = asVerifier(one, signatureType.cosignature);
    if (verifier) return [verifier];
    return reading(`--witness is neither a witness's verifier key nor a file of such keys`, () =>
      readFileSync(one, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map((line) => {
          const witness = asVerifier(line.trim(), signatureType.cosignature);
          if (!witness) throw new LogError('LOG_KEY_INVALID');
          return witness;
        }),
    );
  });
}

/** Reads an older checkpoint: a file, or the note itself. */
export function readSince(given: string): string {
  if (!existsSync(given) && given.includes('\n')) return given;
  return reading('--since is neither a file nor a checkpoint', () => readFileSync(given, 'utf8'));
}

/** Reads a file of receipts. */
export function readReceipts(file: string): readonly unknown[] {
  return parseReceipts(reading('the file of --receipts cannot be read', () => readFileSync(file, 'utf8')));
}

function asVerifier(text: string, type: number): Verifier | undefined {
  try {
    const verifier = parseVerifierKey(text);
    return verifier.type === type ? verifier : undefined;
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}

function reading<Result>(problem: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw Object.assign(unreadable(error instanceof LogError ? `${problem} (${error.message})` : problem), { cause: error });
  }
}
