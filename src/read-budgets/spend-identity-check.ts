import { PrivacyError } from '../errors.ts';
import { sql, type Database } from '../sql.ts';

/** How many checks, in two windows. */
interface Limits {
  readonly perHour: number;
  readonly perDay: number;
}

/**
 * Charges a check of somebody's identity before anything is compared (clause `safeguards`), over all instances: the checks of one
 * principal in the last 60 minutes and the last 24 hours count, whatever came out.
 * @param database a connection in the transaction of the check: until its end, the principal makes no other
 * @throws PrivacyError IDENTITY_BUDGET_SPENT
 */
export async function spendIdentityCheck(database: Database, principalId: string, { perHour, perDay }: Limits, now: Date): Promise<void> {
  const { rows } = await sql<{ retryAfter: number | null }>`
    select recreation.spend_identity_check(${principalId}::uuid, ${now}::timestamptz, ${perHour}::integer, ${perDay}::integer)
      as "retryAfter"`.execute(database);
  const { retryAfter } = rows[0]!;
  if (retryAfter !== null) throw new PrivacyError('IDENTITY_BUDGET_SPENT', { retryAfter });
}
