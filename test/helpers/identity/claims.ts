import { people } from '../../../src/town/staff/people.ts';
import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import type { AccountDatabase } from '../../../src/identity/accounts/account-database.ts';
import { sendMails } from '../../../src/identity/accounts/mails/send-mails.ts';
import type { Mail } from '../../../src/platform/mail/mail.ts';
import { testNow, type TestDatabase } from '../database/cluster.ts';

/** Lets the addresses on record have been there for long enough to get a code. The clock is that of the database. */
export async function letContactsStand(database: TestDatabase): Promise<void> {
  await database.asOwner(`update recreation.resident set email_stands_since = now() - interval '31 days'`);
}

/** Takes the mails that wait, as a mail server would. Links are `https://town.example/KIND/TOKEN`. */
export async function takeMails(database: AccountDatabase, now = (): Date => testNow): Promise<readonly Mail[]> {
  const taken: Mail[] = [];
  const mailer = {
    check: () => Promise.resolve(),
    send: (mail: Mail) => void taken.push(mail),
    deliver: (mail: Mail) => Promise.resolve(taken.push(mail) > 0 ? ('TAKEN' as const) : ('FAILED' as const)),
    stop: () => Promise.resolve(),
  };
  while (
    await sendMails({
      rules: vocabulary.accounts,
      people,
      database,
      mailer,
      linkTo: (token, kind) => `https://town.example/${kind}/${token}`,
      now,
    })
  );
  return taken;
}

/** The second code of a claim in a mail; undefined: it has none. */
export function secondCodeIn(mail: Pick<Mail, 'text'> | undefined): string | undefined {
  return mail && /^[\dA-HJKMNP-TV-Z]{4}(?:-[\dA-HJKMNP-TV-Z]{4}){3}(?=\r?$)/m.exec(mail.text)?.[0];
}

/** The token of the link in a mail that proves a mail address of a record. */
export function contactLinkIn(mail: Pick<Mail, 'text'> | undefined): string | undefined {
  return mail && /https:\/\/town\.example\/CONTACT\/(\S+)/.exec(mail.text)?.[1];
}

/** The token of the link in a mail with which a claim is contested. */
export function contestIn(mail: Mail | undefined): string | undefined {
  return mail && /https:\/\/town\.example\/CONTEST\/(\S+)/.exec(mail.text)?.[1];
}
