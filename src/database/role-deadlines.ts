import type { Client } from 'pg';
import type { Deadlines } from '../deadlines.ts';
import { PrivacyError } from '../errors.ts';

/** A deadline of the gateway's statements that PostgreSQL keeps, as a setting of the gateway's role. */
interface RoleDeadline {
  /** The setting of Need-to-Know. */
  readonly setting: string;
  /** The parameter of PostgreSQL. */
  readonly parameter: string;
  readonly milliseconds: number;
}

/** The deadlines that PostgreSQL keeps for the gateway's role. */
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
 * Checks that PostgreSQL keeps these deadlines for the sessions of the gateway's role.
 * @param client signed in as that role
 * @throws PrivacyError SETTING_INVALID, naming each setting that differs
 */
export async function assertRoleDeadlines(client: Client, deadlines: Deadlines): Promise<void> {
  const { rows } = await client.query<{ name: string; milliseconds: number }>(
    'select name, setting::integer as milliseconds from pg_settings where name = any($1)',
    [roleDeadlines(deadlines).map(({ parameter }) => parameter)],
  );
  const kept = new Map(rows.map(({ name, milliseconds }) => [name, milliseconds]));
  const problems = roleDeadlines(deadlines)
    .filter(({ parameter, milliseconds }) => kept.get(parameter) !== milliseconds)
    .map(
      ({ setting, parameter, milliseconds }) =>
        `${setting}: is ${milliseconds}, but the role of DATABASE_URL has ${parameter} = ${kept.get(parameter)}; run database prepare with this setting, then reconnect a pooler`,
    );
  if (problems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems });
}
