import type { Reader } from '../../engine/rows/reader.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { RowScope } from '../shared/graphql/generated/schema.ts';
import { answerDeadline } from './answer-deadline.ts';
import { canTake } from '../staff/employees.ts';
import { PrivacyRequest } from './privacy-request-entity.ts';
import { insertMessage, type Message } from '../helpdesk/messages/messages.ts';
import {
  daysToReopen,
  privacyRequestClosed,
  privacyRequestInScope,
  privacyRequestsWithResident,
  type PrivacyRequestClosed,
} from './privacy-requests.ts';
import type { Viewer } from '../shared/access/scope.ts';

/**
 * Assigns an open request within a scope to a privacy officer.
 * @returns the id of the data subject
 * @throws PrivacyError NOT_FOUND, also if the employee is not a privacy officer; CONFLICT if the request is closed
 */
export async function writePrivacyRequestAssignee(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  requestId: string,
  employeeId: string,
): Promise<string> {
  const { subjectId } = checkOpen(await lockPrivacyRequest(reader, scope, viewer, requestId));
  const { rows } = await sql<{ able: boolean }>`select ${canTake(employeeId, 'PRIVACY_OFFICER')} as able`.execute(reader.database);
  if (!rows[0]?.able) throw new PrivacyError('NOT_FOUND', { reason: 'COLLEAGUE_UNKNOWN' });
  await records.nativeUpdate(PrivacyRequest, { id: requestId }, { assigneeId: employeeId });
  return subjectId;
}

/**
 * Answers a request that is assigned to the viewer.
 * @returns the id of the data subject
 * @throws PrivacyError NOT_FOUND, also if the request is not assigned to the viewer; CONFLICT if it is closed
 */
export async function writeAnswer(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  requestId: string,
  answer: string,
): Promise<string> {
  const request = await lockPrivacyRequest(reader, scope, viewer, requestId);
  if (request.assigneeId === null || request.assigneeId !== viewer.principalId) throw new PrivacyError('NOT_FOUND');
  const { subjectId } = checkOpen(request);
  await records.nativeUpdate(PrivacyRequest, { id: requestId }, { answer, answeredAt: reader.now, toldAt: null, refusedAt: null });
  await askForMail(reader, requestId, 'ANSWERED');
  return subjectId;
}

/**
 * Opens an answered request again. The answer becomes a message, and the reason the next one. The former assignee has the request again, if
 * that employee still can.
 * @param reason of the viewer: an employee at any time; everyone else within `daysToReopen`
 * @param newId of the message that the answer becomes
 * @returns the id of the data subject
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is open or withdrawn, or was answered too long ago
 */
export async function writeReopening(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  requestId: string,
  reason: Message,
  newId: string,
): Promise<string> {
  return reopen(reader, viewer, requestId, await lockPrivacyRequest(reader, scope, viewer, requestId), reason, newId);
}

/**
 * As `writeReopening`, for a sender without an account whose number and code were compared.
 * @throws PrivacyError CONFLICT as there
 */
export async function writeReopeningOfSender(
  reader: Reader,
  viewer: Viewer,
  requestId: string,
  reason: Message,
  newId: string,
): Promise<string> {
  return reopen(reader, viewer, requestId, await lock(reader, requestId, sql<boolean>`request.resident_id is null`), reason, newId);
}

async function reopen(
  reader: Reader,
  viewer: Viewer,
  requestId: string,
  { subjectId, closed, isLongAgo }: LockedPrivacyRequest,
  reason: Message,
  newId: string,
): Promise<string> {
  if (closed !== 'REQUEST_ANSWERED') throw new PrivacyError('CONFLICT', { reason: closed ?? 'REQUEST_OPEN' });
  const byStaff = viewer.role === 'PRIVACY_OFFICER';
  if (!byStaff && isLongAgo) throw new PrivacyError('CONFLICT', { reason: 'ANSWERED_LONG_AGO' });
  await sql`
    insert into recreation.request_message (id, request_id, author_employee_id, body, sent_at, is_answer)
    select ${newId}::uuid, id, assignee_id, answer, answered_at, true from recreation.request where id = ${requestId}::uuid`.execute(
    reader.database,
  );
  const here = sql`(values (${requestId}::uuid)) found (id)`;
  await insertMessage(reader, viewer, 'request', here, reason).execute(reader.database);
  await sql`
    update recreation.request request set answer = null, answered_at = null, told_at = null, refused_at = null,
      reopened_at = ${reader.now}::timestamptz, due_on = ${answerDeadline(viewer.today)}::date,
      assignee_id = case when ${canTake(sql`request.assignee_id`, 'PRIVACY_OFFICER')} then request.assignee_id end
    where id = ${requestId}::uuid`.execute(reader.database);
  await askForMail(reader, requestId, byStaff ? 'REOPENED' : 'NONE');
  return subjectId;
}

/**
 * Asks for a mail about a change to the sender of a request without an account, in the transaction of the change. Earlier mails that still
 * wait are deleted, because they are out of date.
 */
async function askForMail({ database, now }: Reader, requestId: string, kind: 'ANSWERED' | 'REOPENED' | 'NONE'): Promise<void> {
  await sql`delete from recreation.request_mail where request_id = ${requestId}::uuid`.execute(database);
  if (kind === 'NONE') return;
  await sql`
    insert into recreation.request_mail (id, request_id, kind, asked_at, next_try_at)
    select gen_random_uuid(), request.id, ${kind}, ${now}::timestamptz, ${now}::timestamptz from recreation.request request
    where request.id = ${requestId}::uuid and request.resident_id is null and request.contact_email is not null`.execute(database);
}

/**
 * Adds a message to an open request within a scope. In the scope OPEN_REQUEST it must be the case.
 * @param message undefined if it was added before: then only the viewer's access is checked
 * @returns the id of the data subject
 * @throws PrivacyError NOT_FOUND; CONFLICT if the request is closed, or its sender has no account
 */
export async function writePrivacyRequestMessage(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  requestId: string,
  message: Message | undefined,
): Promise<string> {
  if (scope === 'OPEN_REQUEST' && requestId !== viewer.caseId) throw new PrivacyError('NOT_FOUND', { reason: 'NOT_THE_CASE' });
  const locked = await lockPrivacyRequest(reader, scope, viewer, requestId);
  if (!message) return locked.subjectId;
  const { subjectId } = checkOpen(locked);
  if (subjectId === requestId) throw new PrivacyError('CONFLICT', { reason: 'SENDER_WITHOUT_ACCOUNT' });
  const here = sql`(values (${requestId}::uuid)) found (id)`;
  await insertMessage(reader, viewer, 'request', here, message).execute(reader.database);
  return subjectId;
}

/**
 * Takes back an open request within a scope.
 * @returns the id of the data subject
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is closed
 */
export async function writeWithdrawal(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  requestId: string,
): Promise<string> {
  const { subjectId } = checkOpen(await lockPrivacyRequest(reader, scope, viewer, requestId));
  await records.nativeUpdate(PrivacyRequest, { id: requestId }, { withdrawnAt: reader.now });
  return subjectId;
}

interface LockedPrivacyRequest {
  /** The resident whose request it is; the request itself if its sender has no account. */
  readonly subjectId: string;
  readonly assigneeId: string | null;
  readonly closed: PrivacyRequestClosed | null;
  /** Whether it was answered so long ago that the person can't have it opened again; null while it is not. */
  readonly isLongAgo: boolean | null;
}

function checkOpen(request: LockedPrivacyRequest): LockedPrivacyRequest {
  if (request.closed) throw new PrivacyError('CONFLICT', { reason: request.closed });
  return request;
}

// Locks the request, so that no other transaction closes it between the check and the change.
async function lockPrivacyRequest(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  requestId: string,
): Promise<LockedPrivacyRequest> {
  return lock(reader, requestId, privacyRequestInScope(scope, viewer));
}

/** @throws PrivacyError NOT_FOUND if it is unknown or out of scope */
async function lock(reader: Reader, requestId: string, inScope: Sql<boolean>): Promise<LockedPrivacyRequest> {
  const { rows } = await sql<LockedPrivacyRequest>`
    select coalesce(request.resident_id, request.id) as "subjectId", request.assignee_id as "assigneeId", ${privacyRequestClosed} as closed,
      request.answered_at + make_interval(days => ${sql.lit(daysToReopen)}) < ${reader.now}::timestamptz as "isLongAgo"
    from ${privacyRequestsWithResident}
    where request.id = ${requestId}::uuid and ${inScope} for update of request`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0];
}
