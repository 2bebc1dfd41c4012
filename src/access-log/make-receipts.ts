import type { Entry } from '../transparency-log/entry.ts';
import { makePromise } from '../transparency-log/promise.ts';
import { maximumMergeDelay, type Receipt } from '../transparency-log/receipt.ts';
import type { Signer } from '../transparency-log/signer.ts';

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
