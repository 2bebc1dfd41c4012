import type { People } from '../../engine/application.ts';
import { sql } from '../../platform/sql/sql.ts';
import { contestClaim } from '../people/claims/claim-code-writes.ts';
import { inviteAdministrator } from './invite-administrator.ts';

/** The residents, employees and partners to whom accounts belong. */
export const people: People = {
  contestClaim,
  async setInvitationCode({ database, now }, email, digest) {
    const { rows } = await sql<{ isOpen: boolean }>`
      select recreation.set_invitation_code(${email}, ${digest}, ${now}) as "isOpen"`.execute(database);
    return rows[0]?.isOpen === true;
  },
  async acceptInvitation({ database, now }, digest, email, residentId) {
    const { rows } = await sql<{ employeeId: string }>`
      select employee_id as "employeeId"
      from recreation.accept_invitation(${digest}, ${email}, ${residentId}::uuid, ${now})`.execute(database);
    return rows[0]?.employeeId;
  },
  async connectRecord({ database }, employeeId, residentId) {
    const { rows } = await sql<{ isConnected: boolean }>`
      select recreation.connect_record(${employeeId}::uuid, ${residentId}::uuid) as "isConnected"`.execute(database);
    return rows[0]?.isConnected === true;
  },
  inviteAdministrator,
  areIndependent: (one, other, since) => sql<boolean>`recreation.are_independent(${one}, ${other}, ${since}::timestamptz)`,
  organisations: sql`recreation.partner`,
};
