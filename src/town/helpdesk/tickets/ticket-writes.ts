import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { RowScope, TicketTopic } from '../../shared/graphql/generated/schema.ts';
import { caseNumber } from '../../shared/rows/case-number.ts';
import { canTake } from '../../staff/employees.ts';
import { insertMessage, type Message } from '../messages/messages.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';
import { ticketInScope, ticketsWithResident } from './tickets.ts';

/** A new ticket with its first message. */
export interface Question extends Message {
  /** The new ticket's id. */
  readonly id: string;
  readonly topic: TicketTopic;
  readonly subject: string;
  readonly sensitive: boolean;
}

/**
 * Opens a ticket about the one resident within a scope. A resident opens one about themselves. A support employee opens one
 * about the resident of the assigned ticket, and the new ticket is assigned to that employee too.
 * @returns the resident's id
 * @throws PrivacyError NOT_FOUND if the scope has no resident, or more than one
 */
export async function writeTicket(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, topic, subject, sensitive, ...message }: Question,
): Promise<string> {
  const assigneeId = viewer.role === 'RESIDENT' ? null : (viewer.principalId ?? null);
  const { rows } = await sql<{ residentId: string }>`
    with residents as (select resident.id from recreation.resident resident where ${residentInScope(scope, viewer)} limit 2),
    found as (
      insert into recreation.ticket (id, number, resident_id, topic, subject, sensitive, assignee_id, opened_at)
      select ${id}::uuid, ${caseNumber('T', id)}, residents.id, ${topic}, ${subject}, ${sensitive}::boolean, ${assigneeId}::uuid, ${reader.now}::timestamptz
      from residents where (select count(*) from residents) = 1 returning id, resident_id),
    said as (${insertMessage(reader, viewer, 'ticket', sql`found`, message)})
    select resident_id as "residentId" from found`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0].residentId;
}

/**
 * Adds a message to an open ticket within a scope. In the scope ASSIGNED_TICKET it must be the assigned ticket.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND; CONFLICT if the ticket is closed
 */
export async function writeReply(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
  message: Message,
): Promise<string> {
  checkCase(scope, viewer, ticketId);
  const reply = insertMessage(reader, viewer, 'ticket', sql`found where found.open`, message);
  return checkOpen(await changeTicket(reader, scope, viewer, ticketId, reply));
}

/**
 * Assigns an open ticket within a scope to an employee of the helpdesk.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND, also if the employee is not of the helpdesk; CONFLICT if the ticket is closed
 */
export async function writeAssignee(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
  employeeId: string,
): Promise<string> {
  const able = canTake(employeeId, 'SUPPORT');
  const assignment = set(sql`assignee_id = ${employeeId}::uuid`, sql`found.open and ${able}`);
  const ticket = await changeTicket(reader, scope, viewer, ticketId, assignment, able);
  const residentId = checkOpen(ticket);
  if (!ticket.able) throw new PrivacyError('NOT_FOUND', { reason: 'COLLEAGUE_UNKNOWN' });
  return residentId;
}

/**
 * Closes an open ticket within a scope.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is closed already
 */
export async function writeClosing(reader: Reader, scope: RowScope | undefined, viewer: Viewer, ticketId: string): Promise<string> {
  const closing = set(sql`closed_at = ${reader.now}::timestamptz`, sql`found.open`);
  return checkOpen(await changeTicket(reader, scope, viewer, ticketId, closing));
}

/**
 * Opens a closed ticket within a scope again. It keeps its assignee, unless that employee takes no tickets any more.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is open
 */
export async function writeReopening(reader: Reader, scope: RowScope | undefined, viewer: Viewer, ticketId: string): Promise<string> {
  const reopening = set(
    sql`closed_at = null, assignee_id = case when ${canTake(sql`ticket.assignee_id`, 'SUPPORT')} then ticket.assignee_id end`,
    sql`not found.open`,
  );
  const ticket = await changeTicket(reader, scope, viewer, ticketId, reopening);
  if (ticket.open) throw new PrivacyError('CONFLICT', { reason: 'TICKET_OPEN' });
  return ticket.residentId;
}

/**
 * Marks an open ticket within a scope as sensitive: it hides the ticket and its access entries from the minor's guardians. In
 * the scope ASSIGNED_TICKET it must be the assigned ticket. It can't be undone, because the minor was promised secrecy.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND; CONFLICT if the ticket is closed
 */
export async function writeSensitive(reader: Reader, scope: RowScope | undefined, viewer: Viewer, ticketId: string): Promise<string> {
  checkCase(scope, viewer, ticketId);
  return checkOpen(await changeTicket(reader, scope, viewer, ticketId, set(sql`sensitive = true`, sql`found.open`)));
}

// The scope ASSIGNED_TICKET has all tickets of the resident; only the case itself may be changed.
function checkCase(scope: RowScope | undefined, viewer: Viewer, ticketId: string): void {
  if (scope === 'ASSIGNED_TICKET' && ticketId !== viewer.caseId) throw new PrivacyError('NOT_FOUND', { reason: 'NOT_THE_CASE' });
}

/** A ticket as it was before the change. */
interface FoundTicket {
  readonly residentId: string;
  readonly open: boolean;
  readonly able: boolean;
}

/** @returns the id of the ticket's resident */
function checkOpen({ residentId, open }: FoundTicket): string {
  if (!open) throw new PrivacyError('CONFLICT', { reason: 'TICKET_CLOSED' });
  return residentId;
}

function set(columns: Sql, condition: Sql): Sql {
  return sql`update recreation.ticket ticket set ${columns} from found where ticket.id = found.id and ${condition}`;
}

/**
 * Changes a ticket within a scope, in one statement. It locks the ticket, so that no other transaction closes or opens it between the check
 * and the change.
 * @param change a statement over `found`, which has the ticket's `id` and whether it was `open`
 * @param able a further condition of the change
 * @throws PrivacyError NOT_FOUND
 */
async function changeTicket(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
  change: Sql,
  able: Sql<boolean> = sql`true`,
): Promise<FoundTicket> {
  const { rows } = await sql<FoundTicket>`
    with found as (
      select ticket.id, ticket.resident_id, ticket.closed_at is null as open from ${ticketsWithResident}
      where ticket.id = ${ticketId}::uuid and ${ticketInScope(scope, viewer)} for update of ticket),
    changed as (${change})
    select found.resident_id as "residentId", found.open, ${able} as able from found`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0];
}
