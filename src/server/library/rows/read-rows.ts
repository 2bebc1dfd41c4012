import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../../engine/request-context.ts';
import { aboutPerson, type Row } from '../../../engine/rows/row.ts';
import { isUuid } from '../../../platform/sql/is-uuid.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { asSql, factColumn, isInScope, possibleFacts, subjectId, viewerOf, type SubjectsDefinition } from '../subjects.ts';
import { columnOf, itemId, keyColumn, partsOf, subjectColumn, subjectKindOf, type RowParts, type RowsDefinition } from './definition.ts';

// No field of a schema can have these names, so no answer has them.
const itemName = '~id';
const subjectName = '~subject';
const placeName = '~place';
const keyName = (key: string): string => `~key ${key}`;

/** The type whose rows are read, and how. */
export interface Read {
  readonly type: string;
  readonly definition: RowsDefinition;
}

/** A row with its id, that of its data subject, and its keys. */
export type FoundRow = Row & { readonly [itemName]: string; readonly [subjectName]: string | null };

/** Which of the rows, in their order. */
export interface Part {
  /** How many; undefined: all. */
  readonly most?: number;
  /** How many of each data subject; undefined: all. */
  readonly mostOfEach?: number;
  /** The id of the row before the first one; undefined: there is none. */
  readonly after?: string;
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value);
}

/** The coordinate of the field that is resolved. */
export function placeOf({ parentType, fieldName }: GraphQLResolveInfo): string {
  return `${parentType.name}.${fieldName}`;
}

/** The id of a row. */
export function idOf(row: FoundRow): string {
  return row[itemName];
}

/** The id of another row, under one of the keys of a row. */
export function keyOf(row: Row, key: string): unknown {
  return row[keyName(key)];
}

/** The rows of a root field; for every other field, none. */
export function scopeOf(definition: RowsDefinition, request: RequestContext, info: GraphQLResolveInfo): Sql<boolean> {
  const parts = partsOf(request);
  const scope = request.plan?.scopeOf(placeOf(info));
  const kind = subjectKindOf(definition, parts);
  // The start refuses a line that opens such rows under another scope.
  if (!kind) return scope !== undefined && parts.vocabulary.scopes[scope].subjects === 'NONE' ? sql`true` : sql`false`;
  const viewer = viewerOf(request.principal, request.declaration, request.reader.today);
  return isInScope(kind, parts.vocabulary, scope, viewer, request.declaration?.authority?.subjects);
}

/** @returns the id of the data subject of a row, whether or not it may be known of; null: it has none; undefined: there is no such row */
export async function subjectOf({ definition }: Read, id: string, request: RequestContext): Promise<string | null | undefined> {
  const { rows: found } = await sql<{ readonly about: string | null }>`select ${subjectColumn(definition)}::text as about
    from ${asSql(definition.from)} item where ${itemId(definition)} = ${id}::uuid`.execute(request.reader.database);
  return found[0]?.about;
}

/** Whether rows of a type about a data subject would be in the row scope of a root field, and may be known of. */
export async function isSubjectInScope(
  { type, definition }: Read,
  id: string,
  request: RequestContext,
  info: GraphQLResolveInfo,
): Promise<boolean> {
  const parts = partsOf(request);
  const kind = subjectKindOf(definition, parts);
  if (!kind) return false;
  const isAllowed = sql`${scopeOf(definition, request, info)} and ${isDisclosed(type, kind, parts, request)}`;
  const { rows: found } =
    await sql`select from ${asSql(kind.from)} subject where ${subjectId(kind)} = ${id}::uuid and ${isAllowed}`.execute(
      request.reader.database,
    );
  return found.length > 0;
}

/**
 * For which relationships and conditions a coordinate of a row may be disclosed.
 * @param coordinate of a type, for the existence of its rows, or of a field
 * @returns undefined: for all, as nothing in it is personal
 */
function disclosing(
  coordinate: string,
  kind: SubjectsDefinition | undefined,
  { markings }: RowParts,
  { plan }: RequestContext,
): readonly string[] | undefined {
  const marking = markings.outputs.get(coordinate);
  if (!marking) return undefined;
  return (kind ? possibleFacts(kind) : [])
    .filter(({ relationship, conditions }) => plan?.permitTable(relationship, conditions)[marking.index] === 1)
    .map(({ relationship, conditions }) => [relationship, ...conditions].join(' '));
}

/** Whether one of these relationships and conditions holds. The statement is the same for every data subject. */
function holds(facts: readonly string[] | undefined, kind: SubjectsDefinition | undefined, request: RequestContext): Sql<boolean> {
  if (!facts) return sql`true`;
  if (!kind) return sql`false`;
  const { principal, declaration, reader } = request;
  return sql`${factColumn(kind, viewerOf(principal, declaration, reader.today), declaration?.authority?.subjects)} = any(${facts}::text[])`;
}

/** Whether a coordinate of a row may be disclosed. */
function isDisclosed(coordinate: string, kind: SubjectsDefinition | undefined, parts: RowParts, request: RequestContext): Sql<boolean> {
  return holds(disclosing(coordinate, kind, parts, request), kind, request);
}

/** The value of a field. A piece of SQL is not computed of a row that may not show it: that it fails would tell of what is stored. */
function valueOf(
  { type, definition }: Read,
  field: string,
  kind: SubjectsDefinition | undefined,
  parts: RowParts,
  request: RequestContext,
): Sql {
  const column = columnOf(definition, field);
  if (typeof definition.columns[field] === 'string') return column;
  const facts = disclosing(`${type}.${field}`, kind, parts, request);
  const isAlwaysShown = !facts || disclosing(type, kind, parts, request)?.every((fact) => facts.includes(fact));
  return isAlwaysShown ? column : sql`case when ${holds(facts, kind, request)} then ${column} end`;
}

/** The order of rows. Only values that may be disclosed count: the place of a row must not tell a hidden one. */
function orderOf({ type, definition }: Read, kind: SubjectsDefinition | undefined, parts: RowParts, request: RequestContext): Sql {
  const { order } = definition;
  if (order === undefined) return itemId(definition);
  const counts = isDisclosed(`${type}.${order}`, kind, parts, request);
  const direction = definition.isDescending ? sql`desc` : sql`asc`;
  return sql`case when ${counts} then ${columnOf(definition, order)} end ${direction} nulls last, ${itemId(definition)}`;
}

/**
 * Reads rows that may be known of.
 * @param within the row scope, or the ids that are wanted: nothing whose outcome could tell a value
 * @param wanted the application's own choice. It is asked of no other row: an error of it would tell of one.
 */
export async function readRows(
  read: Read,
  request: RequestContext,
  within: Sql<boolean>,
  { most, mostOfEach, after }: Part,
  wanted?: Sql<boolean>,
): Promise<readonly FoundRow[]> {
  const { type, definition } = read;
  const parts = partsOf(request);
  const kind = subjectKindOf(definition, parts);
  const fields = request.plan?.fieldsOf(type) ?? new Set<string>();
  const { columns, keys = {} } = definition;
  const selected = sql.join([
    sql`${itemId(definition)}::text as ${sql.ref(itemName)}`,
    sql`${kind ? subjectId(kind) : sql`null`}::text as ${sql.ref(subjectName)}`,
    ...Object.keys(columns)
      .filter((field) => fields.has(field))
      .map((field) => sql`${valueOf(read, field, kind, parts, request)} as ${sql.ref(field)}`),
    ...Object.keys(keys).map((key) => sql`${keyColumn(definition, key)}::text as "${sql.raw(keyName(key).replaceAll('"', ''))}"`),
  ]);
  const joined = kind ? sql`join ${asSql(kind.from)} subject on ${subjectId(kind)} = ${subjectColumn(definition)}` : sql``;
  const known = sql`${within} and ${isDisclosed(type, kind, parts, request)}`;
  // PostgreSQL may ask the parts of an AND in any order, and those of a CASE in theirs alone.
  const condition = wanted ? sql`case when ${known} then ${wanted} else false end` : known;
  const rest = sql`from ${asSql(definition.from)} item ${joined} where ${condition}`;
  const order = orderOf(read, kind, parts, request);
  const limited = most === undefined ? sql`` : sql`limit ${sql.lit(most)}`;
  const place = sql.ref(placeName);
  const numbered = (each: Sql): Sql =>
    sql`with whole as (select ${selected}, row_number() over (${each} order by ${order}) as ${place} ${rest}) select * from whole`;
  let statement = sql<FoundRow>`select ${selected} ${rest} order by ${order} ${limited}`;
  if (mostOfEach !== undefined)
    statement = sql<FoundRow>`${numbered(sql`partition by ${subjectColumn(definition)}`)} where ${place} <= ${sql.lit(mostOfEach)} order by ${place}`;
  if (after !== undefined) {
    const before = sql`select max(${place}) from whole where ${sql.ref(itemName)} = ${after}`;
    statement = sql<FoundRow>`${numbered(sql``)} where ${place} > (${before}) order by ${place} ${limited}`;
  }
  const { rows: found } = await statement.execute(request.reader.database);
  return found.map((row) => aboutPerson(row, row[subjectName]));
}
