import type { ContactMail } from '../../wording/wording.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { storeLink } from './links.ts';
import { sayInEachLanguage } from './say-account-mail.ts';

const hour = 60 * 60 * 1_000;

/**
 * Makes a mail about the mail address of a record, in each language: the reader may have no account. It names no one, and does not tell
 * whether another record has the address.
 * @param linkTo the address of the page on which the address is proven
 * @returns NONE: the address waits no longer
 */
export async function makeContactMail(
  database: Database,
  { kind, email, residentId }: { readonly kind: ContactMail; readonly email: string; readonly residentId: string },
  linkTo: (token: string) => string,
  now: Date,
): Promise<Mail | 'NONE'> {
  if (kind !== 'CONTACT') return { to: email, ...sayInEachLanguage(kind, undefined, {}) };
  const { rows } = await sql<{ until: Date | null }>`
    select identity.contact_waits_until(${residentId}::uuid, ${email}, ${now}::timestamptz) as until`.execute(database);
  const until = rows[0]?.until ?? undefined;
  if (!until) return 'NONE';
  const link = linkTo(await storeLink(database, 'CONTACT', email, undefined, now, residentId, until));
  return { to: email, ...sayInEachLanguage(kind, link, { hours: String(Math.ceil((until.getTime() - now.getTime()) / hour)) }) };
}
