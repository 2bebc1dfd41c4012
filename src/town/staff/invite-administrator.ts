import { randomUUID } from 'node:crypto';
import type { AdministratorInvitation, InvitedAdministrator, RecordsReader } from '../../engine/application.ts';
import { sql } from '../../platform/sql/sql.ts';
import { administratorsNeeded } from '../policy/words/roles.ts';

/**
 * Invites one of the first two administrators of the staff, or the replacement of one of two. The code is mailed. Only where no one ever was
 * an administrator, or exactly one can act or accept an invitation. Invitations that were not accepted in time end.
 * @param at as the owner's role, in a transaction
 */
export async function inviteAdministrator(
  at: RecordsReader,
  { givenName, familyName, workEmail, language }: InvitedAdministrator,
  validUntil: Date,
): Promise<AdministratorInvitation> {
  const { database, now } = at;
  // Before anything is read: a change of an administrator waits, and so does another such command.
  await sql`lock table recreation.employee in share row exclusive mode`.execute(database);
  await endUnaccepted(at);
  const { current, past } = await countAdministrators(at);
  if (current >= administratorsNeeded) return 'ADMINISTERED';
  if (current === 0 && past > 0) return 'WAS_ADMINISTERED';
  const employeeId = randomUUID();
  const { rows } = await sql`
    insert into recreation.employee (id, given_name, family_name, roles, work_email, invited_at, roles_since)
    values (${employeeId}, ${givenName}, ${familyName}, '{STAFF_ADMINISTRATOR}', ${workEmail}, ${now}, ${now})
    on conflict (lower(work_email)) where access_ended_at is null do nothing returning id`.execute(database);
  if (rows.length === 0) return 'WORK_EMAIL_TAKEN';
  await sql`insert into recreation.invitation (employee_id, valid_until) values (${employeeId}, ${validUntil})`.execute(database);
  await sql`select recreation.mail_invitation(${employeeId}::uuid, ${language}, ${now}::timestamptz)`.execute(database);
  return { employeeId };
}

/** Ends the invitations of this command that no one accepted in time: no one else could. */
async function endUnaccepted({ database, now }: RecordsReader): Promise<void> {
  await sql`
    update recreation.employee set access_ended_at = ${now}::timestamptz
    where roles @> array['STAFF_ADMINISTRATOR'] and invited_at is not null and invited_by is null and accepted_at is null
      and access_ended_at is null and not exists (
        select from recreation.invitation open where open.employee_id = employee.id and open.valid_until > ${now})`.execute(database);
}

/** How many administrators can act, or accept an invitation; and how many no longer can, but did. */
async function countAdministrators({ database }: RecordsReader): Promise<{ readonly current: number; readonly past: number }> {
  const { rows } = await sql<{ current: number; past: number }>`
    with administrator as (
      select employee.access_ended_at is null and not exists (
          select from identity.account closed where closed.employee_id = employee.id and closed.disabled_at is not null) as is_current,
        employee.invited_at is null or employee.accepted_at is not null as has_joined
      from recreation.employee employee where employee.roles @> array['STAFF_ADMINISTRATOR'])
    select count(*) filter (where is_current)::int as current, count(*) filter (where not is_current and has_joined)::int as past
    from administrator`.execute(database);
  return rows[0]!;
}
