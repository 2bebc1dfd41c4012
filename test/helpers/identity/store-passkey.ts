import { randomUUID } from 'node:crypto';
import type { SoftwareAuthenticator } from '../../../demo/sign-in/software-authenticator.ts';
import type { Acr } from '../../../src/identity/accounts/passkeys/assurance.ts';
import type { AddingSession } from '../../../src/identity/accounts/passkeys/register-passkey.ts';
import { testNow, type TestDatabase } from '../database/cluster.ts';

/** Stores the passkey of an authenticator, as if it had been added to the account. */
export async function storePasskey(
  { asOwner }: Pick<TestDatabase, 'asOwner'>,
  accountId: string,
  { passkey }: SoftwareAuthenticator,
  name = 'Key',
): Promise<void> {
  await asOwner(
    `insert into identity.passkey (id, account_id, public_key, counter, transports, backed_up, name, created_at)
     values ($1, $2, $3, 0, '{internal}', false, $4, $5)`,
    [passkey.id, accountId, passkey.publicKey, name, testNow],
  );
}

/** Stores a session of an account that acts in no capacity. */
export async function storeSession({ asOwner }: Pick<TestDatabase, 'asOwner'>, accountId: string, acr: Acr): Promise<AddingSession> {
  const id = randomUUID();
  await asOwner(
    `insert into identity.session (id, hash, account_id, acr, amr, proven_at, made_at, last_used_at, idle_seconds, expires_at)
     values ($1::uuid, sha256($1::text::bytea), $2, $3, '{pwd}', $4, $4, $4, 600, $4::timestamptz + interval '1 hour')`,
    [id, accountId, acr, testNow],
  );
  return { id, accountId, acr };
}
