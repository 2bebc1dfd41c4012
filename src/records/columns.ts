import { sql, type RawBuilder } from 'kysely';

/** What each field of a type costs in SQL. A field that is not asked for, or withheld whatever the relationship, is not selected. */
export type Columns = Readonly<Record<string, RawBuilder<unknown>>>;

/** The `select` list of these fields; fields without a column of their own are passed over. */
export function project(columns: Columns, fields: Iterable<string>): RawBuilder<unknown> {
  const chosen = [...fields].filter((field) => Object.hasOwn(columns, field)).toSorted();
  // An empty list is no SQL, and a row without columns still stands for somebody.
  if (chosen.length === 0) return sql`1 as present`;
  return sql.join(chosen.map((field) => sql`${columns[field]!} as ${sql.ref(field)}`));
}
