import type { Language } from '../../../platform/language/languages.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import type { Origin } from '../accounts.ts';
import { checkPassword, isPasswordLength } from './passwords.ts';
import { loadCommonPasswords } from './common-passwords.ts';
import { endBefore } from '../ending/end-before.ts';
import type { SetPasswordResult } from './set-password.ts';
import type { SignInNeeds } from '../sign-in/sign-in.ts';

/** An old password with the new one. */
export interface PasswordChange {
  readonly old: string;
  readonly new: string;
}

/**
 * Changes the password of a person who is signed in and knows the old one. Wrong old passwords count like failed sign-ins.
 * @returns `wrong-password` also for an account that has none
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function changePassword(
  needs: SignInNeeds,
  accountId: string,
  change: PasswordChange,
  language: Language,
  from: Origin,
): Promise<Exclude<SetPasswordResult, { kind: 'link-invalid' }> | { readonly kind: 'wrong-password' }> {
  const { database, passwords, throttle, journal, now } = needs;
  const account = await findAccount(database, { id: accountId });
  if (!account || account.isDisabled || account.passwordHash === null) return { kind: 'wrong-password' };
  // Otherwise an attacker with a session could test old passwords without an entry.
  const problem = checkPassword(change.new, account.email, await loadCommonPasswords());
  if (problem !== undefined) return { kind: 'refused', problem };
  const counted = await throttle.count(account.email, from);
  if (counted.kind === 'throttled') return counted;
  const verified = isPasswordLength(change.old) && (await passwords.verify(change.old, account.passwordHash, counted.holder));
  if (verified === 'OVERDUE') return { kind: 'throttled', seconds: passwords.retryAfter };
  if (!verified) {
    await journal.failed(database, 'sign-in-failed', account, now());
    return { kind: 'wrong-password' };
  }
  const hash = await passwords.hash(change.new, counted.holder);
  if (hash === undefined) return { kind: 'throttled', seconds: passwords.retryAfter };
  const isChanged = await database.transaction(async (transaction) => {
    const { rows } = await sql`
      update identity.account set password_hash = ${hash}
      where id = ${accountId}::uuid and password_hash = ${account.passwordHash} and disabled_at is null returning 1`.execute(transaction);
    if (rows.length === 0) return false;
    await endBefore(transaction, 'change-password', account, { journal, now: now(), language });
    return true;
  });
  if (isChanged) await throttle.forgive(account.email, from);
  return isChanged ? { kind: 'set', accountId } : { kind: 'wrong-password' };
}
