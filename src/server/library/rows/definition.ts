import type { Markings } from '../../../engine/markings/markings.ts';
import type { Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { RequestContext } from '../../../engine/request-context.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { asSql, type Subjects, type SubjectsDefinition } from '../subjects.ts';

/** How the rows of a type are read. Pieces of SQL know a row as `item`, and its data subject as `subject`. */
export interface RowsDefinition {
  /** A table, or a query in parentheses. */
  readonly from: string | Sql;
  /** For a query in `from`: the table in which its columns are stored, under the same names. `prove` changes them there. */
  readonly table?: string;
  /** The column of the data subject's id. Left out for a type in which nothing is personal, and for no other. */
  readonly subject?: string;
  /** The kind of data subject; default: the application's first. */
  readonly about?: string;
  /** The column of the row's id, a UUID; default: `id`. */
  readonly id?: string;
  /** By field of the type. Only what the operation may see is selected. */
  readonly columns: Readonly<Record<string, string | Sql>>;
  /** Columns with ids of other rows, by the name under which `by` finds them. They never leave: no field has such a name. */
  readonly keys?: Readonly<Record<string, string>>;
  /** The field that rows are ordered by, as far as its values may be seen; default: the id. */
  readonly order?: string;
  /** Whether the order is from the greatest value to the least. */
  readonly isDescending?: boolean;
}

/** The parts that resolvers of rows share. */
export interface RowParts {
  readonly markings: Pick<Markings, 'outputs'>;
  readonly subjects: Subjects;
  readonly vocabulary: Pick<Vocabulary, 'scopes' | 'accounts'>;
}

/** The parts of the application that serves a request. */
export function partsOf({ application }: RequestContext): RowParts {
  // The parts of an application that is made by `createApplication` are these.
  return application as unknown as RowParts;
}

/** The kind of data subject of rows; undefined where nothing is personal. */
export function subjectKindOf(
  { about, subject }: RowsDefinition,
  { subjects }: Pick<RowParts, 'subjects'>,
): SubjectsDefinition | undefined {
  if (subject === undefined) return undefined;
  const kind = about === undefined ? Object.values(subjects)[0] : subjects[about];
  if (!kind) throw new Error(`there is no kind of data subject ${about ?? ''}`);
  return kind;
}

/** The id of the data subject of a row `item`; NULL where nothing is personal. */
export function subjectColumn({ subject }: RowsDefinition): Sql<string> {
  return subject === undefined ? sql`null` : asSql<string>(`item.${subject}`);
}

/** The id of another row that a row `item` names. */
export function keyColumn({ keys = {} }: RowsDefinition, key: string): Sql<string> {
  return asSql<string>(`item.${keys[key]!}`);
}

/** The id of a row `item`. */
export function itemId({ id = 'id' }: RowsDefinition): Sql<string> {
  return sql`item.${sql.ref(id)}`;
}

/** The table that stores the columns of rows; undefined where the definition does not say. */
export function tableOf({ from, table }: Pick<RowsDefinition, 'from' | 'table'>): string | undefined {
  return table ?? (typeof from === 'string' ? from : undefined);
}

/** The column of a field of a row `item`. */
export function columnOf({ columns }: RowsDefinition, field: string): Sql {
  const column = columns[field] ?? 'null';
  return typeof column === 'string' ? asSql(`item.${column}`) : column;
}
