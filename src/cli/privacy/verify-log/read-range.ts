import type { ClientBase } from 'pg';
import type { OpeningGroup, StoredEntry, StoredOpening, StoredRange } from '../../../transparency-log/verify/log-source.ts';

// Whoever owns the tables can drop what forbids nulls: they are read as what fits nothing.
// An entry's openings come as one text, a line each: lists of bytes and ids would cost more to read than to hash.
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

/** Reads every entry and opening with a number of the range, whatever month it is stored under. */
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
