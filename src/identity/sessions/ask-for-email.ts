import type { Language } from '../../platform/language/languages.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { freshFor } from '../../engine/policy/decision/enter.ts';
import type { UsedSession } from './use-session.ts';
import { findAccount } from '../accounts/account.ts';
import type { Origin } from '../accounts/accounts.ts';
import type { AskedMail } from '../accounts/mails/ask-for-mail.ts';
import { passkeyAcr } from '../accounts/passkeys/assurance.ts';
import { mayChangeEmail } from '../accounts/change-email.ts';
import { normalizeEmail } from '../../platform/mail/normalize-email.ts';
import { hasOpenedLink, useOpenedLinks, type AccountSession } from '../accounts/mails/opened-links.ts';
import { listPasskeys } from '../accounts/passkeys/passkey-rows.ts';
import type { SessionNeeds } from './session-needs.ts';
import type { MailedTo } from './sessions.ts';

/**
 * Mails a link to the address that someone wants to sign in with. The holder of the address can set a new password, so the owner must
 * have proven the sign-in in the last minutes: with a passkey; or, where the account has none, with the password and the mailbox that it has.
 * Until the session has opened a link from there, that link is mailed, regardless of the address. The link is used up with the mail to
 * the new address. The answer is the same for every address.
 * @throws PrivacyError STEP_UP_NEEDED; CAPACITY_UNAVAILABLE for an employee's account; INPUT_INVALID; SIGN_IN_THROTTLED; MAIL_UNAVAILABLE
 *   where no mails are sent
 */
export async function askForEmail(
  needs: SessionNeeds,
  session: UsedSession,
  email: string,
  language: Language,
  from: Origin,
): Promise<MailedTo> {
  const { database, askForMail, now } = needs;
  if (!askForMail) throw new PrivacyError('MAIL_UNAVAILABLE');
  const isFresh = now().getTime() - session.provenAt.getTime() <= freshFor * 1_000;
  const hasPasskey = await hasPasskeys(needs, session);
  if (!isFresh || (hasPasskey && session.acr !== passkeyAcr)) throw new PrivacyError('STEP_UP_NEEDED');
  // One statement reads the session and the epoch: a mail of an account with another one is not stored.
  const account = await findAccount(database, { session: session.id });
  if (!account) throw new PrivacyError('SESSION_ENDED');
  if (!mayChangeEmail(account)) throw new PrivacyError('CAPACITY_UNAVAILABLE');
  const ask = async (kind: AskedMail, to: string): Promise<void> => {
    const asked = await askForMail(kind, to, language, from, account);
    if (asked.kind === 'throttled') throw new PrivacyError('SIGN_IN_THROTTLED', { retryAfter: asked.seconds });
  };
  if (!hasPasskey && !(await hasOpenedLink(database, 'OLD_EMAIL', session, now()))) {
    await ask('OLD_EMAIL', account.email);
    return 'CURRENT';
  }
  if (normalizeEmail(email) === undefined) throw new PrivacyError('INPUT_INVALID', { coordinates: ['email'] });
  // Two requests at once need two links.
  if (!hasPasskey && !(await useOpenedLinks(database, 'OLD_EMAIL', session, now()))) throw new PrivacyError('STEP_UP_NEEDED');
  await ask('CHANGE_EMAIL', email);
  return 'NEW';
}

/** Whether a session must open a link from the mailbox of its account first: without a passkey, a stolen password would be enough. */
export async function needsMailbox(needs: SessionNeeds, session: AccountSession): Promise<boolean> {
  return !(await hasPasskeys(needs, session)) && !(await hasOpenedLink(needs.database, 'OLD_EMAIL', session, needs.now()));
}

async function hasPasskeys({ database }: SessionNeeds, { accountId }: AccountSession): Promise<boolean> {
  return (await listPasskeys(database, accountId)).length > 0;
}
