import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { defaultPage, largestPage } from '../../../engine/document/page-sizes.ts';
import type { GraphQLContext, RequestContext } from '../../../engine/request-context.ts';
import { aboutPerson, DATA_SUBJECT, type Row } from '../../../engine/rows/row.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { itemId, subjectColumn, type RowsDefinition } from './definition.ts';
import { idOf, isId, isSubjectInScope, keyOf, placeOf, readRows, scopeOf, subjectOf, type FoundRow, type Part } from './read-rows.ts';
import { noteReturned, type Returned } from './returned.ts';
import { refusedStatement, writeRow, type Write } from './write-rows.ts';

/** Which rows, beyond the row scope; it is asked only of rows that may be known of. @returns undefined: all of them */
export type Where = (given: Readonly<Record<string, unknown>>, request: RequestContext) => Sql<boolean> | undefined;

type Resolver<Result> = GraphQLFieldResolver<Row, GraphQLContext, Record<string, unknown>, Promise<Result>>;

/**
 * Resolvers for the rows of a type. Each row is stamped with its data subject, is within the row scope of the root field, and has only the
 * columns that the operation may see: a resolver made here cannot forget it.
 */
export interface Rows {
  readonly type: string;
  readonly definition: RowsDefinition;
  /** For a root field: a list, in order. @param most rows; default: 100. A document counts as many. */
  list(where?: Where, most?: number): Resolver<readonly Row[]>;
  /**
   * For a root field with the arguments `first: Int` and `after: ID`: a part of the list, from behind the row with that id. A hidden row and a
   * missing one have none behind them. Without `first`, 20 rows come. @param most rows that `first` can ask for, at most and by default 100
   */
  page(where?: Where, most?: number): Resolver<readonly Row[]>;
  /** For a root field: the first row, in order. */
  first(where?: Where): Resolver<Row | null>;
  /** For a root field: the row whose id is an argument; default: `id`. */
  one(argument?: string): Resolver<Row | null>;
  /** For a field of a row about the same data subject: that data subject's rows. @param most rows; default: 100. A document counts as many. */
  ofSubject(most?: number): Resolver<readonly Row[] | null>;
  /** For a field of a row about the same data subject: the first of that data subject's rows, in order. */
  firstOfSubject(): Resolver<Row | null>;
  /** For a field of a row: the row that it names by one of its keys. */
  by(key: string): Resolver<Row | null>;
  /**
   * For a root field of the mutation: changes the row whose id is an argument, and returns it as it may be seen then: null where it is gone.
   * A row outside the row scope is NOT_FOUND and nothing is changed. So is one that would become another person's outside it, and one whose
   * change a constraint refuses. The statement returns the column `id`.
   * @param argument default: `id`
   */
  change(write: Write, argument?: string): Resolver<Row | null>;
  /**
   * For a root field of the mutation: adds a row about the data subject whose id is an argument, and returns it. A data subject outside the row
   * scope is NOT_FOUND, and nothing is added; so it is where a constraint refuses the row. The statement returns the column `id`.
   */
  add(argument: string, write: Write): Resolver<Row>;
}

const usualMost = 100;

/** Says how the rows of a type are read, and makes their resolvers. */
export function rows(type: string, definition: RowsDefinition): Rows {
  const read = { type, definition };
  const readOf = async (ids: readonly string[], of: Sql<string>, part: Part, request: RequestContext): Promise<readonly FoundRow[]> =>
    readRows(read, request, sql`${of} = any(${[...ids]}::uuid[])`, part);
  const inScope = (
    given: Readonly<Record<string, unknown>>,
    request: RequestContext,
    info: GraphQLResolveInfo,
    part: Part,
    where?: Where,
  ): Promise<readonly FoundRow[]> => readRows(read, request, scopeOf(definition, request, info), part, where?.(given, request));
  const ofSubject = async (row: Row, request: RequestContext, info: GraphQLResolveInfo, most: number): Promise<readonly Row[] | null> => {
    const about = row[DATA_SUBJECT];
    if (about === undefined || definition.subject === undefined) return null;
    const load = async (ids: readonly string[]): Promise<ReadonlyMap<string, readonly FoundRow[]>> =>
      Map.groupBy(await readOf(ids, subjectColumn(definition), { mostOfEach: most }, request), (one) => one[DATA_SUBJECT] ?? '');
    return (await request.loaders.load(`rows of ${placeOf(info)}`, about, load)) ?? [];
  };
  const find = async (id: unknown, request: RequestContext, info: GraphQLResolveInfo): Promise<FoundRow | undefined> => {
    const wanted = sql`${itemId(definition)} = ${isId(id) ? id : null}::uuid`;
    const [found] = await readRows(read, request, sql`${scopeOf(definition, request, info)} and ${wanted}`, { most: 1 });
    return found;
  };
  /** Reads as much as may be seen of a row that a change has taken out of the row scope. */
  const remaining = async (before: FoundRow, request: RequestContext): Promise<Row | null> => {
    const about = await subjectOf(read, idOf(before), request);
    if (about === undefined) return null;
    if (about !== (before[DATA_SUBJECT] ?? null)) throw new PrivacyError('NOT_FOUND');
    const [found] = await readOf([idOf(before)], itemId(definition), {}, request);
    return found ?? aboutPerson({}, about);
  };
  const one = <Result>(resolver: Resolver<Result>, what: Omit<Returned, 'type' | 'most'> = {}): Resolver<Result> =>
    noteReturned(resolver, { type, ...what });
  const many = <Result>(most: number, resolver: Resolver<Result>, takes: Readonly<Record<string, string>> = {}): Resolver<Result> =>
    noteReturned(resolver, { type, most, takes });
  return {
    type,
    definition,
    list: (where, most = usualMost) => many(most, async (_row, given, { request }, info) => inScope(given, request, info, { most }, where)),
    page: (where, most = largestPage) =>
      many(
        most,
        async (_row, given, { request }, info) => {
          const { first, after } = given;
          const asked = typeof first === 'number' ? Math.max(0, first) : defaultPage;
          const part = { most: Math.min(asked, most, largestPage), ...(typeof after === 'string' && { after }) };
          return inScope(given, request, info, part, where);
        },
        { first: 'Int', after: 'ID' },
      ),
    first: (where) =>
      one(async (_row, given, { request }, info) => {
        const [found] = await inScope(given, request, info, { most: 1 }, where);
        return found ?? null;
      }),
    one: (argument = 'id') => one(async (_row, given, { request }, info) => (await find(given[argument], request, info)) ?? null),
    ofSubject: (most = usualMost) => many(most, async (row, _given, { request }, info) => ofSubject(row, request, info, most)),
    firstOfSubject: () => one(async (row, _given, { request }, info) => (await ofSubject(row, request, info, 1))?.[0] ?? null),
    by: (key) =>
      one(
        async (row, _given, { request }, info) => {
          const id = keyOf(row, key);
          if (!isId(id)) return null;
          const load = async (ids: readonly string[]): Promise<ReadonlyMap<string, FoundRow>> =>
            new Map((await readOf(ids, itemId(definition), {}, request)).map((found) => [idOf(found), found]));
          return (await request.loaders.load(`rows of ${placeOf(info)}`, id, load)) ?? null;
        },
        { key },
      ),
    change: (write, argument = 'id') =>
      one(
        async (_row, given, { request }, info) => {
          const before = foundOrRefused(await find(given[argument], request, info));
          const id = await writeRow(write, before[DATA_SUBJECT], given, request, info);
          if (id === undefined) throw new PrivacyError('NOT_FOUND');
          if (id !== idOf(before)) throw refusedStatement(placeOf(info), 'it wrote another row than the one that was asked for');
          return (await find(id, request, info)) ?? (await remaining(before, request));
        },
        { write, canHide: true },
      ),
    add: (argument, write) =>
      one(
        async (_row, given, { request }, info) => {
          const id = given[argument];
          const isAllowed = isId(id) && (await isSubjectInScope(read, id, request, info));
          if (!isAllowed) throw new PrivacyError('NOT_FOUND');
          return foundOrRefused(await find(await writeRow(write, id, given, request, info), request, info));
        },
        { needsSubject: true, write },
      ),
  };
}

/** @throws PrivacyError NOT_FOUND, with which the change is undone */
function foundOrRefused(row: FoundRow | undefined): FoundRow {
  if (!row) throw new PrivacyError('NOT_FOUND');
  return row;
}
