import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Field, Leaf } from './row.ts';
import type { Viewer } from '../access/scope.ts';

/**
 * The SQL expression of each field of a type. Every field with a scalar or enum value needs one, so a new field does not compile
 * before it has a column. A field that leads to other rows may have one.
 * @typeParam T an object type of the schema
 * @typeParam Elsewhere scalar fields that are selected as keys, or computed by a resolver
 */
export type Columns<T, Elsewhere extends Leaf<T> = never> = Readonly<Record<Exclude<Leaf<T>, Elsewhere>, Sql>> & {
  readonly [F in Exclude<Field<T>, Leaf<T>>]?: Sql;
};

type AnyColumns = Readonly<Record<string, Sql | undefined>>;

// Cached by identity: an operation passes the same set object each time.
const lists = new WeakMap<AnyColumns, WeakMap<ReadonlySet<string>, Sql>>();

/**
 * The `select` list of these fields, without fields that have no column.
 * @param fields the requested fields, without those that are withheld for every relationship
 */
export function project(columns: AnyColumns, fields: ReadonlySet<string>): Sql {
  let own = lists.get(columns);
  if (!own) lists.set(columns, (own = new WeakMap()));
  let list = own.get(fields);
  if (!list) own.set(fields, (list = listOf(columns, fields)));
  return list;
}

function listOf(columns: AnyColumns, fields: ReadonlySet<string>): Sql {
  const chosen = [...fields].filter((field) => Object.hasOwn(columns, field)).toSorted();
  // An empty list is not SQL, and a row without columns still has a data subject.
  if (chosen.length === 0) return sql`1 as present`;
  return sql.join(chosen.map((field) => sql`${columns[field]!} as ${sql.ref(field)}`));
}

/** The time zone of the municipality, which sets its days. */
export type InTimeZone = Pick<Viewer, 'timeZone'>;

/** SQL: the instant at which a day of the municipality begins. @param day RFC 3339 full-date */
export function beginningOf(day: string, { timeZone = 'UTC' }: InTimeZone): Sql<Date> {
  return sql`(${day}::date::timestamp at time zone ${sql.lit(timeZone)})`;
}

/** SQL: the instant at which the day of an instant began in the municipality. */
export function dayOfInstant(instant: Sql, { timeZone = 'UTC' }: InTimeZone): Sql<Date> {
  return sql`(date_trunc('day', ${instant} at time zone ${sql.lit(timeZone)}) at time zone ${sql.lit(timeZone)})`;
}
