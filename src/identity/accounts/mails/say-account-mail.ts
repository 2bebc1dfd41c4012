import { type Language, languages } from '../../../platform/language/languages.ts';
import type { AccountMail } from '../../wording/wording.ts';
import { identityWordings } from '../../wording/wordings.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { fill } from '../../../platform/language/fill.ts';
import { invitationDays } from '../joining/invitation-code.ts';
import { linkHours } from './links.ts';

/** The passkeys that a mail names, by what their owner calls them. */
export interface NamedPasskeys {
  /** Which no longer sign in. */
  readonly ended: readonly string[];
  /** Which sign in. */
  readonly kept: readonly string[];
}

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
  passkeys: NamedPasskeys = { ended: [], kept: [] },
): Omit<Mail, 'to'> {
  const { accountMails, mailedPasskeys } = identityWordings[language];
  const { subject, text } = accountMails[mail];
  const lists = (['ended', 'kept'] as const).map((kind) => say(mailedPasskeys[kind], passkeys[kind], language)).join('');
  return { subject, text: fill(text, { link: link ?? '', hours: String(linkHours), ...more }) + lists };
}

/** Makes a mail to someone whose language is not known: each language says it, one after another. Pure. */
export function sayInEachLanguage(mail: AccountMail, link: string | undefined, more: Readonly<Record<string, string>>): Omit<Mail, 'to'> {
  const said = languages.map((language) => sayAccountMail(mail, language, link, more));
  return { subject: said.map(({ subject }) => subject).join(' / '), text: said.map(({ text }) => text).join('\n* * *\n\n') };
}

function say(sentence: string, names: readonly string[], language: Language): string {
  const { unnamed } = identityWordings[language].pages.account.passkeys;
  return names.length === 0 ? '' : `\n${sentence}\n${names.map((name) => `- ${plain(name) || unnamed}\n`).join('')}`;
}

/** An attacker names a passkey too: what could be a link, or look like a sentence of ours, is left out. */
function plain(name: string): string {
  return name
    .replaceAll(/[^\p{L}\p{M}\p{N}’'()-]+/gu, ' ')
    .trim()
    .slice(0, 30)
    .trim();
}

/** Makes the mail with the code of an invitation. Pure. @param page the address of the page that takes the code */
export function sayInvitation(language: Language, code: string, page: string): Omit<Mail, 'to'> {
  const { subject, text } = identityWordings[language].invitationMail;
  return { subject, text: fill(text, { code, page, days: String(invitationDays) }) };
}
