import type { RequestContext } from '../context.ts';
import { PrivacyError } from '../errors.ts';
import type { CursorBinding } from '../records/cursors.ts';
import type { Page, PagedRow, PageRequest } from '../records/page.ts';
import { DATA_SUBJECT, TOLD_OF, type Row } from '../records/row.ts';

const mostRows = 100;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A list by what its cursors are bound to. */
export interface ListName {
  /** Schema coordinate, with the parent's id where the list is below a row. */
  readonly list: string;
  /** The type of the connection, to know whether the count is asked for. */
  readonly type: string;
  readonly filter?: unknown;
  readonly order?: string;
}

/**
 * Answers a Relay connection: opens the cursor, reads the page, seals each row's cursor.
 * @throws PrivacyError INPUT_INVALID for a `first` outside 1 to 100, CURSOR_INVALID
 */
export async function connect(
  request: RequestContext,
  name: ListName,
  { first, after }: PageArguments,
  read: (page: PageRequest) => Promise<Page>,
): Promise<Row> {
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
  const page = await read({
    first,
    after: typeof after === 'string' ? request.cursors.open(binding, after) : undefined,
    count: request.plan?.fieldsOf(name.type).has('totalCount') ?? false,
    ahead: request.plan?.fieldsOf('PageInfo').has('hasNextPage') ?? false,
  });
  const seal = (row: PagedRow): string => request.cursors.seal(binding, [row.pageKey, row.pageId]);
  const edges = page.rows.map((row) => {
    // An edge is about the same person as its row, wherever edges have a data subject at all.
    return { cursor: seal(row), node: row, [DATA_SUBJECT]: row[DATA_SUBJECT] };
  });
  return {
    edges,
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.total,
    [TOLD_OF]: page.counted ?? [],
  };
}
