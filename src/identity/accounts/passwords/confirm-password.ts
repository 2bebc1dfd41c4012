import { findAccount } from '../account.ts';
import type { Origin, SignInResult } from '../accounts.ts';
import { passwordAcr } from '../passkeys/assurance.ts';
import { isPasswordLength } from './passwords.ts';
import type { SignInNeeds } from '../sign-in/sign-in.ts';

/** Confirms by a password who is signed in; see `Accounts.confirm`. @throws PrivacyError LOG_UNAVAILABLE: nothing is confirmed without an entry */
export async function confirmPassword(needs: SignInNeeds, accountId: string, password: string, from: Origin): Promise<SignInResult> {
  const { database, passwords, throttle, journal, now } = needs;
  const account = await findAccount(database, { id: accountId });
  if (!account || account.isDisabled || account.passwordHash === null) return { kind: 'refused' };
  const counted = await throttle.count(account.email, from);
  if (counted.kind === 'throttled') return counted;
  const verified = isPasswordLength(password) && (await passwords.verify(password, account.passwordHash, counted.holder));
  if (verified === 'OVERDUE') return { kind: 'throttled', seconds: passwords.retryAfter };
  if (!verified) {
    await journal.failed(database, 'step-up-failed', account, now());
    return { kind: 'refused' };
  }
  await journal.own(database, 'step-up', account, now());
  await throttle.forgive(account.email, from);
  return { kind: 'signed-in', accountId, epoch: account.epoch, acr: passwordAcr, amr: ['pwd'] };
}
