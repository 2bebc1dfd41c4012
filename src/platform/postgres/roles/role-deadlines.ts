import type { Client } from 'pg';
import type { Deadlines } from '../../settings/config.ts';
import { PrivacyError } from '../../errors/errors.ts';

/** A deadline of statements that PostgreSQL keeps, as a setting of the role. */
interface RoleDeadline {
  /** The setting of Need-to-Know. */
  readonly setting: string;
  /** The parameter of PostgreSQL. */
  readonly parameter: string;
  readonly milliseconds: number;
}

/** The deadlines that PostgreSQL keeps for the roles that answer requests. */
export function roleDeadlines({
  statement,
  lock,
  idleTransaction,
}: Pick<Deadlines, 'statement' | 'lock' | 'idleTransaction'>): readonly RoleDeadline[] {
  return [
    { setting: 'DEADLINE_STATEMENT', parameter: 'statement_timeout', milliseconds: statement },
    { setting: 'DEADLINE_LOCK', parameter: 'lock_timeout', milliseconds: lock },
    { setting: 'DEADLINE_IDLE_TRANSACTION', parameter: 'idle_in_transaction_session_timeout', milliseconds: idleTransaction },
  ];
}

/**
 * Checks that PostgreSQL keeps these deadlines for the sessions of a role that answers requests.
 * @param client signed in as that role
 * @param urlSetting the setting that holds its URL
 * @throws PrivacyError SETTING_INVALID, naming each setting that differs
 */
export async function assertRoleDeadlines(client: Client, deadlines: Deadlines, urlSetting: string): Promise<void> {
  const { rows } = await client.query<{ name: string; milliseconds: number }>(
    'select name, setting::integer as milliseconds from pg_settings where name = any($1)',
    [roleDeadlines(deadlines).map(({ parameter }) => parameter)],
  );
  const kept = new Map(rows.map(({ name, milliseconds }) => [name, milliseconds]));
  const problems = roleDeadlines(deadlines)
    .filter(({ parameter, milliseconds }) => kept.get(parameter) !== milliseconds)
    .map(
      ({ setting, parameter, milliseconds }) =>
        `${setting}: is ${milliseconds}, but the role of ${urlSetting} has ${parameter} = ${kept.get(parameter)}; run database prepare with this setting, then reconnect a pooler`,
    );
  if (problems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems });
}
