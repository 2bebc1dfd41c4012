import type { Markings } from '../../../../engine/markings/markings.ts';
import type { Policy } from '../../../../engine/policy/declaration/policy.ts';
import { wordsOf } from '../../../../engine/policy/declaration/vocabulary.ts';
import { factReader } from '../../../../engine/rows/row.ts';
import { sql, type Database } from '../../../../platform/sql/sql.ts';
import { columnOf, itemId, subjectColumn, subjectKindOf } from '../../rows/definition.ts';
import type { Rows } from '../../rows/rows.ts';
import { asSql, factColumn, isInConflict, isInScope, subjectId, type Subjects } from '../../subjects.ts';
import { expectedCategories } from './expected-view.ts';
import type { Placed } from '../standpoint.ts';
import { failToRead } from './fail-to-read.ts';

/** The parts of an application that its records are read by. */
export interface RecordParts {
  readonly rows: readonly Rows[];
  readonly subjects: Subjects;
  readonly policy: Policy;
  readonly markings: Pick<Markings, 'outputs'>;
}

/** A row as a standpoint is expected to see it. */
export interface ExpectedRow {
  readonly type: string;
  readonly id: string;
  /** Whether its existence may be disclosed. */
  readonly isVisible: boolean;
  /** The row scopes that it is in. */
  readonly scopes: ReadonlySet<string>;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether the value of a field may be seen. */
  sees(field: string): boolean;
}

/**
 * Reads every row of an application, with what a standpoint is expected to see of it.
 * @param database as the role that owns the tables
 */
export async function readRecords(database: Database, parts: RecordParts, placed: Placed): Promise<readonly ExpectedRow[]> {
  const found: ExpectedRow[] = [];
  for (const one of parts.rows) found.push(...(await readRowsOf(database, one, parts, placed)));
  return found;
}

async function readRowsOf(
  database: Database,
  { type, definition }: Rows,
  { subjects, policy, markings }: RecordParts,
  placed: Placed,
): Promise<readonly ExpectedRow[]> {
  const kind = subjectKindOf(definition, { subjects });
  // In rows without a data subject nothing is personal.
  if (!kind) return [];
  const { viewer } = placed;
  const scopes = wordsOf(policy.vocabulary.scopes);
  const selected = [
    sql`${itemId(definition)}::text as "~id"`,
    sql`${factColumn(kind, viewer, undefined)} as "~fact"`,
    sql`${isInConflict(kind, viewer)} as "~conflict"`,
    ...scopes.map((scope) => sql`${isInScope(kind, policy.vocabulary, scope, viewer, undefined)} as ${sql.ref(`~scope ${scope}`)}`),
    ...Object.keys(definition.columns).map((field) => sql`${columnOf(definition, field)} as ${sql.ref(field)}`),
  ];
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(selected)}
    from ${asSql(definition.from)} item join ${asSql(kind.from)} subject on ${subjectId(kind)} = ${subjectColumn(definition)}
    order by ${itemId(definition)}`
    .execute(database)
    .catch((error: unknown) => failToRead(error, placed, `rows('${type}')`));
  const readFact = factReader();
  return rows.map((row) => {
    const fact = readFact(String(row['~fact']));
    const seen = row['~conflict'] === true ? new Set<string>() : expectedCategories(policy, placed, fact);
    const isSeen = (coordinate: string): boolean => {
      const category = markings.outputs.get(coordinate)?.category;
      return category === undefined || seen.has(category);
    };
    const isVisible = row['~conflict'] !== true && isSeen(type);
    return {
      type,
      id: String(row['~id']),
      isVisible,
      scopes: new Set(scopes.filter((scope) => row[`~scope ${scope}`] === true)),
      values: Object.fromEntries(Object.keys(definition.columns).map((field) => [field, row[field]])),
      sees: (field) => isVisible && isSeen(`${type}.${field}`),
    };
  });
}
