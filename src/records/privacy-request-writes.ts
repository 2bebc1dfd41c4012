import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../sql.ts';
import { PrivacyError } from '../errors.ts';
import type { PrivacyRequestKind, RowScope } from '../generated/schema.ts';
import { afterBusinessDays } from './business-days.ts';
import { caseNumber } from './case-number.ts';
import { canTake } from './employees.ts';
import { PrivacyRequest } from './entities/privacy-request.ts';
import { readQuestionedSubjects } from './questioned-entry.ts';
import type { Reader } from './reader.ts';
import { privacyRequestInScope, privacyRequestsWithResident } from './privacy-requests.ts';
import { residentInScope, type Viewer } from './scope.ts';

/** Business days to answer a request (clause `rights`). */
const daysToAnswer = 30;

/** A new privacy request. */
export interface Filing {
  /** The new request's id. */
  readonly id: string;
  readonly kind: PrivacyRequestKind;
  readonly body: string;
  readonly contactEmail?: string | null | undefined;
  /** The access entry that the request questions; null if none. */
  readonly entryId: string | null;
}

/** What the sender learns about the filed request. */
interface Receipt {
  readonly requestId: string;
  readonly number: string;
  /** RFC 3339 full-date. */
  readonly dueOn: string;
}

/** A request that was filed. */
interface Filed {
  readonly receipt: Receipt;
  /** The data subjects: the sender (for an anonymous sender the request itself), and those of a questioned entry. */
  readonly subjectIds: readonly string[];
}

/**
 * Files a privacy request of the viewer: a resident, or an anonymous principal without a record.
 * @throws PrivacyError NOT_FOUND if the resident is not on record, or the questioned entry is not about the resident or a minor
 *   in their care
 */
export async function writePrivacyRequest(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, kind, body, contactEmail, entryId }: Filing,
): Promise<Filed> {
  const residentId = scope === 'OPEN' ? null : await senderOf(reader, scope, viewer);
  const about = await questionedSubjects(reader, viewer, entryId);
  const dueOn = afterBusinessDays(viewer.today, daysToAnswer);
  const number = caseNumber('R', id);
  await records.insert(PrivacyRequest, {
    id,
    number,
    kind,
    residentId,
    body,
    contactEmail: contactEmail ?? null,
    filedAt: reader.now,
    dueOn,
    entryId,
  });
  return { receipt: { requestId: id, number, dueOn }, subjectIds: [residentId ?? id, ...about] };
}

/**
 * Reads what the viewer filed before.
 * @throws PrivacyError NOT_FOUND if the request is out of scope now, or the entry that it questions is
 */
export async function readFiled(reader: Reader, scope: RowScope | undefined, viewer: Viewer, id: string): Promise<Filed> {
  const mine = scope === 'OPEN' ? sql<boolean>`request.resident_id is null` : privacyRequestInScope(scope, viewer);
  const { rows } = await sql<Omit<Receipt, 'requestId'> & { subjectId: string; entryId: string | null }>`
    select request.number, request.due_on::text as "dueOn", coalesce(request.resident_id, request.id) as "subjectId",
      request.entry_id as "entryId"
    from ${privacyRequestsWithResident} where request.id = ${id}::uuid and ${mine}`.execute(reader.database);
  const [filed] = rows;
  if (!filed) throw new PrivacyError('NOT_FOUND');
  const { number, dueOn, subjectId, entryId } = filed;
  return { receipt: { requestId: id, number, dueOn }, subjectIds: [subjectId, ...(await questionedSubjects(reader, viewer, entryId))] };
}

async function questionedSubjects(reader: Reader, viewer: Viewer, entryId: string | null): Promise<readonly string[]> {
  if (entryId === null) return [];
  const subjects = await readQuestionedSubjects(reader, viewer, entryId);
  if (subjects.length === 0) throw new PrivacyError('NOT_FOUND');
  return subjects;
}

async function senderOf(reader: Reader, scope: RowScope | undefined, viewer: Viewer): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select resident.id from recreation.resident resident
    where resident.id = ${viewer.principalId ?? null}::uuid and ${residentInScope(scope, viewer)}`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0].id;
}

/**
 * Assigns an open request within a scope to a privacy officer.
 * @returns the id of the data subject
 * @throws PrivacyError NOT_FOUND, also if the employee is not a privacy officer; CONFLICT if the request is answered already
 */
export async function writePrivacyRequestAssignee(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  requestId: string,
  employeeId: string,
): Promise<string> {
  const request = await lockPrivacyRequest(reader, scope, viewer, requestId);
  if (!request.open) throw new PrivacyError('CONFLICT', { reason: 'REQUEST_ANSWERED' });
  if (!(await canTake(reader, employeeId, 'PRIVACY_OFFICER'))) throw new PrivacyError('NOT_FOUND', { reason: 'COLLEAGUE_UNKNOWN' });
  await records.nativeUpdate(PrivacyRequest, { id: requestId }, { assigneeId: employeeId });
  return request.subjectId;
}

/**
 * Answers a request that is assigned to the viewer.
 * @returns the id of the data subject
 * @throws PrivacyError NOT_FOUND, also if the request is not assigned to the viewer; CONFLICT if it is answered already
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
  if (!request.open) throw new PrivacyError('CONFLICT', { reason: 'REQUEST_ANSWERED' });
  await records.nativeUpdate(PrivacyRequest, { id: requestId }, { answer, answeredAt: reader.now });
  return request.subjectId;
}

interface LockedPrivacyRequest {
  readonly subjectId: string;
  readonly assigneeId: string | null;
  readonly open: boolean;
}

// Locks the request, so that no other transaction answers it between the check and the change.
async function lockPrivacyRequest(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  requestId: string,
): Promise<LockedPrivacyRequest> {
  const { rows } = await sql<LockedPrivacyRequest>`
    select coalesce(request.resident_id, request.id) as "subjectId", request.assignee_id as "assigneeId", request.answered_at is null as open
    from ${privacyRequestsWithResident}
    where request.id = ${requestId}::uuid and ${privacyRequestInScope(scope, viewer)} for update of request`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0];
}
