import type { Language } from '../../platform/language/languages.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { sql } from '../../platform/sql/sql.ts';
import { findAccount } from './account.ts';
import type { Origin } from './accounts.ts';
import { confirmPassword } from './passwords/confirm-password.ts';
import { endBefore } from './ending/end-before.ts';
import { readLink, useLink } from './mails/links.ts';
import type { SignInNeeds } from './sign-in/sign-in.ts';

/** SQLSTATE unique_violation. */
const uniqueViolation = '23505';

/** The outcome of a change of address. */
export type EmailChange =
  | { readonly kind: 'changed'; readonly email: string }
  /** The link is unknown, used or too old, the account may not change its address, or another account has the new one. */
  | { readonly kind: 'link-invalid' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'throttled'; readonly seconds: number };

/**
 * Gives an account the address to which a link was mailed, and tells the old address. It takes the account's password: who reads the new
 * mailbox may not be the one who asked. Every other credential, session and grant from before ends, and links that were mailed before are of
 * no use any more. Wrong passwords count like failed sign-ins.
 * @param language of the mail to the old address
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function changeEmail(
  needs: SignInNeeds,
  token: string,
  password: string,
  language: Language,
  from: Origin,
): Promise<EmailChange> {
  const { database, journal, now } = needs;
  const asked = await readLink(database, 'EMAIL', token, now());
  if (!asked?.accountId) return { kind: 'link-invalid' };
  const proof = await confirmPassword(needs, asked.accountId, password, from);
  if (proof.kind === 'throttled') return proof;
  if (proof.kind === 'refused') return { kind: 'wrong-password' };
  const change = database.transaction(async (transaction) => {
    const link = await useLink(transaction, 'EMAIL', token, now());
    const account = link?.accountId ? await findAccount(transaction, { id: link.accountId }) : undefined;
    // The password that was proven may have ended in the meantime.
    if (!link || !account || account.epoch !== proof.epoch || !mayChangeEmail(account)) return undefined;
    const { rows } = await sql`
      update identity.account set email = ${link.email}, email_verified_at = ${now()}
      where id = ${account.accountId}::uuid and employee_id is null and disabled_at is null returning 1`.execute(transaction);
    if (rows.length === 0) return undefined;
    await endBefore(transaction, 'change-email', account, { journal, now: now(), language });
    return link.email;
  });
  const email = await change.catch((error: unknown) => {
    // Another account got the address in the meantime.
    if (causeOf(error) === uniqueViolation) return undefined;
    throw error;
  });
  return email === undefined ? { kind: 'link-invalid' } : { kind: 'changed', email };
}

/** An employee's account keeps the address that was invited: the municipality's mail server guards it. */
export function mayChangeEmail({ isDisabled, employeeId }: { readonly isDisabled: boolean; readonly employeeId: string | null }): boolean {
  return !isDisabled && employeeId === null;
}
