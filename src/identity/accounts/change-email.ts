import { causeOf } from '../../error-cause.ts';
import { sql } from '../../sql.ts';
import type { Language } from '../../wording/wordings.ts';
import { findAccount } from './account.ts';
import { storeMail } from './ask-for-mail.ts';
import { endGrants } from './end-grants.ts';
import { useLink } from './links.ts';
import type { SignInNeeds } from './sign-in.ts';

/** SQLSTATE unique_violation. */
const uniqueViolation = '23505';

/**
 * Gives an account the address to which a link was mailed, and tells the old address. It ends every session and grant, and
 * links that were mailed before are of no use any more.
 * @param language of the mail to the old address
 * @returns the new address; undefined: the link is unknown, used or too old, the account may not change its address, or another account
 *   has the new one
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function changeEmail(
  { database, journal, now }: Pick<SignInNeeds, 'database' | 'journal' | 'now'>,
  token: string,
  language: Language,
): Promise<string | undefined> {
  const change = database.transaction(async (transaction) => {
    const link = await useLink(transaction, 'EMAIL', token, now());
    const account = link?.accountId ? await findAccount(transaction, { id: link.accountId }) : undefined;
    if (!link || !account || !mayChangeEmail(account)) return undefined;
    const { accountId } = account;
    const { rows } = await sql`
      update identity.account set email = ${link.email}, email_verified_at = ${now()}
      where id = ${accountId}::uuid and employee_id is null and disabled_at is null returning 1`.execute(transaction);
    if (rows.length === 0) return undefined;
    await endGrants(transaction, accountId);
    await journal.own(transaction, 'change-email', account, now());
    await storeMail(transaction, 'EMAIL_CHANGED', account.email, language, now());
    return link.email;
  });
  return change.catch((error: unknown) => {
    // Another account got the address in the meantime.
    if (causeOf(error) === uniqueViolation) return undefined;
    throw error;
  });
}

/** An employee's account keeps the address that was invited: the municipality's mail server guards it. */
export function mayChangeEmail({ isDisabled, employeeId }: { readonly isDisabled: boolean; readonly employeeId: string | null }): boolean {
  return !isDisabled && employeeId === null;
}
