import { Client } from 'pg';
import { connectionOptions } from '../../src/platform/settings/connection-options.ts';
import { hashPassword } from '../../src/identity/accounts/passwords/passwords.ts';
import { partnerRoles } from '../../src/town/policy/partners/partners.ts';
import { demoAccounts, demoPassword, type DemoAccount } from '../accounts.ts';
import { demoKeys } from '../demo-keys.ts';
import { demoPartners } from '../partners.ts';
import { cast } from '../personas.ts';
import { openSoftwareAuthenticator } from '../sign-in/software-authenticator.ts';
import { daysAgo } from './dates.ts';

/** Where the credentials of the personas are kept. */
export interface SignInOptions {
  /** Keeps the private keys of passkeys and of partners' systems. */
  readonly dataDirectory: string;
  readonly now: Date;
}

/**
 * Adds an account for each persona, a passkey where one is needed, and a registered and approved client for each partner. Keys that were
 * made with another data directory are replaced.
 * @param ownerUrl connection string of the role that owns the tables; they have the cast
 */
export async function addSignIns(ownerUrl: string, { dataDirectory, now }: SignInOptions): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const client = new Client(connectionOptions(ownerUrl));
  // A broken connection fails the running statement. Without a listener the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    // Two gateways can start on the same empty database.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('need-to-know demo population', 0))`);
    for (const account of demoAccounts) await addAccount(client, account, passwordHash, now);
    for (const account of demoAccounts.filter(({ hasPasskey }) => hasPasskey)) await addPasskey(client, account, dataDirectory, now);
    for (const role of partnerRoles) await addPartnerClient(client, demoPartners[role], dataDirectory, now);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function addAccount(
  client: Client,
  { id, email, residentId, employeeId }: DemoAccount,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await client.query(
    `insert into identity.account (id, email, email_verified_at, password_hash, resident_id, employee_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $3) on conflict do nothing`,
    [id, email, now, passwordHash, residentId, employeeId],
  );
}

async function addPasskey(client: Client, { id, persona }: DemoAccount, dataDirectory: string, now: Date): Promise<void> {
  const { passkey } = openSoftwareAuthenticator('', demoKeys(dataDirectory, persona));
  await client.query(`delete from identity.passkey where account_id = $1 and name = 'Town hall key'`, [id]);
  await client.query(
    `insert into identity.passkey (id, account_id, public_key, counter, transports, backed_up, name, created_at)
     values ($1, $2, $3, 0, '{internal}', false, 'Town hall key', $4)`,
    [passkey.id, id, passkey.publicKey, now],
  );
}

async function addPartnerClient(
  client: Client,
  { persona, id, organisation, clientId }: (typeof demoPartners)[keyof typeof demoPartners],
  dataDirectory: string,
  now: Date,
): Promise<void> {
  const key = demoKeys(dataDirectory, persona).publicKey.export({ format: 'jwk' });
  await client.query(
    `insert into identity.registration (id, partner_id, name, contact, jwks, recorded_by, recorded_at, approved_by, approved_at)
     values ($1, $2, $3, 'Operations desk', $4, $5, $6, $7, $8) on conflict (id) do update set jwks = excluded.jwks`,
    [
      clientId,
      id,
      `System of ${organisation}`,
      JSON.stringify({ keys: [{ ...key, kid: persona, alg: 'ES256', use: 'sig' }] }),
      cast.privacyOfficer,
      daysAgo(now, 30),
      cast.privacyOfficer2,
      daysAgo(now, 29),
    ],
  );
}
