import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../src/platform/settings/config.ts';
import { prepareDatabase } from '../src/platform/postgres/prepare/prepare.ts';
import { databaseRoles, type DatabaseRoles } from '../src/platform/postgres/roles/roles.ts';
import { serverUrl } from '../src/platform/postgres/connections/server.ts';
import { populate, type PopulateOptions } from '../demo/population/populate.ts';
import { startEmbedded } from '../src/platform/postgres/embedded/start-embedded.ts';
import { migrate } from '../src/platform/postgres/migrations/migrate.ts';
import { demoCalendar } from '../demo/demo-calendar.ts';
import { townDatabase } from '../src/town/shared/database/database.ts';

/** A real PostgreSQL in a temporary folder, with its usual durability, for the duration of a benchmark. */
export interface Town {
  readonly config: Config;
  /**
   * Creates a migrated database with a unique name.
   * @param onProgress called while residents are loaded
   */
  database(name: string, residents: number, onProgress?: PopulateOptions['onProgress']): Promise<DatabaseRoles>;
  /** The superuser's connection string to that database. */
  administratorOf(name: string): string;
  close(): Promise<void>;
}

/** Starts PostgreSQL. @param flags additional flags of PostgreSQL */
export async function openTown(flags: readonly string[] = []): Promise<Town> {
  const directory = mkdtempSync(join(tmpdir(), 'ntk-bench-'));
  chmodSync(directory, 0o755);
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: join(directory, 'data'), TOKEN_MAX_LIFETIME: '86400' });
  const embedded = await startEmbedded(config.dataDirectory, flags);
  return {
    config,
    database: async (name, residents, onProgress) => {
      const server = serverUrl(embedded.url, name);
      await prepareDatabase(embedded.url, config, server);
      const roles = databaseRoles(config, server);
      await migrate(roles.owner, townDatabase.migrations);
      const now = new Date();
      if (residents > 0) await populate(roles.owner, { residents, today: demoCalendar.dayOf(now), now, ...(onProgress && { onProgress }) });
      return roles;
    },
    administratorOf: (name) => Object.assign(new URL(embedded.url), { pathname: `/${name}` }).href,
    close: async () => {
      await embedded.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
