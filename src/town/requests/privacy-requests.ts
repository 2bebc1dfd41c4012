import type { Reader } from '../../engine/rows/reader.ts';
import { aboutPerson } from '../../engine/rows/row.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { PrivacyRequest, PrivacyRequestStatus, QueryRequestsArgs, RowScope } from '../shared/graphql/generated/schema.ts';
import { careIncludesSupport } from '../helpdesk/care-for-support.ts';
import { isAssignedAs } from '../helpdesk/case-assignment.ts';
import { project, type Columns } from '../shared/rows/columns.ts';
import { countedPeople } from '../history/log/counted-people.ts';
import { readPage, type Listing, type Page, type PageRequest } from '../shared/rows/page.ts';
import type { Row } from '../shared/rows/row.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

/** The state of `recreation.request request`. */
export const privacyRequestStatus: Sql<PrivacyRequestStatus> = sql`case when request.answered_at is not null then 'ANSWERED'
  when request.withdrawn_at is not null then 'WITHDRAWN' else 'OPEN' end`;

/** Why `recreation.request request` is closed; null while it is open. */
export const privacyRequestClosed: Sql<PrivacyRequestClosed | null> = sql`case when request.answered_at is not null then 'REQUEST_ANSWERED'
  when request.withdrawn_at is not null then 'REQUEST_WITHDRAWN' end`;

export type PrivacyRequestClosed = 'REQUEST_ANSWERED' | 'REQUEST_WITHDRAWN';

/** Days in which the person can have an answered request opened again. */
export const daysToReopen = 60;

const columns: Columns<PrivacyRequest, 'id'> = {
  number: sql`request.number`,
  kind: sql`request.kind`,
  status: privacyRequestStatus,
  filedAt: sql`request.filed_at`,
  dueOn: sql`request.due_on::text`,
  // The employee's id: the resolver loads the row by it.
  assignee: sql`request.assignee_id`,
  answeredAt: sql`request.answered_at`,
  withdrawnAt: sql`request.withdrawn_at`,
  reopenedAt: sql`request.reopened_at`,
  reopenableUntil: sql`request.answered_at + make_interval(days => ${sql.lit(daysToReopen)})`,
  told: sql`case when request.told_at is not null then 'TOLD' when request.refused_at is not null then 'REFUSED'
    when exists (select from recreation.request_mail mail where mail.request_id = request.id) then 'WAITING' end`,
  body: sql`request.body`,
  answer: sql`request.answer`,
  contactEmail: sql`request.contact_email`,
  filedByGuardian: sql`request.filed_by_id is not null`,
  questionedEntry: sql`request.entry_id`,
};

/** Requests, each with its resident; null for a request of a person without an account. */
export const privacyRequestsWithResident = sql`recreation.request request left join recreation.resident resident on resident.id = request.resident_id`;

/**
 * Whether a request is within a scope, as a predicate over `privacyRequestsWithResident`. A guardian reaches the requests that this
 * guardian filed for a minor, while the care is in force and includes the support history; never the minor's own, and never those of
 * another guardian.
 */
export function privacyRequestInScope(scope: RowScope | undefined, viewer: Viewer): Sql<boolean> {
  // The scope has only the request that is the case, not all of the resident's. Its sender may have no record.
  if (scope === 'OPEN_REQUEST') return sql`(request.id = ${viewer.caseId ?? null}::uuid and ${residentInScope('QUEUE', viewer)})`;
  const reachable = residentInScope(scope, viewer);
  if (scope !== 'CARE') return reachable;
  const principal = viewer.principalId ?? null;
  return sql`((request.resident_id = ${principal}::uuid or request.filed_by_id = ${principal}::uuid)
    and ${reachable} and ${careIncludesSupport(viewer)})`;
}

// A request of a person without an account counts as its own data subject.
function select(fields: ReadonlySet<string>): Sql {
  return sql`request.id, request.resident_id as "residentId", coalesce(request.resident_id, request.id) as "subjectId", ${project(columns, fields)}`;
}

function stamp<T extends Row<PrivacyRequest>>(row: T): T {
  return aboutPerson(row, row.subjectId);
}

/** Reads one request within a scope; undefined if it is unknown or out of scope, by the same statement. */
export async function readPrivacyRequest(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  id: string,
  fields: ReadonlySet<string>,
): Promise<Row<PrivacyRequest> | undefined> {
  const { rows } = await sql<Row<PrivacyRequest>>`
    select ${select(fields)} from ${privacyRequestsWithResident}
    where request.id = ${id}::uuid and ${privacyRequestInScope(scope, viewer)}`.execute(reader.database);
  return rows[0] && stamp(rows[0]);
}

/**
 * Reads a request of a sender without an account by its number; undefined if there is none, by the same statement.
 * @param number as the records have it
 */
export async function readPrivacyRequestOfSender(
  reader: Reader,
  number: string,
  fields: ReadonlySet<string>,
): Promise<Row<PrivacyRequest> | undefined> {
  const { rows } = await sql<Row<PrivacyRequest>>`
    select ${select(fields)} from ${privacyRequestsWithResident}
    where request.number = ${number} and request.resident_id is null`.execute(reader.database);
  return rows[0] && stamp(rows[0]);
}

/** The conditions and the order of a list of requests. */
export type WantedRequests = Omit<QueryRequestsArgs, 'first' | 'after' | 'last' | 'before'>;

const newest: Listing['key'] = { expression: sql`request.filed_at`, type: 'timestamptz', descending: true };
const due: Listing['key'] = { expression: sql`request.due_on`, type: 'date' };

/** Reads a page of the requests within a scope that meet every condition. */
export async function readPrivacyRequests(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  wanted: WantedRequests,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<PrivacyRequest>> {
  const found = await readPage<PrivacyRequest>(
    reader,
    {
      columns: select(fields),
      from: privacyRequestsWithResident,
      where: sql`${privacyRequestInScope(scope, viewer)} and ${isWanted(wanted, viewer)}`,
      key: wanted.orderBy === 'DUE' ? due : newest,
      id: sql`request.id`,
      subject: countedPeople(sql`coalesce(request.resident_id, request.id)`, scope, false),
    },
    page,
  );
  found.rows.forEach(stamp);
  return found;
}

function isWanted({ status: inStatus, kind, dueFrom, dueUntil, ...assignment }: WantedRequests, viewer: Viewer): Sql<boolean> {
  return sql.join(
    [
      isAssignedAs(assignment, sql`request.assignee_id`, viewer),
      ...(inStatus ? [sql`${privacyRequestStatus} = ${inStatus}`] : []),
      ...(kind ? [sql`request.kind = ${kind}`] : []),
      ...(dueFrom ? [sql`request.due_on >= ${dueFrom}::date`] : []),
      ...(dueUntil ? [sql`request.due_on < ${dueUntil}::date`] : []),
    ],
    sql` and `,
  );
}
