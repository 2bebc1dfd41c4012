import type { Mail } from '../../mail/mail.ts';
import { fill } from '../../wording/fill.ts';
import type { AccountMail } from '../../wording/wording.ts';
import { wordings, type Language } from '../../wording/wordings.ts';
import { invitationDays } from '../../records/invitation-code.ts';
import { linkHours } from './links.ts';

/** Makes a mail about an account. Pure. @param link undefined: the mail has none */
export function sayAccountMail(mail: AccountMail, language: Language, link: string | undefined): Omit<Mail, 'to'> {
  const { subject, text } = wordings[language].accountMails[mail];
  return { subject, text: fill(text, { link: link ?? '', hours: String(linkHours) }) };
}

/** Makes the mail with the code of an invitation. Pure. @param page the address of the page that takes the code */
export function sayInvitation(language: Language, code: string, page: string): Omit<Mail, 'to'> {
  const { subject, text } = wordings[language].invitationMail;
  return { subject, text: fill(text, { code, page, days: String(invitationDays) }) };
}
