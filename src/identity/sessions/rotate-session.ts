import { randomUUID } from 'node:crypto';
import { sessionDigest } from '../authentication/browsers/session-cookie.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { useSession, type UsedSession } from './use-session.ts';
import { sql } from '../../platform/sql/sql.ts';
import { findAccount } from '../accounts/account.ts';
import type { PlainAct } from '../accounts/ending/ended-by.ts';
import { newToken } from '../accounts/mails/secret-token.ts';
import type { SessionNeeds } from './session-needs.ts';
import { sessionLimitsOf } from './session-limits.ts';
import type { StartedSession } from './sessions.ts';
import { viewOf } from './view-of.ts';

/** The new state of a session. */
export interface SessionChange {
  readonly capacity?: Pick<UsedSession, 'role' | 'principalId'>;
  readonly proof?: { readonly acr: string; readonly amr: readonly string[] };
  readonly keep?: boolean;
}

/**
 * Changes a session and gives it another id in the cookie; the old one is refused from now on, on every instance. In another capacity it
 * also has another public id, so that pages which were opened before are refused. A change never extends a session beyond what its
 * capacity allows from the sign-in on.
 * @param act the entry of the change; undefined: it has one already
 * @throws PrivacyError SESSION_ENDED, LOG_UNAVAILABLE: then it is as it was
 */
export async function rotateSession(
  needs: SessionNeeds,
  digest: Buffer,
  session: UsedSession,
  { capacity = session, proof, keep }: SessionChange,
  act: PlainAct | undefined,
): Promise<StartedSession> {
  const { database, journal, now } = needs;
  const secret = newToken();
  const next = sessionDigest(secret);
  const isKept = (keep ?? session.keptSince !== null) && capacity.role === 'RESIDENT';
  const { idle, longest } = sessionLimitsOf(capacity.role, isKept);
  const { acr, amr } = proof ?? session;
  const isSameCapacity = capacity.role === session.role && capacity.principalId === session.principalId;
  const at = now();
  await database.transaction(async (transaction) => {
    const { rows } = await sql`
      update identity.session set id = ${isSameCapacity ? session.id : randomUUID()}::uuid, hash = ${next}, role = ${capacity.role}, principal_id = ${capacity.principalId}::uuid, acr = ${acr},
        amr = ${amr}::text[], proven_at = ${proof ? at : session.provenAt}, last_used_at = ${at}, idle_seconds = ${idle},
        expires_at = made_at + make_interval(secs => ${longest}), kept_since = ${isKept ? (session.keptSince ?? at) : null}
      where hash = ${digest} and ended_at is null and made_at + make_interval(secs => ${longest}) > ${at}::timestamptz
      returning id`.execute(transaction);
    const account = await findAccount(transaction, { id: session.accountId });
    if (rows.length === 0 || !account) throw new PrivacyError('SESSION_ENDED');
    if (act !== undefined) await journal.own(transaction, act, account, at);
  });
  const rotated = await useSession(database, next, at);
  if (!rotated) throw new PrivacyError('SESSION_ENDED');
  const keptFor = isKept ? Math.floor((rotated.expiresAt.getTime() - at.getTime()) / 1_000) : undefined;
  return { secret, keptFor, view: await viewOf(needs, rotated) };
}
