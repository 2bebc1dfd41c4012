import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { connectionOptions } from '../../../src/platform/settings/connection-options.ts';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import { startProgram } from '../../helpers/processes/program.ts';
import { makeDatabase } from '../../helpers/database/run-database.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';
import { startTlsServer, type TlsServer } from '../../helpers/database/tls-server.ts';
import { until } from '../../helpers/time/until.ts';

let server: TlsServer;
let settings: Record<string, string>;
let administrator: string;
beforeAll(async () => {
  server = await startTlsServer();
  const trusted = `sslmode=verify-full&sslrootcert=${server.authority}`;
  administrator = `${server.administrator}?${trusted}`;
  settings = {
    NODE_ENV: 'test',
    DATABASE_URL: urlWith(trusted),
    DATA_DIR: join(server.directory, 'data'),
    PORT: '0',
  };
  await makeDatabase(administrator, settings);
});
afterAll(() => server.stop());

const urlWith = (query: string): string => `${serverUrl(server.administrator, 'need_to_know')}?${query}`;

test('every connection of every role uses TLS', async () => {
  const gateway = await startProgram('src/main.ts', settings);
  try {
    const answer = await fetch(new URL('/graphql', gateway.ready), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ services { edges { node { name } } } }' }),
    });
    expect(answer.status).toBe(200);
    expect(await runPrivacy(['prune-log'], settings)).toMatchObject({ code: 0, stderr: '' });
    const observer = new Client(connectionOptions(administrator));
    await observer.connect();
    const roles = async (): Promise<string> => {
      const { rows } = await observer.query<{ usename: string; ssl: boolean }>(
        `select distinct usename, ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename like 'ntk\\_%' order by usename`,
      );
      for (const row of rows) expect(row).toEqual({ usename: row.usename, ssl: true });
      return rows.map(({ usename }) => usename).join(' ');
    };
    // PostgreSQL ends the connections of a command a little after it.
    await until(async () => (await roles()) === 'ntk_gateway ntk_sequencer');
    await observer.end();
  } finally {
    gateway.kill('SIGTERM');
    await gateway.ended;
  }
});

test('a wrong authority is refused', async () => {
  const wrong = { ...settings, DATABASE_URL: urlWith(`sslmode=verify-full&sslrootcert=${server.otherAuthority}`) };
  await expect(startProgram('src/main.ts', wrong)).rejects.toThrow(
    'DATABASE_URL: the server’s certificate is not signed by a trusted authority',
  );
});
