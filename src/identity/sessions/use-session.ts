import type { Role } from '../../engine/register.ts';
import { sql, type Database, type Sql } from '../../platform/sql/sql.ts';

/** A session that may act now. */
export interface UsedSession {
  /** Names it in the list of the account's sessions. */
  readonly id: string;
  readonly accountId: string;
  /** The capacity in which it acts; null: none yet, so that it reads nothing. */
  readonly role: Role | null;
  readonly principalId: string | null;
  readonly acr: string;
  readonly amr: readonly string[];
  readonly provenAt: Date;
  readonly madeAt: Date;
  /** As it is written down. */
  readonly lastUsedAt: Date;
  readonly idleUntil: Date;
  readonly expiresAt: Date;
  /** Since when someone chose to stay signed in. */
  readonly keptSince: Date | null;
}

/** Milliseconds: a use is written down at most that often. */
const noted = 60_000;

/** A row, with times in milliseconds of the Unix epoch. */
interface Found extends Pick<UsedSession, 'id' | 'accountId' | 'role' | 'principalId' | 'acr' | 'amr'> {
  readonly provenAt: number;
  readonly madeAt: number;
  readonly keptSince: number | null;
  readonly lastUsedAt: number;
  readonly expiresAt: number;
  readonly idleSeconds: number;
}

/**
 * Reads a session by the digest of its id, and writes down that it is used.
 * @returns undefined if it was ended, was unused or open for too long, or its account is disabled
 */
export async function useSession(database: Database, digest: Buffer, now: Date): Promise<UsedSession | undefined> {
  const { rows } = await sql<Found>`
    select session.id, session.account_id as "accountId", session.role, session.principal_id as "principalId", session.acr, session.amr,
      ${instant('session.proven_at')} as "provenAt", ${instant('session.made_at')} as "madeAt", ${instant('session.kept_since')} as "keptSince",
      ${instant('session.last_used_at')} as "lastUsedAt", ${instant('session.expires_at')} as "expiresAt", session.idle_seconds as "idleSeconds"
    from identity.session session join identity.account account on account.id = session.account_id
    where session.hash = ${digest} and session.ended_at is null and account.disabled_at is null and session.expires_at > ${now}
      and session.last_used_at + make_interval(secs => session.idle_seconds) > ${now}::timestamptz`.execute(database);
  const [found] = rows;
  if (!found) return undefined;
  const isDue = now.getTime() >= found.lastUsedAt + noted;
  if (isDue) {
    await sql`
      update identity.session set last_used_at = ${now} where hash = ${digest} and ended_at is null and last_used_at < ${now}`.execute(
      database,
    );
  }
  const { id, accountId, role, principalId, acr, amr, idleSeconds } = found;
  return {
    id,
    accountId,
    role,
    principalId,
    acr,
    amr,
    provenAt: new Date(found.provenAt),
    madeAt: new Date(found.madeAt),
    lastUsedAt: isDue ? now : new Date(found.lastUsedAt),
    idleUntil: new Date(Math.max(found.lastUsedAt, now.getTime()) + idleSeconds * 1_000),
    expiresAt: new Date(found.expiresAt),
    keptSince: found.keptSince === null ? null : new Date(found.keptSince),
  };
}

/** Milliseconds of the Unix epoch: MikroORM's connections give an instant as a text. */
function instant(column: string): Sql {
  return sql.raw(`extract(epoch from ${column})::float8 * 1000`);
}
