import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../sql.ts';
import { PrivacyError } from '../errors.ts';
import type { RowScope, TicketTopic } from '../generated/schema.ts';
import { caseNumber } from './case-number.ts';
import { canTake } from './employees.ts';
import { Ticket } from './entities/ticket.ts';
import { writeMessage, type Message } from './messages.ts';
import type { Reader } from './reader.ts';
import { residentInScope, type Viewer } from './scope.ts';
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
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, topic, subject, sensitive, ...message }: Question,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select resident.id from recreation.resident resident where ${residentInScope(scope, viewer)} limit 2`.execute(reader.database);
  const [resident, another] = rows;
  if (!resident || another) throw new PrivacyError('NOT_FOUND');
  const assigneeId = viewer.role === 'RESIDENT' ? null : (viewer.principalId ?? null);
  const number = caseNumber('T', id);
  await records.insert(Ticket, { id, number, residentId: resident.id, topic, subject, sensitive, assigneeId, openedAt: reader.now });
  await writeMessage(records, reader, viewer, 'ticket', id, message);
  return resident.id;
}

/**
 * Adds a message to an open ticket within a scope. In the scope ASSIGNED_TICKET it must be the assigned ticket.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND; CONFLICT if the ticket is closed
 */
export async function writeReply(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
  message: Message,
): Promise<string> {
  checkCase(scope, viewer, ticketId);
  const residentId = await lockOpenTicket(reader, scope, viewer, ticketId);
  await writeMessage(records, reader, viewer, 'ticket', ticketId, message);
  return residentId;
}

/**
 * Assigns an open ticket within a scope to an employee of the helpdesk.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND, also if the employee is not of the helpdesk; CONFLICT if the ticket is closed
 */
export async function writeAssignee(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
  employeeId: string,
): Promise<string> {
  const residentId = await lockOpenTicket(reader, scope, viewer, ticketId);
  if (!(await canTake(reader, employeeId, 'SUPPORT'))) throw new PrivacyError('NOT_FOUND', { reason: 'COLLEAGUE_UNKNOWN' });
  await records.nativeUpdate(Ticket, { id: ticketId }, { assigneeId: employeeId });
  return residentId;
}

/**
 * Closes an open ticket within a scope.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is closed already
 */
export async function writeClosing(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
): Promise<string> {
  const residentId = await lockOpenTicket(reader, scope, viewer, ticketId);
  await records.nativeUpdate(Ticket, { id: ticketId }, { closedAt: reader.now });
  return residentId;
}

/**
 * Opens a closed ticket within a scope again. It keeps its assignee.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is open
 */
export async function writeReopening(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
): Promise<string> {
  const ticket = await lockTicket(reader, scope, viewer, ticketId);
  if (ticket.open) throw new PrivacyError('CONFLICT', { reason: 'TICKET_OPEN' });
  await records.nativeUpdate(Ticket, { id: ticketId }, { closedAt: null });
  return ticket.residentId;
}

/**
 * Marks an open ticket within a scope as sensitive: it hides the ticket and its access entries from the minor's guardians. In
 * the scope ASSIGNED_TICKET it must be the assigned ticket. It can't be undone, because the minor was promised secrecy.
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND; CONFLICT if the ticket is closed
 */
export async function writeSensitive(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
): Promise<string> {
  checkCase(scope, viewer, ticketId);
  const residentId = await lockOpenTicket(reader, scope, viewer, ticketId);
  await records.nativeUpdate(Ticket, { id: ticketId }, { sensitive: true });
  return residentId;
}

// The scope ASSIGNED_TICKET has all tickets of the resident; only the case itself may be changed.
function checkCase(scope: RowScope | undefined, viewer: Viewer, ticketId: string): void {
  if (scope === 'ASSIGNED_TICKET' && ticketId !== viewer.caseId) throw new PrivacyError('NOT_FOUND', { reason: 'NOT_THE_CASE' });
}

async function lockOpenTicket(reader: Reader, scope: RowScope | undefined, viewer: Viewer, ticketId: string): Promise<string> {
  const ticket = await lockTicket(reader, scope, viewer, ticketId);
  if (!ticket.open) throw new PrivacyError('CONFLICT', { reason: 'TICKET_CLOSED' });
  return ticket.residentId;
}

interface LockedTicket {
  readonly residentId: string;
  readonly open: boolean;
}

// Locks the ticket, so that no other transaction closes or opens it between the check and the change.
async function lockTicket(reader: Reader, scope: RowScope | undefined, viewer: Viewer, ticketId: string): Promise<LockedTicket> {
  const { rows } = await sql<LockedTicket>`
    select ticket.resident_id as "residentId", ticket.closed_at is null as open from ${ticketsWithResident}
    where ticket.id = ${ticketId}::uuid and ${ticketInScope(scope, viewer)} for update of ticket`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0];
}
