import type { Mail } from '../../mail/mail.ts';
import { fill } from '../../wording/fill.ts';
import type { AccountMail } from '../../wording/wording.ts';
import { wordings, type Language } from '../../wording/wordings.ts';
import { linkHours } from './links.ts';

/** Makes a mail about an account. Pure. @param link undefined: the mail has none */
export function sayAccountMail(mail: AccountMail, language: Language, link: string | undefined): Omit<Mail, 'to'> {
  const { subject, text } = wordings[language].accountMails[mail];
  return { subject, text: fill(text, { link: link ?? '', hours: String(linkHours) }) };
}
