import type { Language } from '../../../platform/language/languages.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { sendDue, type Sender, type Waiting } from '../../../platform/mail/send-due.ts';
import { publicPaths } from '../../shared/pages/visit.ts';
import { daysToReopen } from '../privacy-requests.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { fill } from '../../../platform/language/fill.ts';
import type { RequestMail } from '../../wording/wording.ts';
import { wordings } from '../../wording/wordings.ts';
import type { Outbox } from '../../../platform/mail/outbox.ts';

interface WaitingMail extends Waiting {
  readonly requestId: string;
  readonly kind: RequestMail;
}

interface MailedRequest {
  readonly number: string;
  readonly email: string;
  readonly language: string;
}

/**
 * Sends the mails that are due to senders without an account: that their request is answered, or open again. A mail names the request and
 * holds nothing of its texts: a reader of the mailbox still needs the code of the receipt. No mail is given up while the mail server is
 * down.
 * @param origin of the pages; undefined: a mail names the path alone
 * @returns whether more may be due
 */
export function sendRequestMails(sender: Sender, origin: string | undefined): Promise<boolean> {
  const { database, now } = sender;
  return sendDue<WaitingMail>(sender, {
    table: sql`recreation.request_mail`,
    columns: sql`request_id as "requestId", kind`,
    async make({ id, requestId, kind }) {
      // A mail that a later change has replaced is no longer in the outbox.
      const { rows } = await sql<MailedRequest>`
        select request.number, request.contact_email as email, request.language
        from recreation.request_mail mail join recreation.request request on request.id = mail.request_id
        where mail.id = ${id}::uuid and request.id = ${requestId}::uuid and request.contact_email is not null`.execute(database);
      return rows[0] ? sayRequestMail(kind, rows[0], origin) : 'NONE';
    },
    async end({ requestId }, outcome) {
      const at = sql.raw(outcome === 'TAKEN' ? 'told_at' : 'refused_at');
      await sql`update recreation.request set told_at = null, refused_at = null where id = ${requestId}::uuid`.execute(database);
      await sql`update recreation.request set ${at} = ${now()}::timestamptz where id = ${requestId}::uuid`.execute(database);
    },
  });
}

function sayRequestMail(kind: RequestMail, { number, email, language }: MailedRequest, origin: string | undefined): Mail {
  const { requestMails } = wordings[language as Language] ?? wordings.en;
  const { subject, text } = requestMails[kind];
  const path = `${publicPaths.requests}?${new URLSearchParams({ number, lang: language }).toString()}`;
  const link = origin === undefined ? path : new URL(path, origin).href;
  return { to: email, subject: fill(subject, { number }), text: fill(text, { number, link, days: String(daysToReopen) }) };
}

/** How many of these mails wait, and for how many seconds the oldest one has waited; 0 if none waits. */
export async function readRequestOutbox(database: Database, now: Date): Promise<Outbox> {
  const { rows } = await sql<{ mails: number; oldest: Date | null }>`
    select count(*)::int as mails, min(asked_at) as oldest from recreation.request_mail`.execute(database);
  const { mails, oldest } = rows[0]!;
  return { mails, oldestSeconds: oldest === null ? 0 : Math.max(0, (now.getTime() - oldest.getTime()) / 1_000) };
}
