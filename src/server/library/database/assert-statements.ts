import { wordsOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { sql, type Database, type Sql } from '../../../platform/sql/sql.ts';
import { columnOf, itemId, keyColumn, subjectColumn, subjectKindOf } from '../rows/definition.ts';
import type { RequestContext } from '../../../engine/request-context.ts';
import type { Write } from '../rows/write-rows.ts';
import type { Rows } from '../rows/rows.ts';
import { asSql, subjectId, type SubjectPredicate, type Subjects, type Viewer } from '../subjects.ts';

/** The parts of an application that are SQL. */
export interface StatementParts {
  readonly rows: readonly Rows[];
  readonly subjects: Subjects;
  /** The statements of mutations, by the coordinates of their root fields. */
  readonly writes: ReadonlyMap<string, Write>;
  readonly vocabulary: Pick<Vocabulary, 'roles' | 'purposes'>;
}

/** A piece of SQL within a statement that can be planned, and where the application gives it. */
interface Piece {
  readonly place: string;
  /** @throws anything that the application's own function throws */
  readonly make: () => Sql;
}

const noId = '00000000-0000-0000-0000-000000000000';

/**
 * Plans every piece of SQL of an application as the gateway's role, and runs none. A wrong name, a wrong type or a missing privilege is found
 * at the start, and not by the first request.
 * @param database as the gateway's role
 * @throws PrivacyError APPLICATION_INCOMPLETE naming each piece; foreign errors of PostgreSQL where it cannot be asked
 */
export async function assertStatements(database: Database, parts: StatementParts): Promise<void> {
  const problems: string[] = [];
  const sources = [...Object.entries(parts.subjects).map(subjectSource), ...parts.rows.map((one) => rowSource(one, parts))];
  for (const { source, pieces } of sources) {
    const isSound = await plan(database, source, problems);
    // Where the rows cannot be read, neither can their columns.
    if (isSound) for (const piece of pieces(parts)) await plan(database, piece, problems);
  }
  for (const [place, write] of parts.writes) await planWrite(database, place, write, problems);
  if (problems.length > 0) throw new PrivacyError('APPLICATION_INCOMPLETE', { problems });
}

interface SourceOfRows {
  readonly source: Piece;
  readonly pieces: (parts: StatementParts) => readonly Piece[];
}

function subjectSource([kind, definition]: [string, Subjects[string]]): SourceOfRows {
  const from = sql`from ${asSql(definition.from)} subject`;
  const { relationships = {}, conditions = {}, conflict } = definition;
  const predicates: readonly (readonly [string, SubjectPredicate])[] = [
    ...Object.entries(relationships).map(([name, predicate]) => [`relationships.${name}`, predicate] as const),
    ...Object.entries(conditions).map(([name, predicate]) => [`conditions.${name}`, predicate] as const),
    ...(conflict ? [['conflict', conflict] as const] : []),
  ];
  return {
    source: { place: `subjects.${kind}.from, id`, make: () => sql`select ${subjectId(definition)}::uuid ${from}` },
    pieces: ({ vocabulary }) =>
      predicates.map(([name, predicate]) => ({
        place: `subjects.${kind}.${name}`,
        make: () => {
          const holding = viewersOf(vocabulary).map((viewer) => sql`(${predicate(viewer) ?? sql`false`})`);
          return sql`select 1 ${from} where ${sql.join(holding, sql` or `)}`;
        },
      })),
  };
}

function rowSource({ type, definition }: Rows, { subjects }: StatementParts): SourceOfRows {
  const kind = subjectKindOf(definition, { subjects });
  const about = kind && sql` join ${asSql(kind.from)} subject on ${subjectId(kind)} = ${subjectColumn(definition)}`;
  const from = sql`from ${asSql(definition.from)} item${about ?? sql``}`;
  const { columns, keys = {}, subject } = definition;
  const place = `rows('${type}')`;
  return {
    source: {
      place: `${place}.from, id${subject === undefined ? '' : ', subject'}`,
      make: () => sql`select ${itemId(definition)}::uuid ${from}`,
    },
    pieces: () => [
      ...Object.keys(columns).map((field) => ({
        place: `${place}.columns.${field}`,
        make: () => sql`select ${columnOf(definition, field)} ${from}`,
      })),
      ...Object.keys(keys).map((key) => ({
        place: `${place}.keys.${key}`,
        make: () => sql`select ${keyColumn(definition, key)}::uuid ${from}`,
      })),
    ],
  };
}

/** One viewer of each role for each purpose, with a case and an authority and without. */
function viewersOf({ roles, purposes }: StatementParts['vocabulary']): readonly Viewer[] {
  return wordsOf(roles).flatMap((role) =>
    [undefined, ...wordsOf(purposes)].flatMap((purpose) =>
      [noId, null].map((id) => ({ principalId: id, role, purpose, caseId: id, authorityId: id, today: '2000-01-01' })),
    ),
  );
}

/** SQLSTATEs of a statement that cannot be planned without values: a type that no value tells, and data exceptions. */
const needsValues = /^(42P18|22)/;

/**
 * Plans the statement of a mutation, with NULL for each argument. One that needs more of its request, or values, is left to its first
 * request.
 */
async function planWrite(database: Database, place: string, write: Write, problems: string[]): Promise<void> {
  const now = new Date(0);
  const request = { principal: { id: noId }, now, newId: () => noId, reader: { now, today: '2000-01-01' }, declaration: {} };
  let statement: Sql;
  try {
    statement = write(new Proxy({}, { get: () => null }), request as unknown as RequestContext);
  } catch {
    return;
  }
  await plan(database, { place, make: () => statement }, problems, needsValues);
}

/** @returns whether it can be planned; if not, a problem was added */
async function plan(database: Database, { place, make }: Piece, problems: string[], ignored?: RegExp): Promise<boolean> {
  let statement: Sql;
  try {
    statement = make();
  } catch (error) {
    problems.push(`${place}: it throws: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  try {
    await sql`explain ${statement}`.execute(database);
    return true;
  } catch (error) {
    const { code, message, hint } = error as { readonly code?: unknown; readonly message: string; readonly hint?: string };
    // SQLSTATE 22 and 42: the statement's own mistakes. With any other, PostgreSQL could not be asked.
    if (typeof code !== 'string' || !/^(22|42|0A|3F)/.test(code)) throw error;
    if (ignored?.test(code)) return false;
    problems.push(
      `${place}: ${message}${code === '42501' ? ' for the gateway’s role: grant it in a migration of `tables`' : ''}${hint ? ` (${hint})` : ''}`,
    );
    return false;
  }
}
