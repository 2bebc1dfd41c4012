import type { Calendar } from '../../../platform/time/calendar.ts';
import { sql } from '../../../platform/sql/sql.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { Journal } from '../journal/journal.ts';
import { digestOf } from '../mails/secret-token.ts';

/**
 * Puts a mail address on record by the link that was mailed to it, with an entry that the resident sees. The old address is notified. All
 * who read the mailbox can do it: the link is a proof of the mailbox, and of no one.
 * @returns whether it is done: not by a link that is unknown, used or too old, or once another address was given or the guardian who gave
 *   this one is none any more
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export function openProveContact(
  database: AccountDatabase,
  journal: Journal,
  { dayOf }: Pick<Calendar, 'dayOf'>,
  now: () => Date,
): (token: string) => Promise<boolean> {
  return (token) =>
    database.transaction(async (transaction) => {
      const { rows } = await sql<{ residentId: string | null }>`
        select identity.prove_contact(${digestOf(token)}, ${now()}::timestamptz, ${dayOf(now())}::date) as "residentId"`.execute(
        transaction,
      );
      const residentId = rows[0]?.residentId ?? null;
      if (residentId === null) return false;
      await journal.byMail(transaction, 'prove-contact', residentId, now());
      return true;
    });
}
