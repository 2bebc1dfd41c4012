import { sql, type Database } from '../../../platform/sql/sql.ts';
import { digestOf } from '../mails/secret-token.ts';

/** Days that a browser stays known after its latest sign-in. */
export const knownBrowserDays = 180;
/** The most browsers that an account knows. */
const mostBrowsers = 20;

/** Whether the account of an address has signed in in a browser. The same statement runs for an address that no account has. */
export async function isKnownBrowser(database: Database, email: string, browser: string): Promise<boolean> {
  const { rows } = await sql`
    select from identity.known_browser
    where hash = ${digestOf(browser)} and account_id = (select id from identity.account where email = ${email})`.execute(database);
  return rows.length > 0;
}

/**
 * Notes that an account has signed in in a browser. Beyond the most, the browser goes that became known last, and not the one that was
 * unused for longest: someone with the password must not push the owner's own out.
 * @param browser the secret in its cookie, which is stored as a digest
 */
export async function rememberBrowser(database: Database, accountId: string, browser: string, now: Date): Promise<void> {
  const hash = digestOf(browser);
  await sql`
    insert into identity.known_browser (account_id, hash, made_at, last_used_at) values (${accountId}::uuid, ${hash}, ${now}, ${now})
    on conflict (account_id, hash) do update set last_used_at = excluded.last_used_at`.execute(database);
  await sql`
    delete from identity.known_browser where account_id = ${accountId}::uuid and hash in (
      select hash from identity.known_browser where account_id = ${accountId}::uuid and hash <> ${hash}
      order by made_at, hash offset ${sql.lit(mostBrowsers - 1)})`.execute(database);
}
