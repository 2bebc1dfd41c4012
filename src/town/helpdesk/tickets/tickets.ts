import type { Reader, RelationshipColumns } from '../../../engine/rows/reader.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { QueryTicketsArgs, RowScope, Ticket } from '../../shared/graphql/generated/schema.ts';
import { careIncludesSupport } from '../care-for-support.ts';
import { isAssignedAs } from '../case-assignment.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { countedPeople } from '../../history/log/counted-people.ts';
import { readFirstPages, type NestedListing } from '../../shared/rows/first-pages.ts';
import { readPage, type Listing, type Page, type PageRequest } from '../../shared/rows/page.ts';
import { relationshipName } from '../../shared/access/relationship-name.ts';
import type { Row } from '../../shared/rows/row.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';
import { isTicketSealed } from '../sensitive-tickets.ts';
import { unreadSince } from '../messages/unread-since.ts';

const columns: Columns<Ticket, 'id' | 'unreadSince'> = {
  number: sql`ticket.number`,
  topic: sql`ticket.topic`,
  status: sql`case when ticket.closed_at is null then 'OPEN' else 'CLOSED' end`,
  openedAt: sql`ticket.opened_at`,
  closedAt: sql`ticket.closed_at`,
  // The employee's id: the resolver loads the row by it.
  assignee: sql`ticket.assignee_id`,
  subject: sql`ticket.subject`,
  sensitive: sql`ticket.sensitive`,
};

export const ticketsWithResident = sql`recreation.ticket ticket join recreation.resident resident on resident.id = ticket.resident_id`;

/**
 * Whether a ticket is within a scope, as a predicate over `ticketsWithResident`. A guardian reaches a minor's ticket only if the
 * guardianship has the area SUPPORT_HISTORY and the ticket is not sealed.
 */
export function ticketInScope(scope: RowScope | undefined, viewer: Viewer): Sql<boolean> {
  const reachable = residentInScope(scope, viewer);
  if (scope !== 'CARE') return reachable;
  return sql`(${reachable} and ${careIncludesSupport(viewer)} and not ${isTicketSealed(viewer)})`;
}

function select(viewer: Viewer, fields: ReadonlySet<string>): Sql {
  const unread = fields.has('unreadSince') ? sql`${unreadSince(viewer)} as "unreadSince",` : sql``;
  return sql`ticket.id, ticket.resident_id as "residentId", ${unread} ${project(columns, fields)}`;
}

function stamp<T extends Row<Ticket>>(row: T): T {
  return aboutPerson(row, row.residentId);
}

function newestFirst(viewer: Viewer, fields: ReadonlySet<string>): Omit<Listing, 'from' | 'where'> {
  return {
    columns: select(viewer, fields),
    key: { expression: sql`ticket.opened_at`, type: 'timestamptz', descending: true },
    id: sql`ticket.id`,
  };
}

/**
 * Reads one ticket within a scope; undefined if it is unknown or out of scope, by the same statement.
 * @param related columns that also select how the principal is related to the ticket's resident
 */
export async function readTicket(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  id: string,
  fields: ReadonlySet<string>,
  related?: RelationshipColumns,
): Promise<Row<Ticket> | undefined> {
  const relationship = related ? sql`, ${related.column()} as ${sql.ref(relationshipName)}` : sql``;
  const { rows } = await sql<Row<Ticket> & { readonly [relationshipName]?: string | null }>`
    select ${select(viewer, fields)} ${relationship} from ${ticketsWithResident} ${related ? related.joins() : sql``}
    where ticket.id = ${id}::uuid and ${ticketInScope(scope, viewer)}`.execute(reader.database);
  const [row] = rows;
  if (!row) return undefined;
  related?.take(String(row.residentId), row[relationshipName] ?? null);
  return stamp(row);
}

/** The conditions and the order of a list of tickets. */
export type WantedTickets = Omit<QueryTicketsArgs, 'first' | 'after' | 'last' | 'before'>;

/** Reads a page of the tickets within a scope that meet every condition. */
export async function readTickets(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  wanted: WantedTickets,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Ticket>> {
  const where = sql<boolean>`${ticketInScope(scope, viewer)} and ${isWanted(wanted, viewer)}`;
  const subject = countedPeople(sql`ticket.resident_id`, scope, false);
  const { key, ...listed } = newestFirst(viewer, fields);
  const ordered = { ...listed, key: { ...key, descending: wanted.orderBy !== 'OLDEST' } };
  const found = await readPage<Ticket>(reader, { ...ordered, from: ticketsWithResident, where, subject }, page);
  found.rows.forEach(stamp);
  return found;
}

function isWanted({ status, topic, openedFrom, openedUntil, ...assignment }: WantedTickets, viewer: Viewer): Sql<boolean> {
  return sql.join(
    [
      isAssignedAs(assignment, sql`ticket.assignee_id`, viewer),
      ...(status ? [status === 'OPEN' ? sql`ticket.closed_at is null` : sql`ticket.closed_at is not null`] : []),
      ...(topic ? [sql`ticket.topic = ${topic}`] : []),
      ...(openedFrom ? [sql`ticket.opened_at >= ${openedFrom}`] : []),
      ...(openedUntil ? [sql`ticket.opened_at < ${openedUntil}`] : []),
    ],
    sql` and `,
  );
}

/** Reads a page of one resident's tickets, newest first, without those that are sealed towards the viewer. */
export async function readTicketsOf(
  reader: Reader,
  viewer: Viewer,
  residentId: string,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Ticket>> {
  const where = sql<boolean>`ticket.resident_id = ${residentId}::uuid and not ${isTicketSealed(viewer)}`;
  const found = await readPage<Ticket>(reader, { ...newestFirst(viewer, fields), from: sql`recreation.ticket ticket`, where }, page);
  found.rows.forEach(stamp);
  return found;
}

/** Reads the first or last page of each resident's tickets, newest first, without the sealed ones, in one batch. */
export async function readFirstTickets(
  reader: Reader,
  viewer: Viewer,
  residentIds: readonly string[],
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Page<Ticket>>> {
  const listing: NestedListing = {
    ...newestFirst(viewer, fields),
    from: sql`recreation.ticket ticket`,
    where: sql`not ${isTicketSealed(viewer)}`,
    parent: sql`ticket.resident_id`,
  };
  const pages = await readFirstPages<Ticket>(reader, listing, residentIds, page);
  for (const { rows } of pages.values()) rows.forEach(stamp);
  return pages;
}
