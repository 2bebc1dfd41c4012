import { randomBytes } from 'node:crypto';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { digestOf } from '../mails/secret-token.ts';

/** The purpose of a WebAuthn challenge. */
export type ChallengeKind = 'REGISTER' | 'SIGN_IN' | 'STEP_UP';

/** Minutes that a challenge can be answered. */
const minutes = 5;

/** Makes a challenge. @param accountId who must answer it; undefined: anyone, to sign in */
export async function storeChallenge(
  database: Database,
  kind: ChallengeKind,
  accountId: string | undefined,
  now: Date,
): Promise<Buffer<ArrayBuffer>> {
  const challenge = Buffer.from(randomBytes(32));
  await sql`
    insert into identity.challenge (hash, kind, account_id, valid_until)
    values (${digestOf(challenge.toString('base64url'))}, ${kind}, ${accountId ?? null}::uuid, ${now}::timestamptz + make_interval(mins => ${minutes}))`.execute(
    database,
  );
  return challenge;
}

/** Uses a challenge up. @param challenge base64url @returns whether it was made for that, not used and not too old */
export async function useChallenge(
  database: Database,
  challenge: string,
  kind: ChallengeKind,
  accountId: string | undefined,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    delete from identity.challenge where hash = ${digestOf(challenge)} and kind = ${kind}
      and account_id is not distinct from ${accountId ?? null}::uuid and valid_until > ${now} returning 1`.execute(database);
  return rows.length === 1;
}
