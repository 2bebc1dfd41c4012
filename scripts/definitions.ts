import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { Client } from 'pg';
import { readConfig } from '../src/platform/settings/config.ts';
import type { ExpectedDefinitions } from '../src/platform/postgres/definitions/expected-definitions.ts';
import { readRights } from '../src/platform/postgres/definitions/read-rights.ts';
import { readDefinitions } from '../src/platform/postgres/definitions/read-definitions.ts';
import { startEmbedded } from '../src/platform/postgres/embedded/start-embedded.ts';
import { migrate } from '../src/platform/postgres/migrations/migrate.ts';
import { prepareDatabase } from '../src/platform/postgres/prepare/prepare.ts';
import { roleNames } from '../src/platform/postgres/roles/role-names.ts';
import { databaseRoles } from '../src/platform/postgres/roles/roles.ts';
import { serverUrl } from '../src/platform/postgres/connections/server.ts';
import type { DatabaseSchema } from '../src/platform/postgres/migrations/database-schema.ts';
import { engineDatabase } from '../src/server/library/database/engine-database.ts';
import { townDatabase } from '../src/town/shared/database/database.ts';

/** The databases by the file with what their migrations make. */
const databases: Readonly<Record<string, DatabaseSchema>> = {
  'src/server/library/database/definitions.json': engineDatabase,
  'src/town/shared/database/definitions.json': townDatabase,
};

// `npm run definitions`.
await new Command('definitions')
  .description('Writes what the migrations make, from new databases of the embedded PostgreSQL.')
  .option('--check', 'only check that the files are of these migrations; exit code 1: one is not')
  .action(async ({ check }: { readonly check?: true }) => {
    for (const [file, schema] of Object.entries(databases)) {
      // A test compares the objects themselves, which needs a database.
      const digest = createHash('sha256')
        .update(JSON.stringify(schema.migrations.map(({ name, sql }) => [name, sql(roleNames())])))
        .digest('hex');
      if (!check) {
        const expected: ExpectedDefinitions = { migrations: digest, ...(await readFromNew(schema)) };
        writeFileSync(schema.definitions, `${JSON.stringify(expected, null, 2)}\n`);
        continue;
      }
      const known = JSON.parse(readFileSync(schema.definitions, 'utf8')) as ExpectedDefinitions;
      if (known.migrations === digest) continue;
      process.stderr.write(`${file} is of other migrations: run \`npm run definitions\`\n`);
      process.exitCode = 1;
    }
  })
  .parseAsync();

async function readFromNew(schema: DatabaseSchema): Promise<Omit<ExpectedDefinitions, 'migrations'>> {
  const directory = mkdtempSync(join(tmpdir(), 'ntk-definitions-'));
  const server = await startEmbedded(join(directory, 'data'), ['-c', 'fsync=off']);
  try {
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: join(directory, 'data') });
    const url = serverUrl(server.url, 'definitions');
    await prepareDatabase(server.url, config, url);
    const { owner } = databaseRoles(config, url);
    await migrate(owner, schema.migrations);
    const client = new Client({ connectionString: owner });
    await client.connect();
    await client.query('begin read only');
    const names = roleNames();
    const rights = {
      gateway: await readRights(client, names.gateway),
      sequencer: await readRights(client, names.sequencer),
      identity: await readRights(client, names.identity),
    };
    const objects = await readDefinitions(client, names, schema.schemas);
    await client.end();
    return { rights, objects };
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
