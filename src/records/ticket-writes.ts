import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../sql.ts';
import { PrivacyError } from '../errors.ts';
import type { RowScope, TicketTopic } from '../generated/schema.ts';
import { caseNumber } from './case-number.ts';
import { canTake } from './employees.ts';
import { Ticket } from './entities/ticket.ts';
import { TicketMessage } from './entities/ticket-message.ts';
import type { Reader } from './reader.ts';
import { residentInScope, type Viewer } from './scope.ts';
import { ticketInScope, ticketsWithResident } from './tickets.ts';

/** A new message. */
export interface Message {
  /** The new message's id. */
  readonly messageId: string;
  readonly body: string;
}

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
  await insertMessage(records, reader, viewer, id, message);
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
  await insertMessage(records, reader, viewer, ticketId, message);
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
  if (!(await canTake(reader, employeeId, 'SUPPORT'))) throw new PrivacyError('NOT_FOUND');
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
  if (scope === 'ASSIGNED_TICKET' && ticketId !== viewer.caseId) throw new PrivacyError('NOT_FOUND');
}

// Locks the ticket, so that no other transaction closes it between the check and the change.
async function lockOpenTicket(reader: Reader, scope: RowScope | undefined, viewer: Viewer, ticketId: string): Promise<string> {
  const { rows } = await sql<{ residentId: string; open: boolean }>`
    select ticket.resident_id as "residentId", ticket.closed_at is null as open from ${ticketsWithResident}
    where ticket.id = ${ticketId}::uuid and ${ticketInScope(scope, viewer)} for update of ticket`.execute(reader.database);
  const [ticket] = rows;
  if (!ticket) throw new PrivacyError('NOT_FOUND');
  if (!ticket.open) throw new PrivacyError('CONFLICT');
  return ticket.residentId;
}

async function insertMessage(records: EntityManager, reader: Reader, viewer: Viewer, ticketId: string, message: Message): Promise<void> {
  const author = viewer.role === 'RESIDENT' ? { authorResidentId: viewer.principalId } : { authorEmployeeId: viewer.principalId };
  await records.insert(TicketMessage, { id: message.messageId, ticketId, ...author, body: message.body, sentAt: reader.now });
}
