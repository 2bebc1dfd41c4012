import type { TestDatabase } from './cluster.ts';

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

/** Drops the partitions of this month with their rows, as if they had not been created in advance. */
export async function dropThisMonth(database: TestDatabase): Promise<void> {
  for (const parent of ['entry', 'posting']) {
    await database.asOwner(`drop table access_log.${parent}_${monthOfNow().slice(0, 7).replace('-', '_')}`);
  }
}
