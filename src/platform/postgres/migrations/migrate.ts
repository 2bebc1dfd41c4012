import type { AbstractSqlConnection, Transaction } from '@mikro-orm/postgresql';
import { usualDeadlines } from '../../settings/config.ts';
import { PrivacyError } from '../../errors/errors.ts';
import { missingMigrations } from './missing-migrations.ts';
import type { SchemaMigration } from './database-schema.ts';
import { migrationOptions } from '../connections/orm-options.ts';
import { openOrm } from '../connections/orm.ts';
import { roleNames, type RoleNames } from '../roles/role-names.ts';

/** Milliseconds that all migrations may take. */
const longest = 60 * 60 * 1_000;

/** The parameters of a migration. */
export interface MigrateOptions {
  /** The roles that get privileges. */
  readonly roles?: RoleNames;
  /** Milliseconds to wait for another process that migrates, and for each lock of a table. */
  readonly lockTimeout?: number;
}

/**
 * Runs the missing migrations in one transaction, as the owner. Processes that start together wait for each other. A database that is
 * up to date costs one query.
 * @param ownerUrl connection string of the owner
 * @param list all migrations of this version
 * @throws PrivacyError SCHEMA_TOO_NEW, or SETTING_INVALID where a role is missing, and nothing is changed; MIGRATION_BLOCKED after
 *   `lockTimeout`
 */
export async function migrate(ownerUrl: string, list: readonly SchemaMigration[], options: MigrateOptions = {}): Promise<void> {
  const { roles = roleNames(), lockTimeout = 60_000 } = options;
  // One connection holds the lock; MikroORM makes its table of migrations on another.
  const orm = await openOrm(ownerUrl, [], {
    options: migrationOptions(roles, list),
    max: 2,
    deadlines: { queue: usualDeadlines.connect, request: longest },
  });
  const connection = orm.em.getConnection();
  try {
    if (missingMigrations(await readMigrations(connection), list).length === 0) return;
    await assertRolesExist(connection, roles);
    await connection.transactional(async (transaction) => {
      await connection.execute(`select set_config('lock_timeout', ?, true)`, [String(lockTimeout)], 'run', transaction);
      await connection.execute(`select pg_advisory_xact_lock(hashtextextended('need-to-know migrations', 0))`, [], 'run', transaction);
      await orm.migrator.up({ transaction });
      // Another process may have migrated further while this one waited.
      missingMigrations(await readMigrations(connection, transaction), list);
    });
  } catch (error) {
    // SQLSTATE lock_not_available.
    throw codeOf(error) === '55P03' ? new PrivacyError('MIGRATION_BLOCKED') : error;
  } finally {
    await orm.close(true);
  }
}

/** A new version can have a new role, to which its migrations grant something. */
async function assertRolesExist(connection: AbstractSqlConnection, roles: RoleNames): Promise<void> {
  const found: { readonly rolname: string }[] = await connection.execute('select rolname from pg_roles', [], 'all');
  const missing = Object.values<string>(roles).filter((name) => !found.some(({ rolname }) => rolname === name));
  if (missing.length === 0) return;
  throw new PrivacyError('SETTING_INVALID', {
    problems: [
      `DATABASE_URL: the server has no role ${missing.join(', ')}; an administrator makes it with \`privacy database prepare\`, or set DATABASE_ROLE_PREFIX`,
    ],
  });
}

async function readMigrations(connection: AbstractSqlConnection, transaction?: Transaction): Promise<readonly string[]> {
  try {
    const done: { readonly name: string }[] = await connection.execute('select name from migration order by id', [], 'all', transaction);
    return done.map(({ name }) => name);
  } catch (error) {
    // SQLSTATE undefined_table: an empty database has no table of migrations yet.
    if (codeOf(error) === '42P01') return [];
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}
