import type { Reader } from '../../engine/rows/reader.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { IdentityEvidence, Purpose, RowScope } from '../shared/graphql/generated/schema.ts';
import { isOnStaff } from '../staff/employees.ts';
import { encounterIdleMinutes, isEncounterOpen } from '../shared/access/open-case.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

/** The resident whom an encounter serves, and its purpose. */
export interface Service {
  /** The encounter's id. */
  readonly id: string;
  readonly residentId: string;
  readonly purpose: Purpose;
}

/** An encounter that is to begin. */
export interface Beginning extends Service {
  readonly identifiedBy: IdentityEvidence;
}

/** Minutes in which a check that matched can begin an encounter. */
const matchMinutes = 10;

/**
 * Begins an encounter with a resident within a scope. An encounter that the employee left open ends first.
 * @returns the ids of the encounters that ended
 * @throws PrivacyError NOT_FOUND if the resident is unknown or out of scope; CONFLICT if the input says that answers matched and the
 *   employee has not compared them, or if the same employee begins another encounter at the same time
 */
export async function writeEncounter(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, residentId, purpose, identifiedBy }: Beginning,
): Promise<string[]> {
  const employeeId = viewer.principalId ?? null;
  // The insertion counts the encounters that end, because an employee has one open encounter at most.
  const statement = sql<{ known: boolean; begun: boolean; ended: string[] }>`
    with served as (
      select resident.id from recreation.resident resident
      where resident.id = ${residentId}::uuid and ${residentInScope(scope, viewer)} and ${isOnStaff(viewer.principalId, 'CUSTOMER_SERVICE')}),
    -- A check that matched serves one encounter.
    matched as (
      delete from recreation.identity_match match using served
      where match.employee_id = ${employeeId}::uuid and match.resident_id = served.id and ${identifiedBy} = 'ANSWERS_MATCHED'
        and match.matched_at > ${reader.now}::timestamptz - make_interval(mins => ${matchMinutes}) returning match.resident_id),
    identified as (select served.id from served where ${identifiedBy} <> 'ANSWERS_MATCHED' or exists (select from matched)),
    ended as (
      update recreation.encounter set ended_at = ${endOf(reader)}
      where employee_id = ${employeeId}::uuid and ended_at is null and exists (select from identified) returning id),
    begun as (
      insert into recreation.encounter (id, employee_id, resident_id, purpose, started_at, last_active_at, identified_by)
      select ${id}::uuid, ${employeeId}::uuid, identified.id, ${purpose}, ${reader.now}::timestamptz, ${reader.now}::timestamptz, ${identifiedBy}
      from identified where (select count(*) from ended) >= 0 returning id)
    select exists (select from served) as known, exists (select from begun) as begun, array(select id::text from ended) as ended`;
  try {
    const { rows } = await statement.execute(reader.database);
    const { known, begun, ended } = rows[0]!;
    if (!known) throw new PrivacyError('NOT_FOUND');
    if (!begun) throw new PrivacyError('CONFLICT', { reason: 'ANSWERS_NOT_CHECKED' });
    return ended;
  } catch (error) {
    if (causeOf(error) === uniqueViolation) throw new PrivacyError('CONFLICT', { reason: 'ENCOUNTER_BEGUN' });
    throw error;
  }
}

/** Ends the open encounters of an employee. */
export async function endEncountersOf(reader: Reader, employeeId: string): Promise<void> {
  await sql`
    update recreation.encounter set ended_at = ${endOf(reader)}
    where employee_id = ${employeeId}::uuid and ended_at is null`.execute(reader.database);
}

/** SQLSTATE unique_violation. */
const uniqueViolation = '23505';

/**
 * Reads the resident whom an open encounter of the viewer serves, and its purpose.
 * @throws PrivacyError NOT_FOUND if the encounter is unknown, another employee's, or about a resident with whom there is a conflict of
 *   interest; CONFLICT if it has ended
 */
export async function readService(reader: Reader, scope: RowScope | undefined, viewer: Viewer, id: string): Promise<Service> {
  const { rows } = await sql<Service & { open: boolean }>`
    select encounter.id, encounter.resident_id as "residentId", encounter.purpose, ${isEncounterOpen(reader.now)} as open
    from recreation.encounter encounter join recreation.resident resident on resident.id = encounter.resident_id
    where encounter.id = ${id}::uuid and encounter.employee_id = ${viewer.principalId ?? null}::uuid
      and ${residentInScope(scope, viewer)}`.execute(reader.database);
  const [encounter] = rows;
  if (!encounter) throw new PrivacyError('NOT_FOUND');
  if (!encounter.open) throw new PrivacyError('CONFLICT', { reason: 'ENCOUNTER_ENDED' });
  return encounter;
}

/**
 * Continues an open encounter for another purpose. The caller has read it with `readService`.
 * @throws PrivacyError CONFLICT if it has ended meanwhile
 */
export async function writeEncounterPurpose(reader: Reader, id: string, purpose: Purpose): Promise<void> {
  const { rows } = await sql`
    update recreation.encounter encounter set purpose = ${purpose}, last_active_at = greatest(last_active_at, ${reader.now}::timestamptz)
    where encounter.id = ${id}::uuid and ${isEncounterOpen(reader.now)} returning id`.execute(reader.database);
  if (rows.length === 0) throw new PrivacyError('CONFLICT', { reason: 'ENCOUNTER_ENDED' });
}

/**
 * Ends an encounter of the viewer.
 * @returns the id of the resident who was served
 * @throws PrivacyError NOT_FOUND if the encounter is unknown or another employee's; CONFLICT if it has ended already
 */
export async function writeEncounterEnd(reader: Reader, viewer: Viewer, id: string): Promise<string> {
  const { rows } = await sql<{ residentId: string; open: boolean }>`
    with found as (
      select encounter.id, encounter.resident_id, encounter.ended_at is null as open from recreation.encounter encounter
      where encounter.id = ${id}::uuid and encounter.employee_id = ${viewer.principalId ?? null}::uuid for update),
    ended as (
      update recreation.encounter encounter set ended_at = ${endOf(reader)} from found where encounter.id = found.id and found.open)
    select found.resident_id as "residentId", found.open from found`.execute(reader.database);
  const [encounter] = rows;
  if (!encounter) throw new PrivacyError('NOT_FOUND');
  if (!encounter.open) throw new PrivacyError('CONFLICT', { reason: 'ENCOUNTER_ENDED' });
  return encounter.residentId;
}

/** Records that the person of a case was served, because a record was changed. Does nothing if the case is not an encounter. */
export async function markServed({ database, now }: Reader, { caseId }: Viewer): Promise<void> {
  await sql`
    update recreation.encounter set served_at = ${now}::timestamptz
    where id = ${caseId ?? null}::uuid and served_at is null`.execute(database);
}

// An encounter that was idle for too long ended when its idle time ran out, not now.
function endOf({ now }: Reader): Sql<Date> {
  return sql`least(${now}::timestamptz, last_active_at + make_interval(mins => ${encounterIdleMinutes}))`;
}
