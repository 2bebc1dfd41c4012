import type { Reader } from '../../engine/rows/reader.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { independenceDays } from '../policy/words/roles.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';

/**
 * Whether two employees may approve something together, as a predicate: they are two people, and within the days that the policy names,
 * neither brought in the other and no administrator brought in both. False for an id that is not on staff. It is never null.
 */
export function areIndependent(one: string | Sql | null, other: string | Sql, now: Date): Sql<boolean> {
  return sql<boolean>`recreation.are_independent(${one}::uuid, ${other}::uuid, ${independentSince(now)}::timestamptz)`;
}

/** Whether an employee may approve something together with each of the others, as a predicate. @param others an array of ids; empty: true */
export function isIndependentOfAll(one: string | null, others: Sql, now: Date): Sql<boolean> {
  return sql<boolean>`not exists (
    select from unnest(${others}::uuid[]) involved (id) where not ${areIndependent(one, sql`involved.id`, now)})`;
}

/**
 * Checks that an employee may approve something together with all who take part in it. Every approval that needs two people checks it.
 * @param others the employees who proposed it or have approved it already, without this one
 * @throws PrivacyError CONFLICT
 */
export async function assertIndependent({ database, now }: Reader, employeeId: string, others: readonly string[]): Promise<void> {
  const { rows } = await sql<{ isIndependent: boolean }>`
    select ${isIndependentOfAll(employeeId, sql`${[...others]}`, now)} as "isIndependent"`.execute(database);
  if (rows[0]?.isIndependent !== true) throw new PrivacyError('CONFLICT', { reason: 'NOT_INDEPENDENT' });
}

/** An employee who was brought in before then may approve together with all others. */
export function independentSince(now: Date): Date {
  return new Date(now.getTime() - independenceDays * 86_400_000);
}
