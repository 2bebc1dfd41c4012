import type { RequestContext } from '../context.ts';
import type { ResidentConnection } from '../generated/schema.ts';
import { PrivacyError } from '../errors.ts';
import type { ResolversParentTypes } from './generated.ts';
import type { CursorBinding } from '../records/cursors.ts';
import type { Page, PageRequest } from '../records/page.ts';
import { DATA_SUBJECT, REPORTED_SUBJECTS, type Row } from '../records/row.ts';

const mostRows = 100;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The fields that every connection has. */
export type Connection = Row<Pick<ResidentConnection, 'edges' | 'pageInfo' | 'totalCount'>>;

type ConnectionName = Extract<keyof ResolversParentTypes, `${string}Connection`>;

/** The list that a cursor is bound to. */
export interface ListName {
  /** The list's schema coordinate. If the list is a field of a row, also the row's id. */
  readonly list: string;
  /** The type of the connection, which tells whether the operation selects `totalCount`. */
  readonly type: ConnectionName;
  readonly filter?: unknown;
  readonly order?: string;
}

/**
 * Answers a Relay connection: decrypts the cursor, reads the page, and encrypts a cursor for each row if cursors are selected.
 * @throws PrivacyError INPUT_INVALID for a `first` outside 1 to 100, CURSOR_INVALID
 */
export async function connect(
  request: RequestContext,
  name: ListName,
  { first, after }: PageArguments,
  read: (page: PageRequest) => Promise<Page>,
): Promise<Connection> {
  if (typeof first !== 'number' || first < 1 || first > mostRows) {
    throw new PrivacyError('INPUT_INVALID', { coordinates: [`${name.list.split(' ')[0]}(first:)`] });
  }
  const binding: CursorBinding = {
    principal: `${request.principal.role} ${request.principal.id ?? ''}`,
    purpose: request.declaration?.purpose ?? '',
    list: name.list,
    filter: name.filter,
    order: name.order ?? '',
  };
  const asks = (type: string, field: string): boolean => request.plan?.fieldsOf(type).has(field) ?? false;
  const cursors = asks(name.type.replace(/Connection$/, 'Edge'), 'cursor');
  const endCursor = asks('PageInfo', 'endCursor');
  const asked: PageRequest = {
    first,
    after: typeof after === 'string' ? request.cursors.open(binding, after) : undefined,
    count: asks(name.type, 'totalCount'),
    ahead: asks('PageInfo', 'hasNextPage'),
    keyless: !cursors && !endCursor,
  };
  const page = await read(asked);
  // Encrypting a cursor costs more than reading its row, and most operations select no cursor.
  const seal = request.cursors.sealer(binding);
  const sealed = cursors ? seal : undefined;
  const last = page.rows.at(-1);
  const edges = page.rows.map((row) => edgeOf(row, sealed));
  return {
    edges,
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: last && endCursor ? (edges.at(-1)?.cursor ?? seal(keysOf(last))) : null },
    totalCount: page.total,
    // Set if `totalCount` or `hasNextPage` was selected, even if empty: `admit` then looks up the reported people.
    ...((asked.count || asked.ahead) && { [REPORTED_SUBJECTS]: page.counted ?? [] }),
  };
}

/** The edge of a row, with its row's data subject. Its cursor is encrypted once it is read, so that a long list can be divided. */
function edgeOf(row: Row, seal: ((keys: readonly string[]) => string) | undefined): { readonly node: Row; readonly cursor?: string } {
  const edge = { node: row, [DATA_SUBJECT]: row[DATA_SUBJECT] };
  if (!seal) return edge;
  let cursor: string | undefined;
  return {
    ...edge,
    get cursor() {
      return (cursor ??= seal(keysOf(row)));
    },
  };
}

/** @throws PrivacyError INTERNAL if the keys were not read */
function keysOf({ pageKey, pageId }: Row): readonly string[] {
  if (pageKey === undefined || pageId === undefined) throw new PrivacyError('INTERNAL');
  return [pageKey, pageId];
}
