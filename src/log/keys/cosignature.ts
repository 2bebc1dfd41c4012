import { parseCheckpoint } from '../tree/checkpoint.ts';
import { LogError } from '../encoding/log-error.ts';
import { claimedKeys, parseNote, signatureLine } from './note.ts';
import type { Signer } from './signer.ts';
import { hasSigned, signatureType, type Verifier } from './verifier.ts';

/** A witness's statement: at `time`, this was the largest consistent tree of the log that it had seen. */
export interface Cosignature {
  readonly witness: Verifier;
  /** POSIX seconds. */
  readonly time: bigint;
}

const latestTime = 2n ** 63n - 1n;

/**
 * Signs a checkpoint as a witness (C2SP tlog-cosignature, Ed25519). The caller must have verified the checkpoint.
 * @param time POSIX seconds
 * @returns the signature line, without its newline
 * @throws {LogError} LOG_KEY_INVALID: the signer is not of type 0x04; LOG_NOTE_INVALID, LOG_CHECKPOINT_INVALID;
 *   LOG_SIGNATURE_INVALID: the time is negative or does not fit into 63 bits
 */
export function cosign(signer: Signer, note: string, time: bigint): string {
  if (signer.verifier.type !== signatureType.cosignature) throw new LogError('LOG_KEY_INVALID');
  const { text } = parseNote(note);
  parseCheckpoint(text);
  if (time < 0n || time > latestTime) throw new LogError('LOG_SIGNATURE_INVALID');
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(time);
  return signatureLine(signer.verifier, Buffer.concat([stamp, signer.sign(cosigned(text, time))]));
}

/**
 * Verifies the cosignatures of known witnesses under a checkpoint; there may be none. The log's own signature is not
 * verified here.
 * @param witnesses keys of type 0x04
 * @returns each witness that signed, once, with the latest of its times
 * @throws {LogError} LOG_SIGNATURE_INVALID: the signature of a known witness is invalid; LOG_KEY_INVALID: a key of
 *   another type; LOG_NOTE_INVALID, LOG_CHECKPOINT_INVALID
 */
export function verifyCosignatures(note: string, witnesses: readonly Verifier[]): Cosignature[] {
  if (witnesses.some(({ type }) => type !== signatureType.cosignature)) throw new LogError('LOG_KEY_INVALID');
  const { text, signatures } = parseNote(note);
  parseCheckpoint(text);
  const times = new Map<Verifier, bigint>();
  for (const line of signatures) {
    for (const witness of claimedKeys(line, witnesses)) {
      const time = verifiedTime(witness, text, line.signature);
      if (time > (times.get(witness) ?? -1n)) times.set(witness, time);
    }
  }
  return [...times].map(([witness, time]) => ({ witness, time }));
}

function verifiedTime(witness: Verifier, text: string, signature: Uint8Array): bigint {
  if (signature.length !== 8 + 64) throw new LogError('LOG_SIGNATURE_INVALID');
  const time = Buffer.from(signature).readBigUInt64BE();
  if (time > latestTime || !hasSigned(witness, cosigned(text, time), signature.subarray(8))) throw new LogError('LOG_SIGNATURE_INVALID');
  return time;
}

function cosigned(text: string, time: bigint): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}
