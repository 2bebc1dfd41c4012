import type { Role } from '../../engine/register.ts';
import type { UsedSession } from './use-session.ts';
import { sql, type Database } from '../../platform/sql/sql.ts';
import type { Device } from './describe-device.ts';
import type { ListedSession } from './sessions.ts';

/** The most sessions that a list has; the newest. */
const most = 100;

interface Listed extends Device {
  readonly id: string;
  readonly role: Role | null;
  readonly madeAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly keptSince: Date | null;
}

/** The sessions of an account that may act, newest first. @param current the one that asks */
export async function listSessions(database: Database, current: UsedSession, now: Date): Promise<readonly ListedSession[]> {
  const { rows } = await sql<Listed>`
    select id, role, browser, system, made_at as "madeAt", last_used_at as "lastUsedAt", expires_at as "expiresAt", kept_since as "keptSince"
    from identity.session
    where account_id = ${current.accountId}::uuid and ended_at is null and expires_at > ${now}
      and last_used_at + make_interval(secs => idle_seconds) > ${now}::timestamptz
    order by made_at desc, id limit ${sql.lit(most)}`.execute(database);
  return rows.map(({ madeAt, lastUsedAt, expiresAt, keptSince, ...session }) => ({
    ...session,
    madeAt: madeAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    keptSince: keptSince?.toISOString() ?? null,
    isCurrent: session.id === current.id,
  }));
}
