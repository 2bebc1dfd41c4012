import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { Markings } from '../../engine/markings/markings.ts';
import type { GraphQLContext, RequestContext } from '../../engine/request-context.ts';
import type { Vocabulary } from '../../engine/policy/declaration/vocabulary.ts';
import { aboutPerson, DATA_SUBJECT, type Row } from '../../engine/rows/row.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import { asSql, factColumn, isInScope, possibleFacts, subjectId, viewerOf, type Subjects, type SubjectsDefinition } from './subjects.ts';

/** How the rows of a type are read. Pieces of SQL know a row as `item`, and its data subject as `subject`. */
export interface RowsDefinition {
  /** A table, or a query in parentheses. */
  readonly from: string | Sql;
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

/** Which rows, beyond the row scope. @returns undefined: all of them */
export type Where = (given: Readonly<Record<string, unknown>>, request: RequestContext) => Sql<boolean> | undefined;

type Resolver<Result> = GraphQLFieldResolver<Row, GraphQLContext, Record<string, unknown>, Promise<Result>>;

/**
 * Resolvers for the rows of a type. Each row is stamped with its data subject, is within the row scope of the root field, and has only the
 * columns that the operation may see: a resolver made here cannot forget it.
 */
export interface Rows {
  readonly type: string;
  readonly definition: RowsDefinition;
  /** For a root field: a list, in order. @param most rows; default: 100 */
  list(where?: Where, most?: number): Resolver<readonly Row[]>;
  /**
   * For a root field with the arguments `first: Int` and `after: ID`: a part of the list, from behind the row with that id. A hidden row and a
   * missing one have none behind them. @param most rows that `first` can ask for, and that come without it; default: 100
   */
  page(where?: Where, most?: number): Resolver<readonly Row[]>;
  /** For a root field: the first row, in order. */
  first(where?: Where): Resolver<Row | null>;
  /** For a root field: the row whose id is an argument; default: `id`. */
  one(argument?: string): Resolver<Row | null>;
  /** For a field of a row about the same data subject: all of that data subject's rows. */
  ofSubject(most?: number): Resolver<readonly Row[] | null>;
  /** For a field of a row about the same data subject: the first of that data subject's rows, in order. */
  firstOfSubject(): Resolver<Row | null>;
  /** For a field of a row: the row that it names by one of its keys. */
  by(key: string): Resolver<Row | null>;
  /**
   * For a root field of the mutation: changes the row whose id is an argument, and returns it as it is then. Outside the row scope, before or
   * after, it is NOT_FOUND and nothing is changed. @param argument default: `id`
   */
  change(write: Write, argument?: string): Resolver<Row>;
  /**
   * For a root field of the mutation: adds a row about the data subject whose id is an argument, and returns it. A data subject outside the row
   * scope is NOT_FOUND, and nothing is added. @param write an INSERT that returns the column `id`
   */
  add(argument: string, write: Write): Resolver<Row>;
}

/** A statement that changes rows. The gateway's role needs the privilege. */
export type Write = (given: Readonly<Record<string, unknown>>, request: RequestContext) => Sql;

/** The rows that a resolver of `rows` returns. */
export interface Returned {
  readonly type: string;
  readonly isList: boolean;
  /** The key of the row above; undefined: it needs none. */
  readonly key?: string | undefined;
  /** The arguments that its field must have, by their types. */
  readonly takes?: Readonly<Record<string, string>>;
}

const returned = new WeakMap<object, Returned>();

/** @returns undefined for a resolver that was not made by `rows` */
export function returnedBy(resolver: unknown): Returned | undefined {
  return typeof resolver === 'function' ? returned.get(resolver) : undefined;
}

/** The parts that resolvers of rows share. */
export interface RowParts {
  readonly markings: Pick<Markings, 'outputs'>;
  readonly subjects: Subjects;
  readonly vocabulary: Pick<Vocabulary, 'scopes'>;
}

// No field of a schema can have these names, so no answer has them.
const itemName = '~id';
const subjectName = '~subject';
const placeName = '~place';
const keyName = (key: string): string => `~key ${key}`;
const usualMost = 100;

/** Says how the rows of a type are read, and makes their resolvers. */
export function rows(type: string, definition: RowsDefinition): Rows {
  const read = (request: RequestContext, where: Sql<boolean>, part: Part): Promise<readonly FoundRow[]> =>
    readRows({ type, definition }, request, where, part);
  const scoped = (request: RequestContext, info: GraphQLResolveInfo): Sql<boolean> => scopeOf(definition, request, info);
  const ofSubject = async (row: Row, request: RequestContext, info: GraphQLResolveInfo): Promise<readonly FoundRow[] | null> => {
    const about = row[DATA_SUBJECT];
    if (about === undefined || definition.subject === undefined) return null;
    const load = async (ids: readonly string[]): Promise<ReadonlyMap<string, readonly FoundRow[]>> => {
      const found = await read(request, sql`${subjectColumn(definition)} = any(${[...ids]}::uuid[])`, {});
      return Map.groupBy(found, (one) => one[DATA_SUBJECT] ?? '');
    };
    return (await request.loaders.load(`rows of ${placeOf(info)}`, about, load)) ?? [];
  };
  const find = async (id: unknown, request: RequestContext, info: GraphQLResolveInfo): Promise<FoundRow | null> => {
    const wanted = sql`${itemId(definition)} = ${isId(id) ? id : null}::uuid`;
    const [found] = await read(request, sql`${scoped(request, info)} and ${wanted}`, { most: 1 });
    return found ?? null;
  };
  const note = <Result>(isList: boolean, resolver: Resolver<Result>, needs: Omit<Returned, 'type' | 'isList'> = {}): Resolver<Result> => {
    returned.set(resolver, { type, isList, ...needs });
    return resolver;
  };
  return {
    type,
    definition,
    list: (where, most = usualMost) =>
      note(true, async (_row, given, { request }, info) => {
        const wanted = where?.(given, request) ?? sql`true`;
        return read(request, sql`${scoped(request, info)} and ${wanted}`, { most });
      }),
    page: (where, most = usualMost) =>
      note(
        true,
        async (_row, given, { request }, info) => {
          const { first, after } = given;
          const wanted = where?.(given, request) ?? sql`true`;
          const part = {
            most: typeof first === 'number' ? Math.max(0, Math.min(first, most)) : most,
            ...(typeof after === 'string' && { after }),
          };
          return read(request, sql`${scoped(request, info)} and ${wanted}`, part);
        },
        { takes: { first: 'Int', after: 'ID' } },
      ),
    first: (where) =>
      note(false, async (_row, given, { request }, info) => {
        const [found] = await read(request, sql`${scoped(request, info)} and ${where?.(given, request) ?? sql`true`}`, { most: 1 });
        return found ?? null;
      }),
    one: (argument = 'id') => note(false, async (_row, given, { request }, info) => find(given[argument], request, info)),
    ofSubject: (most = usualMost) =>
      note(true, async (row, _given, { request }, info) => (await ofSubject(row, request, info))?.slice(0, most) ?? null),
    firstOfSubject: () => note(false, async (row, _given, { request }, info) => (await ofSubject(row, request, info))?.[0] ?? null),
    by: (key) =>
      note(
        false,
        async (row, _given, { request }, info) => {
          const id = row[keyName(key)];
          if (!isId(id)) return null;
          const load = async (ids: readonly string[]): Promise<ReadonlyMap<string, FoundRow>> => {
            const found = await read(request, sql`${itemId(definition)} = any(${[...ids]}::uuid[])`, {});
            return new Map(found.map((one) => [one[itemName], one]));
          };
          return (await request.loaders.load(`rows of ${placeOf(info)}`, id, load)) ?? null;
        },
        { key },
      ),
    change: (write, argument = 'id') =>
      note(false, async (_row, given, { request }, info) => {
        const id = given[argument];
        if (!(await find(id, request, info))) throw new PrivacyError('NOT_FOUND');
        await write(given, request).execute(request.reader.database);
        return foundOrRefused(await find(id, request, info));
      }),
    add: (argument, write) =>
      note(false, async (_row, given, { request }, info) => {
        if (!(await isSubjectInScope({ type, definition }, given[argument], request, info))) throw new PrivacyError('NOT_FOUND');
        const { rows: made } = await write(given, request).execute(request.reader.database);
        const [row] = made as readonly { readonly id?: unknown }[];
        return foundOrRefused(await find(row?.id, request, info));
      }),
  };
}

type FoundRow = Row & { readonly [itemName]: string; readonly [subjectName]: string | null };

/** Which of the rows, in their order. */
interface Part {
  /** Undefined: all. */
  readonly most?: number;
  /** The id of the row before the first one; undefined: there is none. */
  readonly after?: string;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value);
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

/** @throws PrivacyError NOT_FOUND, with which the change is undone */
function foundOrRefused(row: FoundRow | null): FoundRow {
  if (!row) throw new PrivacyError('NOT_FOUND');
  return row;
}

function placeOf({ parentType, fieldName }: GraphQLResolveInfo): string {
  return `${parentType.name}.${fieldName}`;
}

function partsOf({ application }: RequestContext): RowParts {
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

/** The rows of a root field; for every other field, none. */
function scopeOf(definition: RowsDefinition, request: RequestContext, info: GraphQLResolveInfo): Sql<boolean> {
  const parts = partsOf(request);
  const scope = request.plan?.scopeOf(placeOf(info));
  const kind = subjectKindOf(definition, parts);
  // The start refuses a line that opens such rows under another scope.
  if (!kind) return scope !== undefined && parts.vocabulary.scopes[scope].subjects === 'NONE' ? sql`true` : sql`false`;
  const viewer = viewerOf(request.principal, request.declaration, request.reader.today);
  return isInScope(kind, parts.vocabulary, scope, viewer, request.declaration?.authority?.subjects);
}

/** Whether rows of a type about a data subject would be in the row scope of a root field, and may be known of. */
async function isSubjectInScope(
  { type, definition }: Read,
  id: unknown,
  request: RequestContext,
  info: GraphQLResolveInfo,
): Promise<boolean> {
  const parts = partsOf(request);
  const kind = subjectKindOf(definition, parts);
  if (!kind || !isId(id)) return false;
  const isAllowed = sql`${scopeOf(definition, request, info)} and ${isDisclosed(type, kind, parts, request)}`;
  const { rows: found } =
    await sql`select from ${asSql(kind.from)} subject where ${subjectId(kind)} = ${id}::uuid and ${isAllowed}`.execute(
      request.reader.database,
    );
  return found.length > 0;
}

/**
 * Whether a coordinate of a row may be disclosed. The statement is the same for every data subject.
 * @param coordinate of a type, for the existence of its rows, or of a field
 */
function isDisclosed(
  coordinate: string,
  kind: SubjectsDefinition | undefined,
  { markings }: RowParts,
  request: RequestContext,
): Sql<boolean> {
  const { plan, principal, declaration, reader } = request;
  const marking = markings.outputs.get(coordinate);
  if (!marking) return sql`true`;
  if (!kind) return sql`false`;
  const disclosed = possibleFacts(kind).filter(
    ({ relationship, conditions }) => plan?.permitTable(relationship, conditions)[marking.index] === 1,
  );
  const texts = disclosed.map(({ relationship, conditions }) => [relationship, ...conditions].join(' '));
  return sql`${factColumn(kind, viewerOf(principal, declaration, reader.today), declaration?.authority?.subjects)} = any(${texts}::text[])`;
}

/** The order of rows. Only values that may be disclosed count: the place of a row must not tell a hidden one. */
function orderOf({ type, definition }: Read, kind: SubjectsDefinition | undefined, parts: RowParts, request: RequestContext): Sql {
  const { order } = definition;
  if (order === undefined) return itemId(definition);
  const counts = isDisclosed(`${type}.${order}`, kind, parts, request);
  const direction = definition.isDescending ? sql`desc` : sql`asc`;
  return sql`case when ${counts} then ${columnOf(definition, order)} end ${direction} nulls last, ${itemId(definition)}`;
}

/** The column of a field of a row `item`. */
export function columnOf({ columns }: RowsDefinition, field: string): Sql {
  const column = columns[field] ?? 'null';
  return typeof column === 'string' ? asSql(`item.${column}`) : column;
}

/** The type whose rows are read, and how. */
type Read = Pick<Rows, 'type' | 'definition'>;

async function readRows(read: Read, request: RequestContext, where: Sql<boolean>, { most, after }: Part): Promise<readonly FoundRow[]> {
  const { type, definition } = read;
  const parts = partsOf(request);
  const kind = subjectKindOf(definition, parts);
  const wanted = request.plan?.fieldsOf(type) ?? new Set<string>();
  const { columns, keys = {} } = definition;
  const selected = [
    sql`${itemId(definition)}::text as ${sql.ref(itemName)}`,
    sql`${kind ? subjectId(kind) : sql`null`}::text as ${sql.ref(subjectName)}`,
    ...Object.keys(columns)
      .filter((field) => wanted.has(field))
      .map((field) => sql`${columnOf(definition, field)} as ${sql.ref(field)}`),
    ...Object.keys(keys).map((key) => sql`${keyColumn(definition, key)}::text as "${sql.raw(keyName(key).replaceAll('"', ''))}"`),
  ];
  const joined = kind ? sql`join ${asSql(kind.from)} subject on ${subjectId(kind)} = ${subjectColumn(definition)}` : sql``;
  const rest = sql`from ${asSql(definition.from)} item ${joined} where ${where} and ${isDisclosed(type, kind, parts, request)}`;
  const order = orderOf(read, kind, parts, request);
  const limited = most === undefined ? sql`` : sql`limit ${sql.lit(most)}`;
  const statement =
    after === undefined
      ? sql<FoundRow>`select ${sql.join(selected)} ${rest} order by ${order} ${limited}`
      : sql<FoundRow>`
        with whole as (select ${sql.join(selected)}, row_number() over (order by ${order}) as ${sql.ref(placeName)} ${rest})
        select * from whole where ${sql.ref(placeName)} > (select ${sql.ref(placeName)} from whole where ${sql.ref(itemName)} = ${after})
        order by ${sql.ref(placeName)} ${limited}`;
  const { rows: found } = await statement.execute(request.reader.database);
  return found.map((row) => aboutPerson(row, row[subjectName]));
}
