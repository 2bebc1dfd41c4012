import type { Entry } from './entry.ts';
import { makePromise } from './promise.ts';
import type { Receipt } from './receipt.ts';
import type { Signer } from './signer.ts';

/** Seconds within which a promised entry is in the tree of a signed checkpoint. The sequencer needs one. */
export const maximumMergeDelay = 60;

/** Makes one signed promise for a group of entries, and each entry's receipt with it, in their order. */
export type MakeReceipts = (entries: readonly Entry[]) => readonly Receipt[];

/**
 * @param signer gives the key that promises are signed with now
 * @param now in milliseconds
 */
export function createReceipts(origin: string, signer: () => Signer, now: () => number): MakeReceipts {
  return (entries) => {
    const hashes = entries.map(({ leafHash }) => Buffer.from(leafHash, 'hex'));
    const { note, proofs } = makePromise(origin, hashes, now(), signer());
    return entries.map(({ header, leafHash }, index) => ({
      entry: header.id,
      leafHash,
      promise: { note, index, proof: proofs[index]!.map((hash) => Buffer.from(hash).toString('base64')) },
      maximumMergeDelay,
    }));
  };
}
