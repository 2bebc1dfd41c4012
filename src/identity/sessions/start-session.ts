import { randomUUID } from 'node:crypto';
import { sessionDigest } from '../../authentication/session-cookie.ts';
import { PrivacyError } from '../../errors.ts';
import { useSession } from '../../records/use-session.ts';
import { sql } from '../../sql.ts';
import { findAccount } from '../accounts/account.ts';
import type { Capacity, SignedIn } from '../accounts/accounts.ts';
import { newToken } from '../accounts/secret-token.ts';
import { endSession } from './end-session.ts';
import type { SessionNeeds } from './session-needs.ts';
import { mayKeep, sessionLimitsOf } from './session-limits.ts';
import type { StartedSession } from './sessions.ts';
import { viewOf } from './view-of.ts';

/**
 * Makes a session with an id that nobody knew before, in place of the one that the browser had.
 * @param capacity undefined: it acts in none yet
 * @throws PrivacyError CAPACITY_UNAVAILABLE, LOG_UNAVAILABLE
 */
export async function startSession(
  needs: SessionNeeds,
  { accountId, acr, amr }: SignedIn,
  capacity: Capacity | undefined,
  keep: boolean,
  before: Buffer | undefined,
): Promise<StartedSession> {
  const { database, journal, now } = needs;
  const { role = null, principalId = null } = capacity ?? {};
  if (keep && !mayKeep(role)) throw new PrivacyError('CAPACITY_UNAVAILABLE');
  const secret = newToken();
  const digest = sessionDigest(secret);
  const { idle, longest } = sessionLimitsOf(role, keep);
  const at = now();
  await database.transaction(async (transaction) => {
    if (before) await endSession(needs, transaction, before);
    await sql`
      insert into identity.session
        (id, hash, account_id, role, principal_id, acr, amr, proven_at, made_at, last_used_at, idle_seconds, expires_at, kept_since)
      values (${randomUUID()}::uuid, ${digest}, ${accountId}::uuid, ${role}, ${principalId}::uuid, ${acr}, ${amr}::text[], ${at}, ${at}, ${at},
        ${idle}, ${at}::timestamptz + make_interval(secs => ${longest}), ${keep ? at : null})`.execute(transaction);
    const account = keep ? await findAccount(transaction, { id: accountId }) : undefined;
    if (account) await journal.own(transaction, 'keep-signed-in', account, at);
  });
  const session = await useSession(database, digest, at);
  if (!session) throw new PrivacyError('SESSION_ENDED');
  return { secret, keptFor: keep ? longest : undefined, view: await viewOf(needs, session) };
}
