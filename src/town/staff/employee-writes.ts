import type { Reader } from '../../engine/rows/reader.ts';
import { sql } from '../../platform/sql/sql.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Role, RowScope } from '../shared/graphql/generated/schema.ts';
import { administratorsNeeded, sensitiveOf } from '../policy/words/roles.ts';
import { endEncountersOf } from '../counter/encounter-writes.ts';
import { assertIndependent } from './independence.ts';
import { invitationDays } from '../../identity/accounts/joining/invitation-code.ts';
import type { Viewer } from '../shared/access/scope.ts';

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
 * Adds an employee to the staff register, and has the code of the invitation mailed. The roles can be used once the invitation is accepted,
 * and sensitive ones once another administrator has approved them.
 * @param language of the mail
 * @returns until when the code can be used
 * @throws PrivacyError NOT_FOUND in another scope than ALL; CONFLICT if another employee has the mail address
 */
export async function writeInvitation(
  { database, now }: Reader,
  scope: RowScope | undefined,
  { principalId }: Viewer,
  { id, givenName, familyName, workEmail, roles, reviewsLog }: Invited,
  language: string,
): Promise<Date> {
  if (scope !== 'ALL' || principalId === undefined) throw new PrivacyError('NOT_FOUND');
  const awaited = sensitiveOf(roles);
  const [proposer, proposedAt] = awaited.length === 0 ? [null, null] : [principalId, now];
  const { rows } = await sql`
    insert into recreation.employee (id, given_name, family_name, roles, reviews_log, work_email, invited_at, invited_by, roles_since,
      awaited_roles, proposed_by, proposed_at)
    values (${id}, ${givenName}, ${familyName}, ${without(roles, awaited)}::text[], ${reviewsLog}, ${workEmail}, ${now}, ${principalId}, ${now},
      ${[...awaited]}::text[], ${proposer}::uuid, ${proposedAt}::timestamptz)
    on conflict (lower(work_email)) where access_ended_at is null do nothing returning id`.execute(database);
  if (rows.length === 0) throw new PrivacyError('CONFLICT', { reason: 'WORK_EMAIL_TAKEN' });
  return openInvitation({ database, now }, id, language);
}

/**
 * Ends the code of an invitation that was not accepted yet, and has another mailed to the same address.
 * @returns until when the new code can be used
 * @throws PrivacyError NOT_FOUND; CONFLICT if it was accepted, the employee has left, or the record is the viewer's own
 */
export async function writeRenewal(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  employeeId: string,
  language: string,
): Promise<Date> {
  const { isInvited } = await lockEmployee(reader, scope, viewer, employeeId);
  if (!isInvited) throw new PrivacyError('CONFLICT', { reason: 'INVITATION_ACCEPTED' });
  await deleteCode(reader, employeeId);
  return openInvitation(reader, employeeId, language);
}

/**
 * Gives an employee other roles. The cases of a removed role end, or go back to the queue. New sensitive roles replace those that were
 * proposed earlier, and wait for another administrator.
 * @param roles distinct
 * @throws PrivacyError NOT_FOUND; CONFLICT if the employee reviews the log, has left, is one of the last two administrators, or the record
 *   is the viewer's own
 */
export async function writeRoles(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  employeeId: string,
  roles: readonly Role[],
): Promise<void> {
  const { reviewsLog, roles: held, otherAdministrators } = await lockEmployee(reader, scope, viewer, employeeId);
  // A reviewer knows people by their pseudonyms, and would recognise them by name in another role.
  if (reviewsLog) throw new PrivacyError('CONFLICT', { reason: 'REVIEWS_LOG' });
  if (!roles.includes('STAFF_ADMINISTRATOR')) assertAdministrated(otherAdministrators);
  const awaited = sensitiveOf(roles).filter((role) => !held.includes(role));
  const given = without(roles, awaited);
  const [proposer, proposedAt] = awaited.length === 0 ? [null, null] : [viewer.principalId, reader.now];
  await sql`
    update recreation.employee set roles = ${given}::text[],
      awaited_roles = ${[...awaited]}::text[], proposed_by = ${proposer}::uuid, proposed_at = ${proposedAt}::timestamptz,
      roles_since = case when roles @> ${given}::text[] and roles <@ ${given}::text[] then roles_since else ${reader.now}::timestamptz end
    where id = ${employeeId}::uuid`.execute(reader.database);
  await releaseCases(reader, employeeId, given);
}

/**
 * Approves the sensitive roles that another administrator proposed.
 * @param roles those that the viewer has seen
 * @throws PrivacyError NOT_FOUND; CONFLICT if no role awaits approval, others do by now, the viewer proposed them or is not independent of
 *   the proposer, the employee has left, or the record is the viewer's own
 */
export async function writeRolesApproved(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  employeeId: string,
  roles: readonly Role[],
): Promise<void> {
  const { awaitedRoles, proposedBy } = await lockEmployee(reader, scope, viewer, employeeId);
  if (proposedBy === null || viewer.principalId === undefined) throw new PrivacyError('CONFLICT', { reason: 'NOTHING_TO_APPROVE' });
  if (proposedBy === viewer.principalId) throw new PrivacyError('CONFLICT', { reason: 'OWN_PROPOSAL' });
  if (!isSame(awaitedRoles, roles)) throw new PrivacyError('CONFLICT', { reason: 'ROLES_CHANGED' });
  await assertIndependent(reader, viewer.principalId, [proposedBy]);
  await sql`
    update recreation.employee set roles = roles || awaited_roles, roles_since = ${reader.now}::timestamptz, awaited_roles = '{}',
      appointed_by = proposed_by, appointed_at = proposed_at, approved_by = ${viewer.principalId}::uuid, proposed_by = null, proposed_at = null
    where id = ${employeeId}::uuid`.execute(reader.database);
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
  if (!isSame(employee.roles, roles)) throw new PrivacyError('CONFLICT', { reason: 'ROLES_CHANGED' });
  await sql`update recreation.employee set roles_confirmed_at = ${reader.now} where id = ${employeeId}::uuid`.execute(reader.database);
}

/**
 * Ends the access of an employee. The entry of each later operation, and so its answer, is refused (access-in-force.ts). An open
 * encounter ends, open cases go back to the queue, and an invitation can't be accepted any more.
 * @throws PrivacyError NOT_FOUND; CONFLICT if it has ended already, the employee is one of the last two administrators, or the record is
 *   the viewer's own
 */
export async function writeAccessEnd(reader: Reader, scope: RowScope | undefined, viewer: Viewer, employeeId: string): Promise<void> {
  const { otherAdministrators } = await lockEmployee(reader, scope, viewer, employeeId);
  assertAdministrated(otherAdministrators);
  await sql`update recreation.employee set access_ended_at = ${reader.now} where id = ${employeeId}::uuid`.execute(reader.database);
  await deleteCode(reader, employeeId);
  await releaseCases(reader, employeeId, []);
}

interface LockedEmployee {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly reviewsLog: boolean;
  readonly awaitedRoles: readonly Role[];
  readonly proposedBy: string | null;
  readonly hasLeft: boolean;
  readonly isInvited: boolean;
  /** How many administrators can act without the employee; undefined: the employee is not an administrator who can. */
  readonly otherAdministrators: number | undefined;
}

/**
 * Locks an employee together with all administrators, so that one change of the staff is made at a time: two administrators who end the
 * access of others at the same moment cannot leave fewer than two.
 */
async function lockEmployee(
  { database }: Reader,
  scope: RowScope | undefined,
  { principalId }: Viewer,
  employeeId: string,
): Promise<LockedEmployee> {
  const { rows } = await sql<Omit<LockedEmployee, 'otherAdministrators'> & { readonly canAdminister: boolean }>`
    select employee.id, employee.roles, employee.reviews_log as "reviewsLog", employee.access_ended_at is not null as "hasLeft",
      employee.awaited_roles as "awaitedRoles", employee.proposed_by as "proposedBy",
      employee.invited_at is not null and employee.accepted_at is null as "isInvited",
      employee.roles @> array['STAFF_ADMINISTRATOR'] and employee.access_ended_at is null and not employee.awaits_acceptance
        and not exists (
          select from identity.account closed where closed.employee_id = employee.id and closed.disabled_at is not null) as "canAdminister"
    from recreation.employee employee
    where employee.id = ${employeeId}::uuid
      or (employee.roles @> array['STAFF_ADMINISTRATOR'] and employee.access_ended_at is null and not employee.awaits_acceptance)
    order by employee.id for update`.execute(database);
  const found = rows.find(({ id }) => id === employeeId);
  const isAdministered = scope === 'ALL' && rows.some(({ id, hasLeft }) => id === principalId && !hasLeft);
  if (!found || !isAdministered) throw new PrivacyError('NOT_FOUND');
  if (employeeId === principalId) throw new PrivacyError('CONFLICT', { reason: 'OWN_RECORD' });
  if (found.hasLeft) throw new PrivacyError('CONFLICT', { reason: 'EMPLOYEE_LEFT' });
  const administrators = rows.filter(({ canAdminister }) => canAdminister);
  return { ...found, otherAdministrators: found.canAdminister ? administrators.length - 1 : undefined };
}

/**
 * Checks that enough administrators can act. A single administrator could not give a sensitive role, and no employee could approve another
 * administrator.
 * @throws PrivacyError CONFLICT
 */
function assertAdministrated(otherAdministrators: number | undefined): void {
  if (otherAdministrators !== undefined && otherAdministrators < administratorsNeeded) {
    throw new PrivacyError('CONFLICT', { reason: 'ADMINISTRATORS_NEEDED' });
  }
}

function without(roles: readonly Role[], others: readonly Role[]): Role[] {
  return roles.filter((role) => !others.includes(role));
}

function isSame(some: readonly Role[], others: readonly Role[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}

async function openInvitation({ database, now }: Pick<Reader, 'database' | 'now'>, employeeId: string, language: string): Promise<Date> {
  const validUntil = new Date(now.getTime() + invitationDays * 86_400_000);
  await sql`
    insert into recreation.invitation (employee_id, valid_until) values (${employeeId}, ${validUntil})`.execute(database);
  await sql`select recreation.mail_invitation(${employeeId}::uuid, ${language}, ${now}::timestamptz)`.execute(database);
  return validUntil;
}

async function deleteCode({ database }: Reader, employeeId: string): Promise<void> {
  await sql`delete from recreation.invitation where employee_id = ${employeeId}::uuid`.execute(database);
}

/** Ends the open encounter of an employee, and returns open cases to the queue, except those of the remaining roles. */
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
