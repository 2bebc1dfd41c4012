import type { RelationshipSource } from '../../engine/application.ts';
import { wordsOf, type Vocabulary } from '../../engine/policy/declaration/vocabulary.ts';
import type { Declaration } from '../../engine/purpose/declaration.ts';
import type { Principal } from '../../engine/purpose/principal.ts';
import type { Condition, Purpose, Relationship, Role, RowScope } from '../../engine/register.ts';
import { factReader, type RelationshipFact } from '../../engine/rows/row.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';

/** The principal as predicates of SQL know it. A member that is null relates to no one. */
export interface Viewer {
  readonly principalId: string | null;
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  /** The declared case, if it is open and the principal's own. */
  readonly caseId: string | null;
  /** The authority of an organisation, if it is in force. */
  readonly authorityId: string | null;
  /** RFC 3339 full-date. */
  readonly today: string;
}

/** Whether a row `subject` is meant. Undefined: it is not. NULL: a relationship does not hold; of a condition, nothing is known. */
export type SubjectPredicate = (viewer: Viewer) => Sql<boolean> | undefined;

/** One kind of data subject: the rows of a table, with their ids. */
export interface SubjectsDefinition {
  /** A table, or a query in parentheses. Predicates know its rows as `subject`. */
  readonly from: string | Sql;
  /** The column of the id, a UUID; default: `id`. */
  readonly id?: string;
  /** By relationship, the closest first; a data subject for whom none holds has the relationship NONE. */
  readonly relationships?: Readonly<Record<string, SubjectPredicate>>;
  /** A data subject with a condition that is NULL shows nothing: a prohibition could depend on it. */
  readonly conditions?: Readonly<Record<string, SubjectPredicate>>;
  /** Whether the principal must see nothing of this data subject, whatever else holds: a conflict of interest. NULL counts as one. */
  readonly conflict?: SubjectPredicate;
}

/** The data subjects of an application, by kind. */
export type Subjects = Readonly<Record<string, SubjectsDefinition>>;

/** A name or a piece of SQL, as SQL. */
export function asSql<Value = unknown>(given: string | Sql<Value>): Sql<Value> {
  return typeof given === 'string' ? (sql.ref(given) as Sql<Value>) : given;
}

/** The id of a row `subject`. */
export function subjectId({ id = 'id' }: SubjectsDefinition): Sql<string> {
  return sql`subject.${sql.ref(id)}`;
}

/** The principal of an operation, for predicates. */
export function viewerOf(principal: Principal, declaration: Declaration | undefined, today: string): Viewer {
  const { openCase, authority, purpose } = declaration ?? {};
  return {
    principalId: principal.id ?? null,
    role: principal.role,
    purpose,
    caseId: openCase?.id ?? null,
    authorityId: authority?.inForce ? authority.id : null,
    today,
  };
}

/** How principals are related to the data subjects of an application, in one statement for each look-up. */
export function relationshipSource(subjects: Subjects, vocabulary: Vocabulary): RelationshipSource {
  const kinds = Object.values(subjects);
  const offers = new Set(['NONE', ...kinds.flatMap(({ relationships = {} }) => Object.keys(relationships))]);
  return {
    offers: wordsOf(vocabulary.relationships).filter((relationship) => offers.has(relationship)),
    async lookUp({ database, today }, principal, declaration, ids) {
      if (principal.id === undefined || kinds.length === 0) return new Map();
      const viewer = viewerOf(principal, declaration, today);
      const named = declaration.authority?.subjects;
      const selects = kinds.map(
        (kind) => sql`
        select ${subjectId(kind)}::text as id, ${factColumn(kind, viewer, named)} as fact
        from ${asSql(kind.from)} subject where ${subjectId(kind)} = any(${[...ids]}::uuid[])`,
      );
      const { rows } = await sql<{ id: string; fact: string | null }>`${sql.join(selects, sql` union all `)}`.execute(database);
      const readFact = factReader();
      const facts = new Map<string, RelationshipFact>();
      const seen = new Set<string>();
      for (const { id, fact } of rows) {
        if (fact !== null && !seen.has(id)) facts.set(id, readFact(fact));
        // A row tells an id and not a kind: of an id that two kinds have, no fact can be told, so nothing is shown.
        else facts.delete(id);
        seen.add(id);
      }
      return facts;
    },
    // Relationships are looked up once for each level of an answer, and not selected with the rows.
    columns: () => undefined,
    columnsOfCase: () => undefined,
  };
}

/** The relationship and the conditions that hold, separated by spaces: one of `possibleFacts`. NULL where a condition is, and in a conflict of interest. */
export function factColumn(kind: SubjectsDefinition, viewer: Viewer, named: ReadonlySet<string> | undefined): Sql<string> {
  const related = Object.entries(kind.relationships ?? {}).map(
    ([name, holds]) => sql`when ${isNamed(kind, named)} and ${holds(viewer) ?? sql`false`} then ${sql.lit(name)}`,
  );
  const relationship = related.length === 0 ? sql`'NONE'` : sql`case ${sql.join(related, sql` `)} else 'NONE' end`;
  const conditions = Object.entries(kind.conditions ?? {}).map(
    ([name, holds]) => sql`case ${holds(viewer) ?? sql`false`} when true then ${sql.lit(` ${name}`)} when false then '' end`,
  );
  const fact = sql<string>`(${sql.join([relationship, ...conditions], sql` || `)})`;
  return kind.conflict ? sql`case when ${withoutConflict(kind, viewer)} then ${fact} end` : fact;
}

/** Every relationship with every choice of conditions that rows of a kind can have. */
export function possibleFacts({ relationships = {}, conditions = {} }: SubjectsDefinition): readonly RelationshipFact[] {
  let chosen: readonly (readonly string[])[] = [[]];
  for (const condition of Object.keys(conditions)) chosen = chosen.flatMap((others) => [others, [...others, condition]]);
  return [...Object.keys(relationships), 'NONE'].flatMap((relationship) =>
    chosen.map((holding) => ({ relationship: relationship as Relationship, conditions: holding as readonly Condition[] })),
  );
}

/** @param named the only data subjects whom an organisation's token names; undefined: all of its authority */
function isNamed(kind: SubjectsDefinition, named: ReadonlySet<string> | undefined): Sql<boolean> {
  return named === undefined ? sql`true` : sql`${subjectId(kind)} = any(${[...named]}::uuid[])`;
}

/** Whether a row `subject` is in a conflict of interest with the principal, who then sees nothing of it. */
export function isInConflict({ conflict }: SubjectsDefinition, viewer: Viewer): Sql<boolean> {
  return conflict ? sql`coalesce(${conflict(viewer) ?? sql`false`}, true)` : sql`false`;
}

function withoutConflict(kind: SubjectsDefinition, viewer: Viewer): Sql<boolean> {
  return sql`not ${isInConflict(kind, viewer)}`;
}

/** Whether a row `subject` is within a row scope: the same for a row that is hidden as for one that does not exist. */
export function isInScope(
  kind: SubjectsDefinition,
  { scopes }: Pick<Vocabulary, 'scopes'>,
  scope: RowScope | undefined,
  viewer: Viewer,
  named: ReadonlySet<string> | undefined,
): Sql<boolean> {
  const description = scope === undefined ? undefined : scopes[scope];
  // Rows without a data subject are not read with one.
  if (!description || description.subjects === 'NONE') return sql`false`;
  const { relationships } = description;
  if (relationships === undefined) return withoutConflict(kind, viewer);
  const related = relationships.map((relationship: Relationship) => kind.relationships?.[relationship]?.(viewer) ?? sql`false`);
  return sql`(${sql.join([sql`false`, ...related], sql` or `)}) and ${isNamed(kind, named)} and ${withoutConflict(kind, viewer)}`;
}
