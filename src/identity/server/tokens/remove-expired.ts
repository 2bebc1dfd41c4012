import { sql, type Database, type Sql } from '../../../platform/sql/sql.ts';
import { knownBrowserDays } from '../../accounts/sign-in/sign-in.ts';
import { mailDays } from '../../accounts/mails/send-mails.ts';

/**
 * The conditions for expired rows, by table. An artifact is kept for an hour: a code that is used late is then still found to be used or expired. Rows
 * that strangers can create are not kept, so they cannot fill the table. An attempt counts until it expires, in milliseconds of the Unix epoch. Failures of strangers are counted
 * by the hour, for 90 days.
 */
const expired: Readonly<Record<string, Sql<boolean>>> = {
  artifact: sql`(expires_at < now() - interval '1 hour'
    or expires_at < now() and model in ('PushedAuthorizationRequest', 'Interaction'))`,
  replay: sql`expires_at < now()`,
  session: sql`expires_at < now()`,
  known_browser: sql`last_used_at < now() - make_interval(days => ${sql.lit(knownBrowserDays)})`,
  link: sql`valid_until < now()`,
  challenge: sql`valid_until < now()`,
  claim_code: sql`valid_until < now()`,
  mail: sql`asked_at < now() - make_interval(days => ${sql.lit(mailDays)})`,
  stranger_failure: sql`hour < now() - interval '90 days'`,
  attempt: sql`expire < extract(epoch from now()) * 1000`,
};
/** The most rows that one statement removes, so that it holds no lock for long. */
const batch = 1_000;

/** Removes what has expired, in batches. Several processes may do it at once. @returns how many rows were removed */
export async function removeExpired(database: Database): Promise<number> {
  let removed = 0;
  for (const [name, isExpired] of Object.entries(expired)) {
    const table = sql.ref(`identity.${name}`);
    for (;;) {
      const { rows } = await sql`delete from ${table} where ctid in (
        select ctid from ${table} where ${isExpired} limit ${sql.lit(batch)}) returning 1`.execute(database);
      removed += rows.length;
      if (rows.length < batch) break;
    }
  }
  return removed;
}
