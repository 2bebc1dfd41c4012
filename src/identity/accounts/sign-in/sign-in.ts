import { sql } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { Origin, SignInResult } from '../accounts.ts';
import { passwordAcr } from '../passkeys/assurance.ts';
import { isPasswordLength } from '../passwords/check-password.ts';
import type { Journal } from '../journal/journal.ts';
import { rememberBrowser } from './known-browsers.ts';
import { normalizeEmail } from '../../../platform/mail/normalize-email.ts';
import type { Passwords } from '../passwords/passwords.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** The dependencies of signing in with a password. */
export interface SignInNeeds {
  readonly database: AccountDatabase;
  readonly throttle: SignInThrottle;
  readonly passwords: Passwords;
  readonly journal: Journal;
  readonly now: () => Date;
}

/** The longest text that is taken for a mail address. */
const longestEmail = 320;

/** Signs in with a password; see `Accounts.signIn`. @throws PrivacyError LOG_UNAVAILABLE: no one is signed in without an entry */
export async function signIn(needs: SignInNeeds, given: string, password: string, from: Origin): Promise<SignInResult> {
  const { database, throttle, passwords, journal, now } = needs;
  // An invalid mail address is treated like one without an account.
  const email = normalizeEmail(given) ?? given.slice(0, longestEmail);
  const counted = await throttle.count(email, from);
  if (counted.kind === 'throttled') return counted;
  const { holder } = counted;
  const account = await findAccount(database, { email });
  const hash = account?.passwordHash ?? passwords.dummy;
  const verified = isPasswordLength(password) ? await passwords.verify(password, hash, holder) : false;
  if (verified === 'OVERDUE') return { kind: 'throttled', seconds: passwords.retryAfter };
  if (!account || account.isDisabled || account.passwordHash === null || !verified) {
    await journal.failed(database, 'sign-in-failed', account, now());
    return { kind: 'refused' };
  }
  await journal.own(database, 'sign-in', account, now());
  await throttle.forgive(email, from);
  if (from.browser !== undefined) await rememberBrowser(database, account.accountId, from.browser, now());
  const renewed = await passwords.renew(password, hash, holder);
  if (renewed !== undefined) {
    await sql`
      update identity.account set password_hash = ${renewed} where id = ${account.accountId}::uuid and password_hash = ${hash}`.execute(
      database,
    );
  }
  return { kind: 'signed-in', accountId: account.accountId, epoch: account.epoch, acr: passwordAcr, amr: ['pwd'] };
}
