import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../sql.ts';
import { PrivacyError } from '../errors.ts';
import type { RowScope } from '../generated/schema.ts';
import { canTake } from './employees.ts';
import { PrivacyRequest } from './entities/privacy-request.ts';
import { insertMessage, type Message } from './messages.ts';
import { privacyRequestClosed, privacyRequestInScope, privacyRequestsWithResident, type PrivacyRequestClosed } from './privacy-requests.ts';
import type { Reader } from './reader.ts';
import type { Viewer } from './scope.ts';

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
  await records.nativeUpdate(PrivacyRequest, { id: requestId }, { answer, answeredAt: reader.now });
  return subjectId;
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
  const { rows } = await sql<LockedPrivacyRequest>`
    select coalesce(request.resident_id, request.id) as "subjectId", request.assignee_id as "assigneeId", ${privacyRequestClosed} as closed
    from ${privacyRequestsWithResident}
    where request.id = ${requestId}::uuid and ${privacyRequestInScope(scope, viewer)} for update of request`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0];
}
