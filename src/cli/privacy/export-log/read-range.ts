import type { Kysely } from 'kysely';
import { sql } from '../../../sql.ts';
import type { CaseOpening, Header, PrincipalOpening, View } from '../../../transparency-log/entry.ts';

/** A data subject's opening without its salt. */
export type StoredSubject = View & { readonly id: string };

/** An entry with its remaining openings. */
export interface StoredEntry {
  readonly number: number;
  readonly header: Header;
  readonly principal: { readonly salt: string; readonly content: PrincipalOpening } | undefined;
  readonly case: { readonly salt: string; readonly content: CaseOpening } | undefined;
  readonly subjects: readonly StoredSubject[];
  /** The ordinals of missing openings, ascending. */
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

interface Row {
  readonly number: string;
  readonly header: Omit<Header, 'openings'>;
  readonly digests: string;
  readonly opened: readonly { readonly ordinal: number; readonly salt: string; readonly content: unknown }[] | null;
}

/** The number of entries per query. */
const batch = 500;

/** Reads all entries of a range, in order. */
export async function readRange(database: Kysely<unknown>, { first, last }: NumberRange): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for (let start = first; start <= last; start += batch) {
    const { rows } = await sql<Row>`
      select entry.seq::text as number, entry.header, encode(entry.digests, 'hex') as digests,
        (select jsonb_agg(jsonb_build_object('ordinal', opened.ordinal, 'salt', encode(opened.salt, 'hex'), 'content', opened.content))
          from access_log.opened where opened.seq = entry.seq and opened.month = entry.month) as opened
      from access_log.entry where entry.seq between ${start} and ${Math.min(start + batch - 1, last)}
      order by entry.seq`.execute(database);
    entries.push(...rows.map(asEntry));
  }
  return entries;
}

function asEntry({ number, header, digests, opened }: Row): StoredEntry {
  const there = new Map((opened ?? []).map(({ ordinal, ...opening }) => [ordinal, opening]));
  const openings = digests.match(/.{64}/g) ?? [];
  const subjects = [...there].filter(([ordinal]) => ordinal > 1).map(([, { content }]) => content as StoredSubject);
  return {
    number: Number(number),
    header: { ...header, openings },
    principal: there.get(0) as StoredEntry['principal'],
    case: there.get(1) as StoredEntry['case'],
    subjects,
    erased: openings.map((_digest, ordinal) => ordinal).filter((ordinal) => !there.has(ordinal)),
  };
}
