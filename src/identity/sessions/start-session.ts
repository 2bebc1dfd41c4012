import { randomUUID } from 'node:crypto';
import { sessionDigest } from '../authentication/browsers/session-cookie.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { useSession } from './use-session.ts';
import { sql, type Database } from '../../platform/sql/sql.ts';
import { findAccount } from '../accounts/account.ts';
import type { Capacity, SignedIn } from '../accounts/accounts.ts';
import { passkeyAcr } from '../accounts/passkeys/assurance.ts';
import { rememberBrowser } from '../accounts/sign-in/sign-in.ts';
import { digestOf, newToken } from '../accounts/mails/secret-token.ts';
import { endSession } from './end-session.ts';
import type { SessionNeeds } from './session-needs.ts';
import { mayKeep, mostSessions, sessionLimitsOf } from './session-limits.ts';
import type { Browser, StartedSession } from './sessions.ts';
import { viewOf } from './view-of.ts';

/**
 * Creates a session with a new id, which replaces the browser's earlier one.
 * @param capacity undefined: it acts in none yet
 * @throws PrivacyError SIGN_IN_REFUSED if what the account had signed in has ended since; CAPACITY_UNAVAILABLE, LOG_UNAVAILABLE
 */
export async function startSession(
  needs: SessionNeeds,
  { accountId, epoch, acr, amr }: SignedIn,
  capacity: Capacity | undefined,
  keep: boolean,
  { before, device, secret: browser }: Browser,
): Promise<StartedSession> {
  const { database, journal, now } = needs;
  const { role = null, principalId = null } = capacity ?? {};
  if (keep && !mayKeep(role)) throw new PrivacyError('CAPACITY_UNAVAILABLE');
  const secret = newToken();
  const digest = sessionDigest(secret);
  const { idle, longest } = sessionLimitsOf(role, keep);
  const at = now();
  const isStarted = await database.transaction(async (transaction) => {
    // Sign-ins at the same time count each other, and wait before they lock a session.
    const { rows } = await sql`
      select from identity.account where id = ${accountId}::uuid and epoch = ${epoch} and disabled_at is null
      for no key update`.execute(transaction);
    if (rows.length === 0) return false;
    if (before) await endSession(needs, transaction, before);
    if (browser !== undefined) await rememberBrowser(transaction, accountId, browser, at);
    await sql`
      insert into identity.session
        (id, hash, account_id, role, principal_id, acr, amr, proven_at, made_at, last_used_at, idle_seconds, expires_at, kept_since, browser, system,
         browser_hash)
      values (${randomUUID()}::uuid, ${digest}, ${accountId}::uuid, ${role}, ${principalId}::uuid, ${acr}, ${amr}::text[], ${at}, ${at}, ${at},
        ${idle}, ${at}::timestamptz + make_interval(secs => ${longest}), ${keep ? at : null}, ${device.browser}, ${device.system},
        ${browser === undefined ? null : digestOf(browser)})`.execute(transaction);
    const ended = await endOldest(transaction, accountId, digest, at);
    const account = keep || ended > 0 ? await findAccount(transaction, { id: accountId }) : undefined;
    for (let entry = 0; account && entry < ended; entry += 1) await journal.own(transaction, 'end-oldest-session', account, at);
    if (account && keep) await journal.own(transaction, 'keep-signed-in', account, at);
    return true;
  });
  if (!isStarted) {
    await journal.failed(database, 'sign-in-failed', await findAccount(database, { id: accountId }), at);
    throw new PrivacyError('SIGN_IN_REFUSED');
  }
  const session = await useSession(database, digest, at);
  if (!session) throw new PrivacyError('SESSION_ENDED');
  return { secret, keptFor: keep ? longest : undefined, view: await viewOf(needs, session), browser };
}

/**
 * Ends what an account has beyond its most sessions: the least sure ones first, then those of browsers that became known last, then those
 * that were unused for longest. So someone with the password alone ends their own.
 * @param own of the session that has just begun, which stays
 * @returns how many
 */
async function endOldest(transaction: Database, accountId: string, own: Buffer, at: Date): Promise<number> {
  const { rows } = await sql`
    update identity.session set ended_at = ${at} where id = any(array(
      select id from identity.session
      left join identity.known_browser known on known.account_id = session.account_id and known.hash = session.browser_hash
      where session.account_id = ${accountId}::uuid and ended_at is null and expires_at > ${at}
        and session.last_used_at + make_interval(secs => idle_seconds) > ${at}::timestamptz
      order by session.hash = ${own} desc, acr = ${passkeyAcr} desc, known.made_at nulls last, session.last_used_at desc,
        session.made_at desc, id offset ${sql.lit(mostSessions)})) returning 1`.execute(transaction);
  return rows.length;
}
