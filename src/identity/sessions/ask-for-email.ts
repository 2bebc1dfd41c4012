import { PrivacyError } from '../../errors.ts';
import { freshFor } from '../../policy/assurance.ts';
import type { UsedSession } from '../../records/use-session.ts';
import type { Language } from '../../wording/wordings.ts';
import { findAccount } from '../accounts/account.ts';
import type { Origin } from '../accounts/accounts.ts';
import { passkeyAcr } from '../accounts/assurance.ts';
import { mayChangeEmail } from '../accounts/change-email.ts';
import { normalizeEmail } from '../accounts/normalize-email.ts';
import { listPasskeys } from '../accounts/passkey-rows.ts';
import type { SessionNeeds } from './session-needs.ts';

/**
 * Mails a link to the address that somebody wants to sign in with. Who has the address can set a new password, so the owner must have
 * proven in the last minutes who asks: with a passkey, if the account has one. The answer is the same for every address.
 * @throws PrivacyError STEP_UP_NEEDED; CAPACITY_UNAVAILABLE for an employee's account; INPUT_INVALID; SIGN_IN_THROTTLED; MAIL_UNAVAILABLE
 *   where no mails are sent
 */
export async function askForEmail(
  { database, askForMail, now }: SessionNeeds,
  session: UsedSession,
  email: string,
  language: Language,
  from: Origin,
): Promise<void> {
  const { id, accountId, acr, provenAt } = session;
  if (!askForMail) throw new PrivacyError('MAIL_UNAVAILABLE');
  const isFresh = now().getTime() - provenAt.getTime() <= freshFor * 1_000;
  const isSure = acr === passkeyAcr || (await listPasskeys(database, accountId)).length === 0;
  if (!isFresh || !isSure) throw new PrivacyError('STEP_UP_NEEDED');
  // One statement reads the session and the epoch: a mail of an account with another one is not stored.
  const account = await findAccount(database, { session: id });
  if (!account) throw new PrivacyError('SESSION_ENDED');
  if (!mayChangeEmail(account)) throw new PrivacyError('CAPACITY_UNAVAILABLE');
  if (normalizeEmail(email) === undefined) throw new PrivacyError('INPUT_INVALID', { coordinates: ['email'] });
  const asked = await askForMail('CHANGE_EMAIL', email, language, from, account);
  if (asked.kind === 'throttled') throw new PrivacyError('SIGN_IN_THROTTLED', { retryAfter: asked.seconds });
}
