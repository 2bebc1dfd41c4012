import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { migrate } from '../../../src/platform/postgres/migrations/migrate.ts';
import type { SchemaMigration } from '../../../src/platform/postgres/migrations/database-schema.ts';
import { asRole } from './as-role.ts';
import { readCatalogue } from './catalogue.ts';
import { copyDatabase, emptyDatabase, type TestDatabase } from './cluster.ts';

const rowsDirectory = join(import.meta.dirname, '../../platform/postgres/rows');

/** Two databases to which a list of migrations has been applied, one of them with rows: what later migrations begin with. */
export interface Migrated {
  readonly list: readonly SchemaMigration[];
  readonly filled: TestDatabase;
  readonly fresh: TestDatabase;
  readonly counts: Counts;
  drop(): Promise<void>;
}

/**
 * Applies migrations one after the other to a database that holds data: after each one, the rows of that release are added from
 * `test/platform/postgres/rows/`. At last the schema must be that of a new database, and no table may have lost a row.
 * @param later the migrations that follow those of `before`
 * @param before where given, works on copies of its databases
 * @throws Error naming the migration that fails, loses rows, or leaves a table empty that the rows should fill
 */
export async function tryMigrations(later: readonly SchemaMigration[], before?: Migrated): Promise<Migrated> {
  const filled = before ? await copyDatabase(before.filled) : await emptyDatabase();
  const fresh = before ? await copyDatabase(before.fresh) : await emptyDatabase();
  const list = [...(before?.list ?? []), ...later];
  const drop = async (): Promise<void> => {
    await filled.drop();
    await fresh.drop();
  };
  try {
    const { owner } = filled.roles;
    let counts: Counts = before?.counts ?? new Map();
    for (const migration of later) {
      const { name } = migration;
      try {
        await migrate(owner, list.slice(0, list.indexOf(migration) + 1));
      } catch (error) {
        throw new Error(`${name} fails on a database that holds data: ${(error as Error).message}`, { cause: error });
      }
      const after = await asRole(owner, countRows);
      for (const [table, count] of counts) {
        if (after.has(table) && after.get(table)! < count) throw new Error(`${name} loses rows of ${table}`);
      }
      counts = await asRole(owner, (client) => addRows(client, name));
    }
    await migrate(fresh.roles.owner, list);
    const [grown, made] = [await asRole(owner, readCatalogue), await asRole(fresh.roles.owner, readCatalogue)];
    const differing = [...grown.filter((line) => !made.includes(line)), ...made.filter((line) => !grown.includes(line))];
    if (differing.length > 0) throw new Error(`the schema depends on the rows: ${differing.join('\n')}`);
    return { list, filled, fresh, counts, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** The number of rows by table. */
type Counts = ReadonlyMap<string, number>;

async function addRows(client: Client, name: string): Promise<Counts> {
  const file = join(rowsDirectory, `${name}.sql`);
  if (existsSync(file)) await client.query(readFileSync(file, 'utf8'));
  const counts = await countRows(client);
  const empty = [...counts].filter(([, count]) => count === 0).map(([table]) => table);
  if (empty.length > 0) throw new Error(`add rows to test/platform/postgres/rows/${name}.sql: ${empty.join(', ')} has none`);
  return counts;
}

async function countRows(client: Client): Promise<Counts> {
  const { rows } = await client.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class
     where relkind in ('r', 'p') and not relispartition and relnamespace::regnamespace::text in ('recreation', 'web', 'access_log')`,
  );
  const counts = new Map<string, number>();
  for (const { table } of rows) {
    const counted = await client.query<{ count: string }>(`select count(*) from ${table}`);
    counts.set(table, Number(counted.rows[0]!.count));
  }
  return counts;
}
