import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { AccessOutcome, Purpose, Role } from '../../shared/graphql/generated/schema.ts';
import { isAccountAct, purposeAmong } from './entry-parts.ts';

/** Conditions on access entries. An entry must meet all of them. */
export interface EntryFilter {
  /** Inclusive. */
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
  readonly role?: Role | undefined;
  readonly purpose?: Purpose | undefined;
  readonly outcome?: AccessOutcome | undefined;
  /** Whether it is about a use of an account. */
  readonly ofAccount?: boolean | undefined;
}

/** Whether `access_log.full_entry entry` meets all conditions of a filter. */
export function isWanted({ from, until, role: wantedRole, purpose, outcome, ofAccount }: EntryFilter): Sql<boolean> {
  const conditions = [
    ...(from ? [sql`entry.at >= ${instantOf(from)}::timestamptz`] : []),
    ...(until ? [sql`entry.at < ${instantOf(until)}::timestamptz`] : []),
    ...(wantedRole ? [sql`entry.role = ${wantedRole}`] : []),
    ...(purpose ? [purposeAmong([purpose])] : []),
    ...(outcome ? [sql`entry.template ->> 'outcome' = ${outcome}`] : []),
    ...(ofAccount === undefined ? [] : [sql`${isAccountAct} = ${ofAccount}`]),
  ];
  return sql.join<boolean>([sql`true`, ...conditions], sql` and `);
}

/** An instant as PostgreSQL reads it, which has no year 0. No entry is that old. */
export function instantOf(date: Date): string {
  return date.getUTCFullYear() < 1 ? '-infinity' : date.toISOString();
}
