import { sql, type Sql } from '../sql.ts';

/** What each field of a type costs in SQL. A field that is not asked for, or withheld whatever the relationship, is not selected. */
export type Columns = Readonly<Record<string, Sql>>;

// The same operation asks for the same set of fields each time, and has the same list then.
const lists = new WeakMap<Columns, WeakMap<ReadonlySet<string>, Sql>>();

/** The `select` list of these fields; fields without a column of their own are passed over. */
export function project(columns: Columns, fields: ReadonlySet<string>): Sql {
  let own = lists.get(columns);
  if (!own) lists.set(columns, (own = new WeakMap()));
  let list = own.get(fields);
  if (!list) own.set(fields, (list = listOf(columns, fields)));
  return list;
}

function listOf(columns: Columns, fields: ReadonlySet<string>): Sql {
  const chosen = [...fields].filter((field) => Object.hasOwn(columns, field)).toSorted();
  // An empty list is no SQL, and a row without columns still stands for somebody.
  if (chosen.length === 0) return sql`1 as present`;
  return sql.join(chosen.map((field) => sql`${columns[field]!} as ${sql.ref(field)}`));
}
