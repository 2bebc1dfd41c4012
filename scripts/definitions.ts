import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { Client } from 'pg';
import { readConfig } from '../src/platform/settings/config.ts';
import { definitionsFile, type ExpectedDefinitions } from '../src/platform/postgres/definitions/compare-definitions.ts';
import { readDefinitions, type Definitions } from '../src/platform/postgres/definitions/read-definitions.ts';
import { startEmbedded } from '../src/platform/postgres/embedded/start-embedded.ts';
import { migrate } from '../src/platform/postgres/migrate.ts';
import { migrations } from '../src/platform/postgres/migrations.ts';
import { prepareDatabase } from '../src/platform/postgres/prepare/prepare.ts';
import { roleNames } from '../src/platform/postgres/role-names.ts';
import { databaseRoles } from '../src/platform/postgres/roles.ts';
import { serverUrl } from '../src/platform/postgres/server.ts';

// `npm run definitions`.
await new Command('definitions')
  .description('Writes what the migrations make, from a new database of the embedded PostgreSQL.')
  .option('--check', 'only check that the file is of these migrations; exit code 1: it is not')
  .action(async ({ check }: { readonly check?: true }) => {
    // A test compares the objects themselves, which needs a database.
    const digest = createHash('sha256')
      .update(JSON.stringify(migrations.map(({ name, sql }) => [name, sql(roleNames())])))
      .digest('hex');
    if (!check) {
      const expected: ExpectedDefinitions = { migrations: digest, objects: await readFromNew() };
      writeFileSync(definitionsFile, `${JSON.stringify(expected, null, 2)}\n`);
      return;
    }
    const known = JSON.parse(readFileSync(definitionsFile, 'utf8')) as ExpectedDefinitions;
    if (known.migrations === digest) return;
    process.stderr.write('src/platform/postgres/definitions/expected.json is of other migrations: run `npm run definitions`\n');
    process.exitCode = 1;
  })
  .parseAsync();

async function readFromNew(): Promise<Definitions> {
  const directory = mkdtempSync(join(tmpdir(), 'ntk-definitions-'));
  const server = await startEmbedded(join(directory, 'data'), ['-c', 'fsync=off']);
  try {
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: join(directory, 'data') });
    const url = serverUrl(server.url, 'definitions');
    await prepareDatabase(server.url, config, url);
    const { owner } = databaseRoles(config, url);
    await migrate(owner);
    const client = new Client({ connectionString: owner });
    await client.connect();
    await client.query('begin read only');
    const definitions = await readDefinitions(client, roleNames());
    await client.end();
    return definitions;
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
