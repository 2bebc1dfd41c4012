import type { Deadlines } from '../settings/config.ts';
import { checkRole, openCheckPools, type RoleChecks } from './roles/check-role.ts';
import type { DatabaseSchema } from './migrations/database-schema.ts';

/** The entries that wait for a number. */
export interface Backlog {
  /** RFC 3339 time of the oldest; null if none waits. */
  readonly oldest: string | null;
  /** Whether more than MOST_STAGED wait. */
  readonly isFull: boolean;
  /** Whether the oldest waits for longer than DEADLINE_NUMBER. */
  readonly isStuck: boolean;
}

/** How large the log is, and how much of it has no number. */
export interface LogMeasures {
  /** Entries that wait for a number, at most `mostCounted`. */
  readonly entries: number;
  /** RFC 3339 time of the oldest of them; null if none waits. */
  readonly oldest: string | null;
  /** Size of the log, with its indexes. */
  readonly bytes: number;
}

/** Asks the database whether the gateway may serve. Each check has its own statement and a deadline. */
export interface DatabaseChecks extends RoleChecks {
  /** The entries that wait for a number; it needs no lock that a change of the table would hold. */
  backlog(): Promise<Backlog>;
  /** Its cost does not grow with the log. */
  measureLog(): Promise<LogMeasures>;
}

/** Milliseconds by which the oldest entry waits before all that wait are counted, since counting many takes long. */
const suspicious = 10_000;
/** More staged entries than this are not counted one by one. */
const mostCounted = 100_000;

/**
 * Opens the readiness checks of a gateway.
 * @param url of the gateway's role
 */
export function openDatabaseChecks(
  url: string,
  { connect, mostStaged, number }: Pick<Deadlines, 'connect' | 'mostStaged' | 'number'>,
  schema: DatabaseSchema,
): DatabaseChecks {
  const pools = openCheckPools(url, connect);
  return {
    ...checkRole(pools, 'gateway', schema),
    async backlog() {
      const { rows } = await pools.kept.query<{ oldest: string | null }>(`select ${oldest} as oldest`);
      const since = rows[0]!.oldest;
      const waits = since === null ? 0 : Date.now() - Date.parse(since);
      const isStuck = waits > number;
      if (waits < suspicious) return { oldest: since, isFull: false, isStuck };
      const counted = await pools.kept.query(`select from access_log.staged offset $1 limit 1`, [mostStaged]);
      return { oldest: since, isFull: counted.rowCount! > 0, isStuck };
    },
    async measureLog() {
      const { rows } = await pools.kept.query<{ entries: string; oldest: string | null; bytes: string }>(measures, [mostCounted]);
      const { entries, oldest, bytes } = rows[0]!;
      return { entries: Number(entries), oldest, bytes: Number(bytes) };
    },
  };
}

const oldest = `(select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from access_log.staged)`;

const measures = `
  select
    (select count(*) from (select from access_log.staged limit $1) counted) as entries,
    ${oldest} as oldest,
    (select coalesce(sum(pg_total_relation_size(class.oid)), 0) from pg_class class
     where class.relnamespace = 'access_log'::regnamespace and class.relkind = 'r') as bytes`;
