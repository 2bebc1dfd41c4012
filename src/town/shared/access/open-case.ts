import type { Reader, RelationshipColumns } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Purpose, Role } from '../graphql/generated/schema.ts';
import { hasConflictOfInterest } from '../../staff/conflict-of-interest.ts';
import { privacyRequestClosed, type PrivacyRequestClosed } from '../../requests/privacy-requests.ts';
import { isUuid } from '../../../platform/sql/is-uuid.ts';

/** An encounter ends after this many minutes without an operation that leaves an access entry. */
export const encounterIdleMinutes = 20;

/** The idle time restarts at most once in this many seconds: fewer operations write, and it may end earlier by as much. */
const renewalSeconds = 60;

/** Whether `recreation.encounter encounter` is open and was active lately. */
export function isEncounterOpen(now: Date): Sql<boolean> {
  return sql`(encounter.ended_at is null
    and encounter.last_active_at > ${now}::timestamptz - make_interval(mins => ${encounterIdleMinutes}))`;
}

interface CaseOwner {
  readonly id: string | undefined;
  readonly role: Role;
}

interface FoundCase {
  readonly kind: CaseKind;
  readonly id: string;
  /** The data subject of the case: a resident, or the request itself if a person without an account filed it. */
  readonly subjectId: string;
  /** Whether the idle time restarts after the operation's entry is committed. */
  readonly renewalDue: boolean;
}

/** The kinds of cases that employees work on. */
export type CaseKind = 'ENCOUNTER' | 'TICKET' | 'REQUEST';

/** Why the principal's own case no longer serves, or does not serve this purpose. */
type ClosedBecause = 'ENCOUNTER_ENDED' | 'TICKET_CLOSED' | PrivacyRequestClosed | 'OTHER_PURPOSE';

/**
 * Finds the case with this id, if it belongs to the principal. Finding it changes nothing: see `renewEncounter`.
 * @param related columns that also select how the principal is related to the resident of the case, with `openedCase` as the case
 * @returns the open case, or why it no longer serves; undefined for a case that is unknown, another principal's, or about a resident with
 *   whom there is a conflict of interest
 */
export async function findCase(
  reader: Reader,
  owner: CaseOwner,
  purpose: Purpose,
  caseId: string,
  related?: RelationshipColumns,
): Promise<FoundCase | ClosedBecause | undefined> {
  if (owner.id === undefined || !isUuid(caseId)) return undefined;
  const lookUp = lookUps[owner.role];
  if (!lookUp) return undefined;
  const found = lookUp.statement(reader, owner.id, purpose, caseId);
  const { rows } = await (related ? withRelationship(found, related) : found).execute(reader.database);
  const [row] = rows;
  if (row?.residentId) related?.take(row.residentId, row.relationship ?? null);
  if (!row || row.closed) return row?.closed ?? undefined;
  return { kind: lookUp.kind, id: caseId, subjectId: row.subjectId, renewalDue: row.renewalDue };
}

/**
 * Finds the open case with this id, if it belongs to the principal and serves the purpose.
 * @returns undefined for every other case
 */
export async function openCaseOf(
  reader: Reader,
  owner: CaseOwner,
  purpose: Purpose,
  caseId: string,
  related?: RelationshipColumns,
): Promise<FoundCase | undefined> {
  const found = await findCase(reader, owner, purpose, caseId, related);
  return typeof found === 'string' ? undefined : found;
}

/**
 * Restarts the idle time of an open encounter. Only an operation that leaves an access entry may do so: an employee must not keep
 * an encounter open without a trace.
 */
export async function renewEncounter({ database, now }: Reader, encounterId: string): Promise<void> {
  await sql`
    update recreation.encounter set last_active_at = ${now}::timestamptz
    where id = ${encounterId}::uuid and ended_at is null and last_active_at < ${now}::timestamptz`.execute(database);
}

type Found = Pick<FoundCase, 'subjectId' | 'renewalDue'> & {
  readonly closed: ClosedBecause | null;
  /** Selected with a relationship only; null: the case is not about a person with an account. */
  readonly residentId?: string | null;
  readonly relationship?: string | null;
};

/** The id of the case in the statement that finds it; null if it no longer serves. */
export const openedCase = sql<string | null>`opened.id`;

function withRelationship(found: Sql<Found>, related: RelationshipColumns): Sql<Found> {
  return sql`
    select found."subjectId", found."renewalDue", found.closed, resident.id as "residentId", ${related.column()} as relationship
    from (${found}) found cross join lateral (select case when found.closed is null then found.id end as id) opened
    left join recreation.resident resident on resident.id = found."subjectId" ${related.joins()}`;
}

interface CaseLookUp {
  readonly kind: CaseKind;
  statement(reader: Reader, ownerId: string, purpose: Purpose, caseId: string): Sql<Found>;
}

const lookUps: Partial<Record<Role, CaseLookUp>> = {
  CUSTOMER_SERVICE: {
    kind: 'ENCOUNTER',
    statement: ({ now }, ownerId, purpose, caseId) => sql`
      select id, resident_id as "subjectId", last_active_at < ${now}::timestamptz - make_interval(secs => ${renewalSeconds}) as "renewalDue",
        case when not ${isEncounterOpen(now)} then 'ENCOUNTER_ENDED' when purpose <> ${purpose} then 'OTHER_PURPOSE' end as closed
      from recreation.encounter encounter where id = ${caseId} and employee_id = ${ownerId} and ${withoutConflict(ownerId)}`,
  },
  SUPPORT: {
    kind: 'TICKET',
    statement: (_reader, ownerId, _purpose, caseId) => sql`
      select id, resident_id as "subjectId", false as "renewalDue", case when closed_at is not null then 'TICKET_CLOSED' end as closed
      from recreation.ticket where id = ${caseId} and assignee_id = ${ownerId} and ${withoutConflict(ownerId)}`,
  },
  PRIVACY_OFFICER: {
    kind: 'REQUEST',
    // A request is a case only for the purpose of answering it.
    statement: (_reader, ownerId, purpose, caseId) => sql`
      select id, coalesce(resident_id, id) as "subjectId", false as "renewalDue",
        coalesce(${privacyRequestClosed}, case when ${purpose}::text <> 'RIGHTS_FULFILMENT' then 'OTHER_PURPOSE' end) as closed
      from recreation.request where id = ${caseId} and assignee_id = ${ownerId} and ${withoutConflict(ownerId)}`,
  },
};

function withoutConflict(ownerId: string): Sql<boolean> {
  return sql`not ${hasConflictOfInterest(ownerId, sql`resident_id`)}`;
}
