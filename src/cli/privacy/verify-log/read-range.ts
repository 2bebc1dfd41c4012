import type { ClientBase } from 'pg';
import type { OpeningGroup, StoredEntry, StoredOpening, StoredRange } from '../../../transparency-log/verify/log-source.ts';

// The owner of the tables can drop `not null`: nulls are read as values that match nothing.
// An entry's openings come as one text, one per line: parsing arrays of bytes and ids would cost more than hashing.
const openings = `
  select seq, coalesce(month::text, '') as month, string_agg(
    concat_ws(' ', coalesce(ordinal::text, '-'), coalesce(encode(salt, 'hex'), '-'), coalesce(subject_id::text, '-'), coalesce(seen::text, '-'), content::text), E'\\n' order by ordinal
  ) as lines
  from access_log.opening where seq >= $1 and seq < $2 group by opening.seq, opening.month order by opening.seq, opening.month`;
const entries = `
  select seq, coalesce(month::text, '') as month, id, at, role, coalesce(header::text, '') as header,
    coalesce(encode(digests, 'hex'), '') as digests, encode(leaf, 'hex') as leaf, coalesce(views::text, '') as views
  from access_log.entry where seq >= $1 and seq < $2 order by entry.seq, entry.month`;

interface OpeningRow {
  readonly seq: string;
  readonly month: string;
  readonly lines: string;
}
type EntryRow = Omit<StoredEntry, 'number'> & { readonly seq: string };

/** Reads all entries and openings with a number in the range, under whatever month they are stored. */
export async function readRange(client: ClientBase, first: number, end: number): Promise<StoredRange> {
  const stored = await client.query<EntryRow>({ name: 'verify-entries', text: entries, values: [first, end] });
  const opened = await client.query<OpeningRow>({ name: 'verify-openings', text: openings, values: [first, end] });
  return {
    entries: stored.rows.map((row) => ({ ...row, number: Number(row.seq) })),
    groups: opened.rows.map(({ seq, month, lines }): OpeningGroup => ({
      number: Number(seq),
      month,
      openings: lines.split('\n').map(readLine),
    })),
  };
}

function readLine(line: string): StoredOpening {
  const [ordinal = '', salt = '', subject = '', seen = ''] = line.split(' ', 4);
  const before = ordinal.length + salt.length + subject.length + seen.length + 4;
  return {
    ordinal: Number(ordinal),
    salt,
    content: before <= line.length ? line.slice(before) : undefined,
    subject: subject === '-' ? undefined : subject,
    seen: seen === '-' ? undefined : Number(seen),
  };
}
