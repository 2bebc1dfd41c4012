import type { Client } from 'pg';
import type { Config } from '../../../platform/settings/config.ts';
import { urlSettings } from '../../../platform/settings/settings.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { assertLeastPrivilege } from '../../../platform/postgres/roles/assert-least-privilege.ts';
import type { DatabaseSchema } from '../../../platform/postgres/migrations/database-schema.ts';
import { assertOwnLog } from '../../../log/store/numbering/assert-own-log.ts';
import { compareDefinitions, describeDifference } from '../../../platform/postgres/definitions/compare-definitions.ts';
import { bindSecrets } from '../../../log/store/staging/bind-secrets.ts';
import { connect, namedProblem } from '../../../platform/postgres/connections/connect.ts';
import { missingMigrations } from '../../../platform/postgres/migrations/missing-migrations.ts';
import { roleNames } from '../../../platform/postgres/roles/role-names.ts';
import { assertRoleDeadlines } from '../../../platform/postgres/roles/role-deadlines.ts';
import { canReadSecret } from '../../../platform/postgres/secrets/secrets.ts';
import type { ServingRole } from '../../../platform/postgres/roles/serving-role.ts';

/** The most differences that a refusal names. */
const named = 10;

/** The secrets that each process uses, besides its password. */
const secretsOf = { gateway: ['cursors', 'pseudonyms', 'log-keys'], sequencer: ['log-keys'], identity: ['pseudonyms'] } as const;

/**
 * Checks that a process may serve as this role: the database accepts it, its schema is this version's, the role has no more
 * power than it needs and keeps the deadlines, and secrets and data directory belong to the database. A database that knows no
 * secrets yet gets these.
 * @throws PrivacyError SETTING_INVALID, naming the setting, what is wrong and what to do; SCHEMA_TOO_OLD, SCHEMA_TOO_NEW; SCHEMA_ALTERED, naming what differs.
 * Nothing is changed then.
 */
export async function assertReady(config: Config, role: ServingRole, url: string, schema: DatabaseSchema): Promise<void> {
  if (config.production) assertOwnSecretsOnly(config);
  const client = await connect(url, urlSettings[role], config.deadlines);
  try {
    await assertLeastPrivilege(client, role, schema);
    if (role !== 'sequencer') await assertRoleDeadlines(client, config.deadlines, urlSettings[role]);
    await assertSchema(client, role, schema);
    await assertUnaltered(client, config, role, schema);
    if (role !== 'identity') await assertOwnLog(client, config.dataDirectory);
    await bindSecrets(client, config, secretsOf[role]);
  } catch (error) {
    throw namedProblem(error, urlSettings[role]);
  } finally {
    await client.end();
  }
}

/** A view that was replaced, a trigger or a privilege could hide reads, or keep entries from being stored. */
async function assertUnaltered(client: Client, { databaseRolePrefix }: Config, role: ServingRole, schema: DatabaseSchema): Promise<void> {
  await client.query('begin read only');
  const found = await compareDefinitions(client, roleNames(databaseRolePrefix), schema);
  await client.query('commit');
  if (found.length === 0) return;
  const listed = found.slice(0, named).map((one) => `${urlSettings[role]}: ${describeDifference(one)}`);
  const more = found.length > named ? [`${found.length - named} more; \`privacy verify-log\` names them all`] : [];
  throw new PrivacyError('SCHEMA_ALTERED', { problems: [...listed, ...more] });
}

/** A process that serves must hold nothing with which it could change the schema or erase the log. */
function assertOwnSecretsOnly({ databaseUrls, secrets }: Config): void {
  const others = ['eraser', 'owner', 'administrator'] as const;
  const urls = others.filter((role) => databaseUrls[role] !== undefined).map((role) => urlSettings[role]);
  const files = (['database-eraser', 'database-owner'] as const).filter((name) => canReadSecret(secrets, name));
  const problems = [
    ...urls.map((setting) => `${setting}: is for a command; a production gateway must not hold it`),
    ...files.map((name) => `SECRETS: the secret ${name} is for a command; a production gateway must not be able to read it`),
  ];
  if (problems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems });
}

async function assertSchema(client: Client, role: ServingRole, { migrations }: DatabaseSchema): Promise<void> {
  const done = await client.query<{ name: string }>('select name from public.migration order by id').catch((error: unknown) => {
    // SQLSTATE undefined_table and insufficient_privilege: nothing was migrated, or for roles of another prefix.
    if (!['42P01', '42501'].includes(causeOf(error))) throw error;
    return undefined;
  });
  const missing = missingMigrations(done?.rows.map(({ name }) => name) ?? [], migrations);
  if (missing.length === 0) return;
  const problem = `${urlSettings[role]}: the database has not run ${missing.join(', ')}; run \`privacy database migrate\` as the owner`;
  throw new PrivacyError('SCHEMA_TOO_OLD', { problems: [problem] });
}
