import type { MikroORM } from '@mikro-orm/postgresql';
import { PrivacyError } from '../../errors/errors.ts';
import { sql, type Database } from '../../sql/sql.ts';

/** A streaming replica of the primary. */
export interface Replica {
  /**
   * Checks at start that it is a replica of the primary. One that cannot be reached is reported only.
   * @throws PrivacyError SETTING_INVALID, naming DATABASE_READ_URL
   */
  verify(primary: Database): Promise<void>;
  /**
   * Opens a connection whose state is at least as new as the primary's at the call: it has every change that was committed before.
   * @returns undefined if it cannot be had at once; the caller then reads from the primary. It never rejects
   */
  open(primary: Database): Promise<ReplicaSession | undefined>;
}

/** A read-only transaction on one connection of the replica. */
export interface ReplicaSession extends Database {
  /** Returns the connection. The caller must not wait for it. */
  close(): void;
}

/** Where the primary's history ends, and which history that is. */
interface Position {
  /** The end of the write-ahead log. No committed change is beyond it. */
  readonly end: string;
  /** 8 hexadecimal digits. After a promotion the log continues in a new timeline. */
  readonly timeline: string;
  /** The identifier of the server's data. A replica has the same one. */
  readonly system: string;
  readonly database: string;
}

/** Milliseconds before each look at the replica: a replica that streams is behind by a few. */
const pauses = [0, 1, 2, 4, 8, 16] as const;
/** Milliseconds for which a replica is left alone after it lagged; it works through its backlog. */
const restAfterLag = 100;
/** Milliseconds for which it is left alone after it failed. */
const restAfterFailure = 2_000;

/**
 * Reads a replica only while it is current. A stale replica would serve rows that were changed or removed meanwhile, though what
 * may be shown is decided on the primary.
 * @param orm the connections to the replica
 * @param report called with the error of a replica that failed
 */
export function createReplica(orm: MikroORM, report: (error: unknown) => void, now: () => number = () => performance.now()): Replica {
  let restsUntil = Number.NEGATIVE_INFINITY;
  const fail = (error: unknown): void => {
    restsUntil = now() + restAfterFailure;
    report(error);
  };
  return {
    async verify(primary) {
      const { rows } = await positionStatement.execute(primary);
      const looked = await look(orm.em.getKysely<unknown>(), rows[0]!).catch(fail);
      if (looked?.same === false) {
        throw new PrivacyError('SETTING_INVALID', {
          problems: ['DATABASE_READ_URL: is no streaming replica of the server of DATABASE_URL'],
        });
      }
    },
    async open(primary) {
      if (now() < restsUntil) return undefined;
      let session: ReplicaSession | undefined;
      try {
        const { rows } = await positionStatement.execute(primary);
        const transaction = await orm.em.getKysely<unknown>().startTransaction().setAccessMode('read only').execute();
        session = inTurn(transaction, () => void transaction.rollback().execute().catch(fail), fail);
        if (await hasReached(transaction, rows[0]!)) return session;
        restsUntil = now() + restAfterLag;
      } catch (error) {
        fail(error);
      }
      session?.close();
      return undefined;
    },
  };
}

/** Runs statements one after the other, because they share a connection. */
function inTurn(transaction: Database, end: () => void, fail: (error: unknown) => void): ReplicaSession {
  let last: Promise<unknown> = Promise.resolve();
  return {
    executeQuery: (statement) => {
      const result = last.then(() => transaction.executeQuery(statement));
      last = result.catch(fail);
      return result;
    },
    close: () => void last.then(end),
  };
}

const positionStatement = sql<Position>`
  select pg_current_wal_insert_lsn()::text as end, left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) as timeline,
    (select system_identifier::text from pg_control_system()) as system, current_database()::text as database`;

/** The state of the replica, compared with a position of the primary. */
interface Looked {
  /** Whether it has every change up to the position. */
  readonly reached: boolean;
  /** Whether it is a replica of that server, in the same timeline. */
  readonly same: boolean;
}

async function look(replica: Database, { end, timeline, system, database }: Position): Promise<Looked> {
  const { rows } = await sql<Looked>`
    select coalesce(pg_last_wal_replay_lsn() >= ${end}::pg_lsn, false) as reached,
      pg_is_in_recovery() and current_database() = ${database}
        and (select system_identifier::text = ${system} from pg_control_system())
        and (select upper(lpad(to_hex(timeline_id), 8, '0')) = ${timeline} from pg_control_checkpoint()) as same`.execute(replica);
  return rows[0]!;
}

// Each statement reads a newer state than the one before it, so what a look finds holds for the statements that follow.
async function hasReached(replica: Database, position: Position): Promise<boolean> {
  for (const pause of pauses) {
    if (pause > 0) await new Promise((done) => setTimeout(done, pause));
    const { reached, same } = await look(replica, position);
    if (!same)
      throw Object.assign(new Error('It is no replica of the primary, or it follows another timeline.'), { code: 'OTHER_TIMELINE' });
    if (reached) return true;
  }
  return false;
}
