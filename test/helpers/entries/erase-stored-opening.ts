import { sequencerLock } from '../../../src/log/store/numbering/sequencer.ts';
import type { Opening } from '../../../src/log/entry/entry.ts';
import { hashOpening } from '../../../src/log/entry/opening-tree.ts';

/** An opening before its erasure; null: the principal's or the case's has no data subject. */
export interface ErasedOpening {
  readonly subject: string | null;
  readonly salt: Buffer;
}

type Ask = (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>;

/** Erases an opening of a numbered entry as the eraser does, with the sequencer locked out, but without an entry. @param asOwner returns the rows */
export async function eraseStoredOpening(asOwner: Ask, seq: number, ordinal: number): Promise<ErasedOpening> {
  const [found] = (await asOwner('select subject_id as subject, salt, content from access_log.opened where seq = $1 and ordinal = $2', [
    seq,
    ordinal,
  ])) as (ErasedOpening & { readonly content: Opening })[];
  const { subject, salt, content } = found!;
  await asOwner('with locked as materialized (select pg_advisory_xact_lock($4)) select access_log.erase($1, $2, $3) from locked', [
    seq,
    ordinal,
    hashOpening(salt, content),
    sequencerLock,
  ]);
  return { subject, salt };
}
