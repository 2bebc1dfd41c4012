import { invitationDigest } from '../../records/invitation-code.ts';
import { sql } from '../../sql.ts';
import { findAccount } from './account.ts';
import type { AccountDatabase } from './account-database.ts';
import { endGrants } from './end-grants.ts';
import type { Journal } from './journal.ts';

/**
 * Accepts the invitation of an employee with an account whose verified address was invited. Refused are an account of another
 * employee, and one with a record that is not the employee's, because the rule about conflicts of interest reads it there. A refused
 * code stays as it is, and its attempt has an entry.
 * @returns whether the account is the employee's now
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function acceptInvitation(
  database: AccountDatabase,
  journal: Journal,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const refused = new Error('refused');
  const accept = database.transaction(async (transaction) => {
    const account = await findAccount(transaction, { id: accountId });
    if (!account || account.isDisabled || account.employeeId !== null) throw refused;
    const { rows } = await sql<{ employeeId: string; residentId: string | null }>`
      select employee_id as "employeeId", resident_id as "residentId"
      from recreation.accept_invitation(${invitationDigest(code)}, ${account.email}, ${now})`.execute(transaction);
    const [invited] = rows;
    if (!invited) throw refused;
    const { rows: bound } = await sql`
      update identity.account set employee_id = ${invited.employeeId}::uuid
      where id = ${accountId}::uuid and employee_id is null and disabled_at is null
        and (resident_id is null or resident_id = ${invited.residentId}::uuid)
        and not exists (select from identity.record own where own.id = account.id and own.id is distinct from ${invited.residentId}::uuid)
      returning 1`.execute(transaction);
    if (bound.length === 0) throw refused;
    await endGrants(transaction, accountId);
    await journal.own(transaction, 'accept-invitation', { ...account, employeeId: invited.employeeId }, now);
    return true;
  });
  return accept.catch(async (error: unknown) => {
    if (error !== refused) throw error;
    await journal.failed(database, 'refuse-invitation', await findAccount(database, { id: accountId }), now);
    return false;
  });
}
