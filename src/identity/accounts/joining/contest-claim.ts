import type { Language } from '../../../platform/language/languages.ts';
import { identityWordings } from '../../wording/wordings.ts';
import { randomUUID } from 'node:crypto';
import type { People } from '../../../engine/application.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { sql } from '../../../platform/sql/sql.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { Journal } from '../journal/journal.ts';
import { digestOf } from '../mails/secret-token.ts';

/**
 * Contests the claim of the record that a mail was about, by its link: codes end, and an account that claimed the record is held until the
 * privacy office has decided.
 * @param language of the request to the office
 * @returns false: the link is unknown, used or too old
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export function openContestClaim(
  database: AccountDatabase,
  people: Pick<People, 'contestClaim'>,
  journal: Journal,
  { dayOf }: Pick<Calendar, 'dayOf'>,
  now: () => Date,
): (token: string, language: Language) => Promise<boolean> {
  return (token, language) =>
    database.transaction(async (transaction) => {
      const { rows } = await sql<{ residentId: string }>`
        delete from identity.link where hash = ${digestOf(token)} and kind = 'CONTEST' and valid_until > ${now()} and resident_id is not null
        returning resident_id as "residentId"`.execute(transaction);
      const [used] = rows;
      if (!used) return false;
      await people.contestClaim({ database: transaction, now: now() }, used.residentId, {
        requestId: randomUUID(),
        body: identityWordings[language].contestRequest,
        today: dayOf(now()),
        isByLink: true,
      });
      await journal.byMail(transaction, 'contest-claim', used.residentId, now());
      return true;
    });
}
