import type { TestDatabase } from '../database/cluster.ts';

/** The first day of this month in UTC, by PostgreSQL's clock, which dates numbered entries. */
export function monthOfNow(): string {
  return `${new Date().toISOString().slice(0, 7)}-01`;
}

/** Moves numbered entries to another month, in that month's partition or in the default one. */
export async function moveToMonth(
  database: TestDatabase,
  month: string,
  numbers: readonly number[],
  partition: 'MADE' | 'DEFAULT',
): Promise<void> {
  for (const parent of ['entry', 'posting']) {
    if (partition === 'MADE') {
      const part = `access_log.${parent}_${month.slice(0, 7).replace('-', '_')}`;
      await database.asOwner(
        `create table ${part} partition of access_log.${parent} for values from ('${month}') to ('${month}'::date + interval '1 month')`,
      );
    }
    const number = parent === 'entry' ? 'seq' : 'first_seq';
    await database.asOwner(`update access_log.${parent} set month = $1 where ${number} = any($2::bigint[])`, [month, numbers]);
  }
}

/** Drops the partitions of this month and the next with their rows, as if they had not been created in advance. */
export async function dropMonths(database: TestDatabase): Promise<void> {
  const rows = await database.asOwner<{ part: string }>(
    `select to_char(date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead), 'YYYY_MM') as part from unnest(array[0, 1]) ahead`,
  );
  for (const { part } of rows) await database.asOwner(`drop table access_log.entry_${part}, access_log.posting_${part}`);
}
