import { sql, type Database, type Sql } from '../sql.ts';
import { mostNamedByCount } from './counted-people.ts';
import type { Reader } from './reader.ts';
import type { Row } from './row.ts';

/** A requested page of a list: the number of rows, and the sort key and id (both as text) of the row before it. */
export interface PageRequest {
  readonly first: number;
  readonly after: readonly string[] | undefined;
  /** Whether to count all rows of the list, not only the page's. */
  readonly count: boolean;
  /** Whether `hasNextPage` was selected. */
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
  /** The data subject's id of a row that a count or `hasNextPage` reports; see `countedPeople`. */
  readonly subject?: Sql | undefined;
}

/** @typeParam T the object type of the rows */
export interface Page<T = Readonly<Record<string, unknown>>> {
  readonly rows: readonly Row<T>[];
  readonly hasNextPage: boolean;
  readonly total: number;
  /** The ids of the people that `totalCount` or `hasNextPage` reports beyond the rows of the page. */
  readonly counted?: readonly string[];
}

/** Reads a page by keyset pagination. It reads one row more than requested, to know whether another page follows. */
export async function readPage<T>(reader: Reader, listing: Listing, request: PageRequest): Promise<Page<T>> {
  const { columns, from, joins = sql``, where, key, id, subject } = listing;
  const { database } = reader;
  const beyond = key.descending ? sql.raw('<') : sql.raw('>');
  const direction = key.descending ? sql.raw('desc') : sql.raw('asc');
  const type = sql.raw(key.type);
  const [afterKey, afterId] = request.after ?? [];
  const after =
    afterKey === undefined || afterId === undefined
      ? sql`true`
      : sql`(${key.expression}, ${id}) ${beyond} (${afterKey}::text::${type}, ${afterId}::uuid)`;
  const keys = request.keyless ? sql`` : sql`, ${key.expression}::text as "pageKey", ${id}::text as "pageId"`;
  const subjectColumn = subject ? sql`, ${subject}::text as "pageSubject"` : sql``;
  const { rows } = await sql<Row<T> & { pageSubject?: string }>`
    select ${columns}${keys}${subjectColumn} from ${from} ${joins}
    where ${where} and ${after}
    order by ${key.expression} ${direction}, ${id} ${direction} limit ${sql.lit(request.first + 1)}`.execute(database);
  const { total, counted } = request.count ? await count(database, from, where, subject) : uncounted;
  const next = request.ahead ? rows[request.first]?.pageSubject : undefined;
  return {
    rows: rows.slice(0, request.first),
    hasNextPage: rows.length > request.first,
    total,
    counted: typeof next === 'string' ? [...counted, next] : counted,
  };
}

interface Counted {
  readonly total: number;
  readonly counted: readonly string[];
}

const uncounted: Counted = { total: 0, counted: [] };

async function count(database: Database, from: Sql, where: Sql<boolean>, subject: Sql | undefined): Promise<Counted> {
  const statement = subject
    ? sql<Counted>`
      select count(*)::int as total, coalesce(array_agg(counted.subject order by counted.subject) filter (where counted.place <= ${mostNamedByCount}), '{}') as counted
      from (select ${subject}::text as subject, row_number() over () as place from ${from} where ${where}) counted`
    : sql<Counted>`select count(*)::int as total, '{}'::text[] as counted from ${from} where ${where}`;
  const { rows } = await statement.execute(database);
  const { total, counted } = rows[0] ?? uncounted;
  return { total, counted: total > mostNamedByCount ? [] : counted };
}
