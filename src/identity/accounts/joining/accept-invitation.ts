import type { Language } from '../../../platform/language/languages.ts';
import { invitationDigest, isWorkMail } from './invitation-code.ts';
import type { People } from '../../../engine/application.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import { endBefore } from '../ending/end-before.ts';
import type { Journal } from '../journal/journal.ts';
import { recordOf, type DeclaredRecord } from './own-record.ts';

/** The dependencies of accepting an invitation. */
export interface AcceptNeeds {
  readonly database: AccountDatabase;
  readonly journal: Journal;
  readonly people: Pick<People, 'acceptInvitation'>;
  readonly workMailDomains: readonly string[];
  readonly now: () => Date;
}

/**
 * Accepts the invitation of an employee with an account whose verified address was invited, and is of one of the municipality's domains.
 * The employee declares the own record as a resident, by an account that proves it, or that there is none: the rule about conflicts of
 * interest reads it. Refused are an account of another employee; one with a record that is not the declared one; an account that proves no
 * record; and a record that is another employee's. A refused code stays unchanged, and its attempt has an entry.
 * @param language of the mail to the owner
 * @returns whether the account is the employee's now
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function acceptInvitation(
  { database, journal, people, workMailDomains, now }: AcceptNeeds,
  accountId: string,
  code: string,
  declared: DeclaredRecord,
  language: Language = 'en',
): Promise<boolean> {
  const refused = new Error('refused');
  const accept = database.transaction(async (transaction) => {
    const account = await findAccount(transaction, { id: accountId });
    if (!account || account.isDisabled || account.employeeId !== null) throw refused;
    const own = await recordOf(transaction, account);
    const proving = declared === 'none' ? undefined : await findAccount(transaction, { id: declared.accountId });
    const record = proving && !proving.isDisabled ? await recordOf(transaction, proving) : null;
    const employeeId = await people.acceptInvitation({ database: transaction, now: now() }, invitationDigest(code), account.email, record);
    const isProven = (declared === 'none' || record !== null) && (own === null || own === record);
    // Only now: what is wrong makes no difference to the statements.
    if (employeeId === undefined || !isProven || !isWorkMail(account.email, workMailDomains)) throw refused;
    const { rows: bound } = await sql`
      update identity.account set employee_id = ${employeeId}::uuid, resident_id = ${own}::uuid
      where id = ${accountId}::uuid and employee_id is null and disabled_at is null
        and resident_id is not distinct from ${account.residentId}::uuid
        and (${own}::uuid is not null or not exists (select from identity.record registered where registered.id = account.id))
      returning 1`.execute(transaction);
    if (bound.length === 0) throw refused;
    const act = declared === 'none' ? 'accept-invitation-without-record' : 'accept-invitation';
    const joined = { ...account, residentId: record, employeeId };
    await endBefore(transaction, act, joined, { journal, now: now(), language });
    return true;
  });
  return accept.catch(async (error: unknown) => {
    if (error !== refused) throw error;
    await journal.failed(database, 'refuse-invitation', await findAccount(database, { id: accountId }), now());
    return false;
  });
}
