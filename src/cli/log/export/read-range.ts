import type { Kysely } from 'kysely';
import { sql } from '../../../platform/sql/sql.ts';
import type { Proven } from '../../../log/bundle/bundle.ts';
import { saltLength, type CaseSegment, type Header, type PrincipalSegment, type View } from '../../../log/entry/entry.ts';
import { segmentPath } from '../../../log/entry/segment-tree.ts';
import { SegmentReader } from '../../../log/verify/source/segment-reader.ts';
import { contentOf, storedColumns, type StoredRow } from '../verify/sources/stored-columns.ts';

/** A data subject's segment without its salt. */
export type StoredSubject = View & { readonly id: string };

/** An entry with its remaining segments. */
export interface StoredEntry {
  readonly number: number;
  readonly header: Header;
  readonly principal: Proven<PrincipalSegment> | undefined;
  readonly case: Proven<CaseSegment> | undefined;
  readonly subjects: readonly StoredSubject[];
  /** The ordinals of erased segments, ascending. */
  readonly erased: readonly number[];
}

/** The first and the last entry within the dates. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Finds the range of numbers of the entries from one instant (inclusive) to another (exclusive).
 * @param size of the tree: entries outside of it cannot be proven yet
 */
export async function findRange(database: Kysely<unknown>, from: string, until: string, size: number): Promise<NumberRange | undefined> {
  const { rows } = await sql<{ first: string | null; last: string }>`
    select min(seq)::text as first, max(seq)::text as last from access_log.entry
    where at >= ${from} and at < ${until} and seq < ${size}`.execute(database);
  const { first = null, last } = rows[0] ?? {};
  return first === null ? undefined : { first: Number(first), last: Number(last) };
}

interface Row extends StoredRow {
  readonly number: string;
  readonly header: Omit<Header, 'segments'>;
  /** JSON: the list of views. */
  readonly seeing: string;
  readonly erased: string | null;
}

/** The number of entries per query. */
const batch = 500;

/** Reads all entries of a range, in order. */
export async function readRange(database: Kysely<unknown>, { first, last }: NumberRange): Promise<StoredEntry[]> {
  const segments = new SegmentReader();
  const entries: StoredEntry[] = [];
  for (let start = first; start <= last; start += batch) {
    const { rows } = await sql<Row>`
      select seq::text as number, header, coalesce(views::text, '') as seeing, erased::text as erased, ${sql.raw(storedColumns)}
      from access_log.full_entry entry where entry.seq between ${start} and ${Math.min(start + batch - 1, last)}
      order by entry.seq`.execute(database);
    entries.push(...rows.map((row) => asEntry(row, segments)));
  }
  return entries;
}

function asEntry(row: Row, reader: SegmentReader): StoredEntry {
  const stored = contentOf(row, new Map([[row.views_id ?? '', row.seeing]]));
  const { size, leafHashes, erased, views } = reader.read(stored, row.erased);
  const { root, principal, case: matter, authority, salts, seen } = stored;
  const proven = <Content>(ordinal: number, content: Content): Proven<Content> | undefined => {
    if (erased.has(ordinal)) return undefined;
    const salt = salts.toString('hex', ordinal * saltLength, (ordinal + 1) * saltLength);
    // Segments that are malformed have no path, and the verifier reports it.
    const path = leafHashes ? segmentPath(leafHashes, ordinal) : [];
    return { salt, path: path.map((hash) => hash.toString('hex')), content };
  };
  return {
    number: Number(row.number),
    header: { ...row.header, segments: { root, size } },
    principal: proven(0, { kind: 'principal', id: principal }),
    case: proven(1, { kind: 'case', case: matter, authority }),
    subjects: stored.subjects.flatMap((id, at) => {
      const view = views[seen?.[at] ?? 0];
      return id === null || !view ? [] : [{ id, ...view }];
    }),
    erased: [...erased.keys()].toSorted((one, other) => one - other),
  };
}
