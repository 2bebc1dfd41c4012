import type { People } from '../../../engine/application.ts';
import { sql } from '../../../platform/sql/sql.ts';

/** The data subjects and employees to whom accounts belong, in the tables of `applicationTables`. */
export const people: People = {
  async contestClaim({ database, now }, subjectId) {
    await sql`select identity.contest_claim(${subjectId}::uuid, ${now})`.execute(database);
  },
  async setInvitationCode({ database, now }, email, digest) {
    const { rows } = await sql`
      update identity.invitation set code_hash = ${digest} from identity.employee
      where employee.id = invitation.employee_id and employee.email = ${email} and invitation.valid_until > ${now}
      returning 1`.execute(database);
    return rows.length > 0;
  },
  async acceptInvitation({ database, now }, digest, email, subjectId) {
    const { rows } = await sql<{ employeeId: string }>`
      delete from identity.invitation using identity.employee
      where invitation.code_hash = ${digest} and invitation.valid_until > ${now}
        and employee.id = invitation.employee_id and employee.email = ${email}
      returning employee.id as "employeeId"`.execute(database);
    const employeeId = rows[0]?.employeeId;
    if (employeeId === undefined || subjectId === null) return employeeId;
    return (await connect(database, employeeId, subjectId)) ? employeeId : undefined;
  },
  connectRecord: ({ database }, employeeId, subjectId) => connect(database, employeeId, subjectId),
  // An application stores its employees itself: `identity.invite` invites one of them.
  inviteAdministrator: async () => 'ADMINISTERED',
  areIndependent: (one, other) => sql`${one} <> ${other}`,
  organisations: sql`(select null::uuid as id, null::text as role where false)`,
};

/** @returns false: the employee has a record, or it is another employee's */
async function connect(
  database: Parameters<People['connectRecord']>[0]['database'],
  employeeId: string,
  subjectId: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.own_record (employee_id, record_id) values (${employeeId}::uuid, ${subjectId}::uuid)
    on conflict do nothing returning 1`.execute(database);
  return rows.length > 0;
}
