import type { Language } from '../../../platform/language/languages.ts';
import { findAccount } from '../account.ts';
import type { AskForMail } from '../mails/ask-for-mail.ts';
import type { Origin } from '../accounts.ts';
import { openLink, type AccountSession, type MailboxUse } from '../mails/opened-links.ts';
import type { PasskeyNeeds } from '../passkeys/register-passkey.ts';

type ProofNeeds = Pick<PasskeyNeeds, 'database' | 'journal' | 'now'>;

/** Mails the link that the first passkey needs to the owner of a session. A session that has ended gets none, and the same answer. */
export async function askForFirstPasskey(
  { database }: ProofNeeds,
  askForMail: AskForMail,
  session: AccountSession,
  language: Language,
  from: Origin,
): ReturnType<AskForMail> {
  const account = await findAccount(database, { session: session.id });
  return askForMail('FIRST_PASSKEY', account?.email ?? '', language, from, account);
}

/**
 * Opens the link of a mail that proves a mailbox in a session of its account, with an entry: who did that reads the mailbox.
 * @returns whether the session may continue now
 * @throws PrivacyError LOG_UNAVAILABLE: then the link is not opened
 */
export async function proveMailbox(
  { database, journal, now }: ProofNeeds,
  use: MailboxUse,
  token: string,
  session: AccountSession,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    if (!(await openLink(transaction, use, token, session, now()))) return false;
    const account = await findAccount(transaction, { session: session.id });
    if (account) await journal.own(transaction, 'step-up', account, now());
    return account !== undefined;
  });
}
