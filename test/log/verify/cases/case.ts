import { generateKeyPairSync } from 'node:crypto';
import { cosign } from '../../../../src/log/keys/cosignature.ts';
import type { Entry } from '../../../../src/log/entry/entry.ts';
import { createSigner } from '../../../../src/log/keys/signer.ts';
import { signatureType } from '../../../../src/log/keys/verifier.ts';
import type { FindingCode } from '../../../../src/log/verify/log-findings.ts';
import type { StoredEntry } from '../../../../src/log/verify/source/log-source.ts';
import type { VerifyOptions } from '../../../../src/log/verify/verification.ts';
import { memoryOrigin, type MemoryLog } from '../../../helpers/log/memory-log.ts';

/** An alteration of a whole log of 300 entries, and the places that its findings must have. */
export interface Case {
  readonly code: FindingCode;
  readonly what: string;
  readonly places: readonly string[];
  readonly alter: (log: MemoryLog, made: readonly Entry[]) => Partial<VerifyOptions> | void;
}

export const stranger = createSigner(memoryOrigin, generateKeyPairSync('ed25519').privateKey);
export const witness = createSigner('witness.example/w', generateKeyPairSync('ed25519').privateKey, signatureType.cosignature);

/** Changes an entry's row. */
export function entry(log: MemoryLog, number: number, change: Partial<StoredEntry>): void {
  log.entries[number] = { ...log.entries[number]!, ...change };
}

/** Puts another log in the place of this one. */
export function replaceLog(log: MemoryLog, { keys, note, entries, postings, templates, tiles }: MemoryLog): void {
  Object.assign(log, { keys, note, entries, postings, templates });
  for (const [key, tile] of tiles) log.tiles.set(key, tile);
}

/** Stores a checkpoint with the witness's signature. */
export function cosigned(log: MemoryLog, note: string, size: number, time = 1_000): void {
  log.cosignatures.push({ witness: witness.verifier.vkey, note, line: cosign(witness, note, BigInt(time)), size, time });
}
