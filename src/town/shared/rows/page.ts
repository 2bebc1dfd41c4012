import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Database, type Sql } from '../../../platform/sql/sql.ts';
import { mostNamedByCount } from '../../history/log/counted-people.ts';
import type { Row } from './row.ts';

/** A requested page of a list. A row is named by its sort key and id, both as text. */
export interface PageRequest {
  /** The number of rows. */
  readonly size: number;
  /** Whether the last rows are requested, not the first. */
  readonly backward?: boolean;
  /** The row before the first that may be on the page. */
  readonly after?: readonly string[] | undefined;
  /** The row after the last that may be on the page. */
  readonly before?: readonly string[] | undefined;
  /** Whether to count all rows of the list, not only the page's. */
  readonly count: boolean;
  /** Whether the operation selects if more rows lie beyond the page, in the direction of paging. */
  readonly ahead?: boolean;
  /** Whether to leave out the keys of rows, because no cursor was selected. */
  readonly keyless?: boolean;
}

/** The statement of a paged list, without the page. */
export interface Listing {
  /** `select` list, without the key. */
  readonly columns: Sql;
  readonly from: Sql;
  /** Joins that the columns need, of at most one row each. */
  readonly joins?: Sql;
  readonly where: Sql<boolean>;
  /** The sort key. The id breaks ties. */
  readonly key: {
    readonly expression: Sql;
    readonly type: 'text' | 'date' | 'timestamptz' | 'bigint' | 'uuid';
    readonly descending?: boolean;
  };
  readonly id: Sql;
  /** The data subject's id of a row that a count or `hasMore` reports; see `countedPeople`. */
  readonly subject?: Sql | undefined;
  /** How many rows are counted; undefined: all. */
  readonly mostCounted?: number;
}

/** @typeParam T the object type of the rows */
export interface Page<T = Readonly<Record<string, unknown>>> {
  /** In the order of the list, whatever the direction of paging. */
  readonly rows: readonly Row<T>[];
  /** Whether more rows lie beyond the page, in the direction of paging. */
  readonly hasMore: boolean;
  /** Null if there are more rows than are counted. */
  readonly total: number | null;
  /** The ids of the people that `totalCount` or `hasMore` reports beyond the rows of the page. */
  readonly counted?: readonly string[];
}

/**
 * Names a page at the beginning or the end of a list: pages of one name are read in one batch.
 * @returns undefined for a page that a cursor bounds
 */
export function endOfList({ size, backward, after, before }: PageRequest): string | undefined {
  return after || before ? undefined : `${backward ? 'last' : 'first'} ${size}`;
}

/** The SQL keyword of the direction in which a page is read. */
export function directionOf(key: Listing['key'], { backward = false }: Pick<PageRequest, 'backward'>): Sql {
  return sql.raw((key.descending ?? false) === backward ? 'asc' : 'desc');
}

/**
 * The page among the rows that were read for it, which are one more than it has.
 * @param read in the direction of paging
 */
export function cutPage<T>(read: readonly T[], { size, backward }: PageRequest): { readonly rows: T[]; readonly hasMore: boolean } {
  const rows = read.slice(0, size);
  return { rows: backward ? rows.toReversed() : rows, hasMore: read.length > size };
}

/** Reads a page by keyset pagination. It reads one row more than requested, to know whether there are more. */
export async function readPage<T>(reader: Reader, listing: Listing, request: PageRequest): Promise<Page<T>> {
  const { columns, from, joins = sql``, where, key, id, subject } = listing;
  const { database } = reader;
  const direction = directionOf(key, request);
  const type = sql.raw(key.type);
  const beyond = (row: readonly string[] | undefined, operator: '<' | '>'): Sql => {
    const [boundKey, boundId] = row ?? [];
    if (boundKey === undefined || boundId === undefined) return sql`true`;
    return sql`(${key.expression}, ${id}) ${sql.raw(operator)} (${boundKey}::text::${type}, ${boundId}::uuid)`;
  };
  const after = beyond(request.after, key.descending ? '<' : '>');
  const before = beyond(request.before, key.descending ? '>' : '<');
  const keys = request.keyless ? sql`` : sql`, ${key.expression}::text as "pageKey", ${id}::text as "pageId"`;
  const subjectColumn = subject ? sql`, ${subject}::text as "pageSubject"` : sql``;
  const { rows } = await sql<Row<T> & { pageSubject?: string }>`
    select ${columns}${keys}${subjectColumn} from ${from} ${joins}
    where ${where} and ${after} and ${before}
    order by ${key.expression} ${direction}, ${id} ${direction} limit ${sql.lit(request.size + 1)}`.execute(database);
  const { total, counted } = request.count ? await count(database, listing) : uncounted;
  const next = request.ahead ? rows[request.size]?.pageSubject : undefined;
  return {
    ...cutPage(rows, request),
    total,
    counted: typeof next === 'string' ? [...counted, next] : counted,
  };
}

interface Counted {
  readonly total: number | null;
  readonly counted: readonly string[];
}

const uncounted: Counted = { total: 0, counted: [] };

/**
 * Counts rows, and names the people who were counted. It names one more than an exact total may have, so the answer that there are more is
 * also about named people only. The difference of two totals then reveals nothing about a person who was not named. Those of more are the
 * first of the list: an order that PostgreSQL chooses depends on values that the reader may not see.
 */
async function count(database: Database, { from, where, key, id, subject, mostCounted }: Listing): Promise<Counted> {
  const direction = directionOf(key, {});
  const order = subject ? sql`order by ${key.expression} ${direction}, ${id} ${direction}` : sql``;
  const limit = mostCounted === undefined ? sql`` : sql`${order} limit ${sql.lit(mostCounted + 1)}`;
  const names = subject ? sql`array_agg(distinct counted.subject) filter (where counted.subject is not null)` : sql`null::text[]`;
  const { rows } = await sql<{ total: number; named: readonly string[] | null }>`
    select count(*)::int as total, ${names} as named
    from (select ${subject ?? sql`null`}::text as subject from ${from} where ${where} ${limit}) counted`.execute(database);
  const { total, named } = rows[0]!;
  const people = named ?? [];
  const isExact = total <= (mostCounted ?? total) && people.length <= mostNamedByCount;
  return { total: isExact ? total : null, counted: people.slice(0, mostNamedByCount + 1) };
}
