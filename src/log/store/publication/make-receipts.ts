import type { Entry } from '../../entry/entry.ts';
import { makePromise } from '../../proofs/promise.ts';
import type { Receipt } from '../../proofs/receipt.ts';
import type { Signer } from '../../keys/signer.ts';

/** The part of an entry that is promised. */
interface Promised {
  readonly header: Pick<Entry['header'], 'id'>;
  /** Hex. */
  readonly leafHash: string;
}

/** Signs one promise for a group of entries. Returns a receipt for each entry, in the same order. */
export type MakeReceipts = (entries: readonly Promised[]) => readonly Receipt[];

/**
 * @param signer returns the key that currently signs promises
 * @param now returns POSIX milliseconds
 */
export function createReceipts(origin: string, signer: () => Signer, now: () => number): MakeReceipts {
  return (entries) => {
    const hashes = entries.map(({ leafHash }) => Buffer.from(leafHash, 'hex'));
    const time = now();
    const { signed, proofs } = makePromise(origin, hashes, time, signer());
    const promise = { time: new Date(time).toISOString(), size: entries.length, signed };
    return entries.map(({ header, leafHash }, index) => ({
      entry: header.id,
      leafHash,
      promise: { ...promise, index, proof: proofs[index]!.map((hash) => Buffer.from(hash).toString('base64')) },
    }));
  };
}
