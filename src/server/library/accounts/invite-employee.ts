import { invitationDays } from '../../../identity/accounts/joining/invitation-code.ts';
import type { Language } from '../../../platform/language/languages.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';

/** Milliseconds. */
const day = 24 * 60 * 60 * 1_000;

/**
 * Invites an employee, whose address at work gets a code by mail; an earlier one is worth nothing any more. The employee registers an account
 * with that address, and enters the code.
 * @param database as the gateway's role, or the role that owns the tables
 * @param language of the mail
 * @returns false: there is no such employee in service, or one with an account
 */
export async function inviteEmployee(
  database: Database,
  employeeId: string,
  language: Language = 'en',
  now = new Date(),
): Promise<boolean> {
  const until = new Date(now.getTime() + invitationDays * day);
  const { rows } = await sql<{ isInvited: boolean }>`
    select identity.invite(${employeeId}::uuid, ${language}, ${now}, ${until}) as "isInvited"`.execute(database);
  return rows[0]?.isInvited === true;
}
