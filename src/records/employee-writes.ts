import { sql } from '../sql.ts';
import { PrivacyError } from '../errors.ts';
import type { Role, RowScope } from '../generated/schema.ts';
import { endEncountersOf } from './encounter-writes.ts';
import { invitationDays, invitationDigest } from './invitation-code.ts';
import type { Reader } from './reader.ts';
import type { Viewer } from './scope.ts';

/** An employee to invite. */
export interface Invited {
  /** The new employee's id. */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly workEmail: string;
  /** Distinct. */
  readonly roles: readonly Role[];
  readonly reviewsLog: boolean;
}

/**
 * Puts an employee on the staff register, whose roles can be used once the invitation is accepted.
 * @param code the code of the invitation: its digest is stored
 * @returns until when the code can be used
 * @throws PrivacyError NOT_FOUND in another scope than ALL; CONFLICT if another employee has the mail address
 */
export async function writeInvitation(
  { database, now }: Reader,
  scope: RowScope | undefined,
  { principalId }: Viewer,
  { id, givenName, familyName, workEmail, roles, reviewsLog }: Invited,
  code: string,
): Promise<Date> {
  if (scope !== 'ALL' || principalId === undefined) throw new PrivacyError('NOT_FOUND');
  const { rows } = await sql`
    insert into recreation.employee (id, given_name, family_name, roles, reviews_log, work_email, invited_at, invited_by, roles_since)
    values (${id}, ${givenName}, ${familyName}, ${[...roles]}::text[], ${reviewsLog}, ${workEmail}, ${now}, ${principalId}, ${now})
    on conflict (lower(work_email)) where access_ended_at is null do nothing returning id`.execute(database);
  if (rows.length === 0) throw new PrivacyError('CONFLICT', { reason: 'WORK_EMAIL_TAKEN' });
  return writeCode({ database, now }, id, code);
}

/**
 * Replaces the code of an invitation that was not accepted yet.
 * @returns until when the new code can be used
 * @throws PrivacyError NOT_FOUND; CONFLICT if it was accepted, the employee has left, or the record is the viewer's own
 */
export async function writeRenewal(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  employeeId: string,
  code: string,
): Promise<Date> {
  const { isInvited } = await lockEmployee(reader, scope, viewer, employeeId);
  if (!isInvited) throw new PrivacyError('CONFLICT', { reason: 'INVITATION_ACCEPTED' });
  await deleteCode(reader, employeeId);
  return writeCode(reader, employeeId, code);
}

/**
 * Gives an employee other roles. The cases of a role that goes end, or go back to the queue.
 * @param roles distinct
 * @throws PrivacyError NOT_FOUND; CONFLICT if the employee reviews the log, has left, or the record is the viewer's own
 */
export async function writeRoles(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  employeeId: string,
  roles: readonly Role[],
): Promise<void> {
  const { reviewsLog } = await lockEmployee(reader, scope, viewer, employeeId);
  // A reviewer knows people by their pseudonyms, and would recognise them by name in another role.
  if (reviewsLog) throw new PrivacyError('CONFLICT', { reason: 'REVIEWS_LOG' });
  const given = [...roles];
  await sql`
    update recreation.employee set roles = ${given}::text[],
      roles_since = case when roles @> ${given}::text[] and roles <@ ${given}::text[] then roles_since else ${reader.now}::timestamptz end
    where id = ${employeeId}::uuid`.execute(reader.database);
  await releaseCases(reader, employeeId, roles);
}

/**
 * Records that an employee still needs the roles.
 * @param roles those that the viewer has seen
 * @throws PrivacyError NOT_FOUND; CONFLICT if the employee has other roles by now, has left, or the record is the viewer's own
 */
export async function writeRolesConfirmed(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  employeeId: string,
  roles: readonly Role[],
): Promise<void> {
  const employee = await lockEmployee(reader, scope, viewer, employeeId);
  const isSame = employee.roles.length === roles.length && employee.roles.every((role) => roles.includes(role));
  if (!isSame) throw new PrivacyError('CONFLICT', { reason: 'ROLES_CHANGED' });
  await sql`update recreation.employee set roles_confirmed_at = ${reader.now} where id = ${employeeId}::uuid`.execute(reader.database);
}

/**
 * Ends the access of an employee. The entry of each later operation, and so its answer, is refused (access-in-force.ts). An open
 * encounter ends, open cases go back to the queue, and an invitation can't be accepted any more.
 * @throws PrivacyError NOT_FOUND; CONFLICT if it has ended already, or the record is the viewer's own
 */
export async function writeAccessEnd(reader: Reader, scope: RowScope | undefined, viewer: Viewer, employeeId: string): Promise<void> {
  await lockEmployee(reader, scope, viewer, employeeId);
  await sql`update recreation.employee set access_ended_at = ${reader.now} where id = ${employeeId}::uuid`.execute(reader.database);
  await deleteCode(reader, employeeId);
  await releaseCases(reader, employeeId, []);
}

interface LockedEmployee {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly reviewsLog: boolean;
  readonly hasLeft: boolean;
  readonly isInvited: boolean;
}

/**
 * Locks an employee together with all administrators, so that one change of the staff is made at a time: of two administrators who end
 * each other's access at the same moment one stays.
 */
async function lockEmployee(
  { database }: Reader,
  scope: RowScope | undefined,
  { principalId }: Viewer,
  employeeId: string,
): Promise<LockedEmployee> {
  const { rows } = await sql<LockedEmployee>`
    select employee.id, employee.roles, employee.reviews_log as "reviewsLog", employee.access_ended_at is not null as "hasLeft",
      employee.awaits_acceptance as "isInvited"
    from recreation.employee employee
    where employee.id = ${employeeId}::uuid
      or (employee.roles @> array['STAFF_ADMINISTRATOR'] and employee.access_ended_at is null and not employee.awaits_acceptance)
    order by employee.id for update`.execute(database);
  const found = rows.find(({ id }) => id === employeeId);
  const isAdministered = scope === 'ALL' && rows.some(({ id, hasLeft }) => id === principalId && !hasLeft);
  if (!found || !isAdministered) throw new PrivacyError('NOT_FOUND');
  if (employeeId === principalId) throw new PrivacyError('CONFLICT', { reason: 'OWN_RECORD' });
  if (found.hasLeft) throw new PrivacyError('CONFLICT', { reason: 'EMPLOYEE_LEFT' });
  return found;
}

async function writeCode({ database, now }: Pick<Reader, 'database' | 'now'>, employeeId: string, code: string): Promise<Date> {
  const validUntil = new Date(now.getTime() + invitationDays * 86_400_000);
  await sql`
    insert into recreation.invitation (employee_id, code_hash, valid_until)
    values (${employeeId}, ${invitationDigest(code)}, ${validUntil})`.execute(database);
  return validUntil;
}

async function deleteCode({ database }: Reader, employeeId: string): Promise<void> {
  await sql`delete from recreation.invitation where employee_id = ${employeeId}::uuid`.execute(database);
}

/** Ends the open encounter of an employee, and gives open cases back to the queue, but for those of roles that stay. */
async function releaseCases(reader: Reader, employeeId: string, staying: readonly Role[]): Promise<void> {
  const { database } = reader;
  if (!staying.includes('CUSTOMER_SERVICE')) await endEncountersOf(reader, employeeId);
  if (!staying.includes('SUPPORT')) {
    await sql`
      update recreation.ticket set assignee_id = null
      where assignee_id = ${employeeId}::uuid and closed_at is null`.execute(database);
  }
  if (!staying.includes('PRIVACY_OFFICER')) {
    await sql`
      update recreation.request set assignee_id = null
      where assignee_id = ${employeeId}::uuid and answered_at is null and withdrawn_at is null`.execute(database);
  }
}
