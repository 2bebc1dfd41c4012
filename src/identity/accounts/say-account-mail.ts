import type { Mail } from '../../mail/mail.ts';
import { fill } from '../../wording/fill.ts';
import type { AccountMail } from '../../wording/wording.ts';
import { languages, wordings, type Language } from '../../wording/wordings.ts';
import { invitationDays } from '../../records/invitation-code.ts';
import { linkHours } from './links.ts';

/**
 * Makes a mail about an account. Pure.
 * @param link undefined: the mail has none
 * @param more what else its text has a place for
 */
export function sayAccountMail(
  mail: AccountMail,
  language: Language,
  link: string | undefined,
  more: Readonly<Record<string, string>> = {},
): Omit<Mail, 'to'> {
  const { subject, text } = wordings[language].accountMails[mail];
  return { subject, text: fill(text, { link: link ?? '', hours: String(linkHours), ...more }) };
}

/** Makes a mail to somebody whose language is not known: each language says it, one after another. Pure. */
export function sayInEachLanguage(mail: AccountMail, link: string | undefined, more: Readonly<Record<string, string>>): Omit<Mail, 'to'> {
  const said = languages.map((language) => sayAccountMail(mail, language, link, more));
  return { subject: said.map(({ subject }) => subject).join(' / '), text: said.map(({ text }) => text).join('\n* * *\n\n') };
}

/** Makes the mail with the code of an invitation. Pure. @param page the address of the page that takes the code */
export function sayInvitation(language: Language, code: string, page: string): Omit<Mail, 'to'> {
  const { subject, text } = wordings[language].invitationMail;
  return { subject, text: fill(text, { code, page, days: String(invitationDays) }) };
}
