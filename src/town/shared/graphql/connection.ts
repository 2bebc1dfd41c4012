import { DATA_SUBJECT, REPORTED_SUBJECTS } from '../../../engine/rows/row.ts';
import type { RequestContext } from '../../../engine/request-context.ts';
import type { ServiceConnection } from './generated/schema.ts';
import type { ErrorReason } from '../../../platform/errors/error-reasons.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { defaultPage, largestPage } from '../../../engine/document/page-sizes.ts';
import type { ResolversParentTypes } from './generated/resolvers.ts';
import type { CursorBinding } from '../../../engine/rows/cursors.ts';
import type { Page, PageRequest } from '../rows/page.ts';
import type { Row } from '../rows/row.ts';

/** The arguments of a page, as `parse-schema.ts` adds them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** The fields that every connection has. */
export type Connection = Row<Pick<ServiceConnection, 'edges' | 'pageInfo' | 'totalCount'>>;

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
 * Answers a Relay connection (Relay Cursor Connections): decrypts the cursors, reads the page, and encrypts a cursor for each row if
 * cursors are selected. When paging towards the end, `hasPreviousPage` says whether there is an `after`, whose row precedes the page.
 * Looking for rows there would give the same answer and take another statement. The same holds for `hasNextPage` when paging towards the
 * beginning.
 * @throws PrivacyError INPUT_INVALID for a size outside 1 to 100, or both `first` and `last`; CURSOR_INVALID
 */
export async function connect(
  request: RequestContext,
  name: ListName,
  asked: PageArguments,
  read: (page: PageRequest) => Promise<Page>,
): Promise<Connection> {
  const { size, backward } = sizeOf(name, asked);
  const binding: CursorBinding = {
    principal: `${request.principal.role} ${request.principal.id ?? ''}`,
    purpose: request.declaration?.purpose ?? '',
    list: name.list,
    filter: name.filter,
    order: name.order ?? '',
  };
  const asks = (type: string, field: string): boolean => request.plan?.fieldsOf(type).has(field) ?? false;
  const cursors = asks(name.type.replace(/Connection$/, 'Edge'), 'cursor');
  const ends = asks('PageInfo', 'startCursor') || asks('PageInfo', 'endCursor');
  const open = (cursor: string | null | undefined) => (typeof cursor === 'string' ? request.cursors.open(binding, cursor) : undefined);
  const wanted: PageRequest = {
    size,
    backward,
    after: open(asked.after),
    before: open(asked.before),
    count: asks(name.type, 'totalCount'),
    ahead: asks('PageInfo', backward ? 'hasPreviousPage' : 'hasNextPage'),
    keyless: !cursors && !ends,
  };
  const page = await read(wanted);
  // Encrypting a cursor costs more than reading its row, and most operations select no cursor.
  const seal = request.cursors.sealer(binding);
  const sealed = cursors ? seal : undefined;
  const edges = page.rows.map((row) => edgeOf(row, sealed));
  const cursorAt = (place: 0 | -1): string | null => {
    const row = page.rows.at(place);
    return row && ends ? (edges.at(place)?.cursor ?? seal(keysOf(row))) : null;
  };
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? wanted.before !== undefined : page.hasMore,
      hasPreviousPage: backward ? page.hasMore : wanted.after !== undefined,
      startCursor: cursorAt(0),
      endCursor: cursorAt(-1),
    },
    // Null only for lists of people, whose types allow it (`Listing.mostCounted`, `countedPeople`).
    totalCount: page.total as number,
    // Set if `totalCount` or whether there are more rows was selected, even if empty: `admit` then looks up the reported people.
    ...((wanted.count || wanted.ahead) && { [REPORTED_SUBJECTS]: page.counted ?? [] }),
  };
}

/** @throws PrivacyError INPUT_INVALID with the coordinates of the arguments */
function sizeOf({ list }: ListName, { first, last }: PageArguments): Required<Pick<PageRequest, 'size' | 'backward'>> {
  const refused = (reason: ErrorReason, ...names: readonly (keyof PageArguments)[]): PrivacyError =>
    new PrivacyError('INPUT_INVALID', { reason, coordinates: names.map((name) => `${list.split(' ')[0]}(${name}:)`) });
  if (typeof first === 'number' && typeof last === 'number') throw refused('NOT_HERE', 'first', 'last');
  const backward = typeof last === 'number';
  const size = last ?? first ?? defaultPage;
  if (size < 1 || size > largestPage) throw refused('PAGE_SIZE', backward ? 'last' : 'first');
  return { size, backward };
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
