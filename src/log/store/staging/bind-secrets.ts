import { createHmac } from 'node:crypto';
import type { Client } from 'pg';
import type { Config } from '../../../platform/settings/config.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { openLogKeys, readStoredLogKeys } from '../publication/log-key-store.ts';
import { readSecret, secret } from '../../../platform/postgres/secrets/secrets.ts';

/** The secrets on which stored or handed out data depends: with others, cursors, pseudonyms and the log would break. */
export type BoundSecret = 'cursors' | 'pseudonyms' | 'log-keys';

/**
 * Binds secrets to the database: the first process that serves stores their fingerprints, and makes secrets that are missing.
 * From then on, other secrets are refused, and a missing one is not made again.
 * @param client as a role that serves
 * @throws PrivacyError SETTING_INVALID, naming each secret that is missing or does not belong to the database
 */
export async function bindSecrets(client: Client, config: Config, names: readonly BoundSecret[]): Promise<void> {
  const bound = await assertBound(client, config, names);
  // The log's name is checked, and the first key made, before anything else of the log is opened.
  if (names.includes('log-keys')) openLogKeys(config, config.logOrigin);
  const unbound = names.filter((name) => !bound.includes(name));
  if (unbound.length === 0) return;
  for (const name of unbound) {
    if (name !== 'log-keys') secret(config.secrets, name);
    await client.query('insert into access_log.bound_secret (name, fingerprint) values ($1, $2) on conflict do nothing', [
      name,
      fingerprintOf(config, name),
    ]);
  }
  // Another process may have been first.
  await bindSecrets(client, config, names);
}

/**
 * Checks that secrets are those that the database is served with, and makes none.
 * @returns those that are bound; of the others, nothing is known
 * @throws PrivacyError SETTING_INVALID, naming each secret that is missing or does not belong to the database
 */
export async function assertBound(client: Client, config: Config, names: readonly BoundSecret[]): Promise<readonly BoundSecret[]> {
  const { rows } = await client.query<{ name: BoundSecret; fingerprint: string }>(
    'select name, fingerprint from access_log.bound_secret where name = any($1)',
    [names],
  );
  const wrong = rows.filter(({ name, fingerprint }) => fingerprintOf(config, name) !== fingerprint);
  if (wrong.length === 0) return rows.map(({ name }) => name);
  const problems = wrong.map(({ name }) => {
    const state = readSecret(config.secrets, name) === undefined ? 'is missing' : 'is another one';
    return `SECRETS: the secret ${name} ${state}; use the one that the database was first served with`;
  });
  throw new PrivacyError('SETTING_INVALID', { problems });
}

/** Reveals nothing of a secret of 256 random bits. Of the log's keys, the first is taken: it stays when a key is added. */
function fingerprintOf(config: Config, name: BoundSecret): string | undefined {
  if (readSecret(config.secrets, name) === undefined) return undefined;
  const key = name === 'log-keys' ? readStoredLogKeys(config)[0]!.privateKey : secret(config.secrets, name);
  return createHmac('sha256', key).update(`need-to-know fingerprint of ${name}`).digest('base64url');
}
