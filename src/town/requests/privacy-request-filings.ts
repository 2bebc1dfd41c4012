import type { Reader } from '../../engine/rows/reader.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../../platform/sql/sql.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { PrivacyRequestKind, RowScope } from '../shared/graphql/generated/schema.ts';
import { answerDeadline } from './answer-deadline.ts';
import { careIncludesSupport } from '../helpdesk/care-for-support.ts';
import { caseNumber } from '../shared/rows/case-number.ts';
import { PrivacyRequest } from './privacy-request-entity.ts';
import { readQuestionedSubjects } from '../history/entries/questioned-entry.ts';
import { privacyRequestInScope, privacyRequestsWithResident } from './privacy-requests.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

/** A new privacy request. */
export interface Filing {
  /** The new request's id. */
  readonly id: string;
  readonly kind: PrivacyRequestKind;
  /** The minor in the viewer's care whose request it is; null for the viewer's own, and for a sender without an account. */
  readonly residentId: string | null;
  readonly body: string;
  readonly contactEmail?: string | null | undefined;
  /** The access entry that the request questions; null if none. */
  readonly entryId: string | null;
  /** The language of mails to a sender without an account. */
  readonly language: string;
}

/** The data about the filed request that the sender gets. */
interface Receipt {
  readonly requestId: string;
  readonly number: string;
  /** RFC 3339 full-date. */
  readonly dueOn: string;
}

/** A request that was filed. */
interface Filed {
  readonly receipt: Receipt;
  /** The data subjects: the resident whose request it is (for an anonymous sender the request itself), and those of a questioned entry. */
  readonly subjectIds: readonly string[];
}

/**
 * Files a privacy request of the viewer or of a minor in the viewer's care; or of an anonymous principal without a record.
 * @throws PrivacyError NOT_FOUND if the resident is not on record or not in a care that includes the support history, or if the
 *   questioned entry is not about the resident or a minor in their care
 */
export async function writePrivacyRequest(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, kind, residentId, body, contactEmail, entryId, language }: Filing,
): Promise<Filed> {
  const subjectId = scope === 'OPEN' ? null : await subjectOf(reader, scope, viewer, residentId ?? viewer.principalId);
  const about = await questionedSubjects(reader, viewer, entryId);
  const dueOn = answerDeadline(viewer.today);
  const number = caseNumber('R', id);
  await records.insert(PrivacyRequest, {
    id,
    number,
    kind,
    residentId: subjectId,
    filedById: subjectId === null || subjectId === viewer.principalId ? null : viewer.principalId,
    body,
    contactEmail: contactEmail ?? null,
    filedAt: reader.now,
    dueOn,
    entryId,
    language,
  });
  return { receipt: { requestId: id, number, dueOn }, subjectIds: [subjectId ?? id, ...about] };
}

/**
 * Reads a request that the viewer filed before.
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

async function subjectOf(reader: Reader, scope: RowScope | undefined, viewer: Viewer, residentId: string | undefined): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select resident.id from recreation.resident resident
    where resident.id = ${residentId ?? null}::uuid and ${residentInScope(scope, viewer)} and ${careIncludesSupport(viewer)}`.execute(
    reader.database,
  );
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0].id;
}
