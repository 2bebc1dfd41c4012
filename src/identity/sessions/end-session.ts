import { sql, type Database } from '../../platform/sql/sql.ts';
import { findAccount } from '../accounts/account.ts';
import { endSignIns } from '../accounts/ending/end-sign-ins.ts';
import type { SessionNeeds } from './session-needs.ts';

/** Signs a session out, with its entry, in a transaction. Succeeds without a change if the session has already ended. @throws PrivacyError LOG_UNAVAILABLE */
export async function endSession({ journal, now }: SessionNeeds, transaction: Database, digest: Buffer): Promise<void> {
  const at = now();
  const { rows } = await sql<{ readonly accountId: string }>`
    update identity.session set ended_at = ${at} where hash = ${digest} and ended_at is null
    returning account_id as "accountId"`.execute(transaction);
  const account = rows[0] && (await findAccount(transaction, { id: rows[0].accountId }));
  if (!account) return;
  await endSignIns(transaction, account.accountId);
  await journal.own(transaction, 'sign-out', account, at);
}
