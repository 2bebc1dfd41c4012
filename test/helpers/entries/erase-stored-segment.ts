import { sequencerLock } from '../../../src/log/store/numbering/sequencer.ts';
import type { Segment } from '../../../src/log/entry/entry.ts';
import { hashSegment } from '../../../src/log/entry/segment-tree.ts';

/** A segment before its erasure; null: the principal's or the case's has no data subject. */
export interface ErasedSegment {
  readonly subject: string | null;
  readonly salt: Buffer;
}

type Ask = (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>;

/** Erases a segment of a numbered entry as the eraser does, with the sequencer locked out, but without an entry. @param asOwner returns the rows */
export async function eraseStoredSegment(asOwner: Ask, seq: number, ordinal: number): Promise<ErasedSegment> {
  const [found] = (await asOwner('select subject_id as subject, salt, content from access_log.segment where seq = $1 and ordinal = $2', [
    seq,
    ordinal,
  ])) as (ErasedSegment & { readonly content: Segment })[];
  const { subject, salt, content } = found!;
  await asOwner('with locked as materialized (select pg_advisory_xact_lock($4)) select access_log.erase($1, $2, $3) from locked', [
    seq,
    ordinal,
    hashSegment(salt, content),
    sequencerLock,
  ]);
  return { subject, salt };
}
