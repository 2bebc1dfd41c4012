import type { ClientBase } from 'pg';
import type { StoredPosting, StoredRange } from '../../../../log/verify/source/log-source.ts';
import type { TemplateTexts } from '../sources/template-texts.ts';
import { contentOf, storedColumns, type StoredRow } from '../sources/stored-columns.ts';

const entries = `
  select seq, coalesce(month::text, '') as month, ${storedColumns}, erased::text
  from access_log.entry where seq >= $1 and seq < $2 order by entry.seq, entry.month`;
const postings = `
  select first_seq as first, coalesce(month::text, '') as month, coalesce(subject_id::text, '') as subject, coalesce(kind, -1) as kind,
    authority_id as authority, array_to_string(further, ' ', '-') as further
  from access_log.posting where first_seq >= $1 and first_seq < $2`;

interface EntryRow extends StoredRow {
  readonly seq: string;
  readonly month: string;
  readonly erased: string | null;
}

interface PostingRow extends Omit<StoredPosting, 'numbers'> {
  readonly first: string;
  readonly further: string | null;
}

/** Reads all entries with a number in the range, and the rows of the index that begin there, under whatever month they are stored. */
export async function readRange(client: ClientBase, texts: TemplateTexts, first: number, end: number): Promise<StoredRange> {
  const stored = await client.query<EntryRow>({ name: 'verify-entries', text: entries, values: [first, end] });
  const indexed = await client.query<PostingRow>({ name: 'verify-postings', text: postings, values: [first, end] });
  const textOf = await texts.of(stored.rows);
  return {
    entries: stored.rows.map((row) => ({ ...contentOf(row, textOf), number: Number(row.seq), month: row.month, erased: row.erased })),
    postings: indexed.rows.map(({ first: number, further, ...posting }) => ({ ...posting, numbers: numbersOf(Number(number), further) })),
  };
}

function numbersOf(first: number, further: string | null): number[] {
  if (further === null) return [first];
  return [first, ...further.split(' ').map((step) => first + Number(step))];
}
