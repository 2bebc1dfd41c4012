import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { connectionOptions } from '../../../src/platform/settings/connection-options.ts';
import { isAlive, runningIn } from '../../../src/platform/postgres/embedded/running-postgres.ts';
import { startEmbedded } from '../../../src/platform/postgres/embedded/start-embedded.ts';
import { openDatabase } from '../../../src/server/start/open.ts';
import { asRole } from '../../helpers/database/as-role.ts';
import { overTcp } from '../../helpers/database/over-tcp.ts';
import { startProgram } from '../../helpers/processes/program.ts';
import { startOnce } from '../../helpers/processes/start-once.ts';
import { stageEntry } from '../../helpers/entries/stage-entry.ts';
import { until } from '../../helpers/time/until.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

// The tests share a data directory: making a cluster and its schema takes longer than starting it.
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'ntk-embedded-'));
  chmodSync(directory, 0o755);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('PostgreSQL keeps its port after a restart, and takes another if that port is taken', async () => {
  const started = async (): Promise<string> => {
    const { url, stop } = await startEmbedded(join(directory, 'data'));
    await stop();
    return new URL(url).port;
  };
  const port = await started();
  expect(await started()).toBe(port);
  const other = createServer();
  await new Promise<void>((done) => other.listen(Number(port), '127.0.0.1', done));
  try {
    expect(await started()).not.toBe(port);
  } finally {
    await new Promise((done) => other.close(done));
  }
});

test('PostgreSQL that was killed is stopped at once, and started again', async () => {
  const { stop } = await startEmbedded(join(directory, 'data'));
  const { processId } = runningIn(join(directory, 'data', 'postgres'))!;
  process.kill(processId, 'SIGKILL');
  // Wait until this process has learnt of its end, because it is not notified again.
  await until(() => !isAlive(processId));
  await stop();
  const again = await startEmbedded(join(directory, 'data'));
  expect(again.isShared).toBe(false);
  await again.stop();
});

test('PostgreSQL is reached by a socket in its own folder, which asks for the password', async () => {
  const { url, stop } = await startEmbedded(join(directory, 'data'));
  try {
    const { host, port } = connectionOptions(url);
    expect(host).toBe(join(directory, 'data', 'postgres'));
    // Only PostgreSQL's account may enter the folder.
    expect(statSync(host).mode & 0o077).toBe(0);
    expect(statSync(join(host, `.s.PGSQL.${port}`)).isSocket()).toBe(true);
    const address = (text: string) =>
      asRole(
        text,
        async (client) => (await client.query<{ address: string | null }>('select inet_client_addr() as address')).rows[0]!.address,
      );
    expect(await address(url)).toBeNull();
    expect(await address(overTcp(url).href)).toBe('127.0.0.1');
    const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
    await expect(address(wrong)).rejects.toMatchObject({ code: '28P01' });
    const none = Object.assign(new URL(url), { password: '' }).href;
    await expect(address(none)).rejects.toThrow('client password must be a string');
  } finally {
    await stop();
  }
});

test('PostgreSQL is reached over TCP where the path is too long for a socket, and by a path with any characters', async () => {
  const hostOf = async (name: string): Promise<string> => {
    const { url, stop } = await startEmbedded(join(directory, name));
    try {
      expect(await asRole(url, async (client) => (await client.query('select 1 as one')).rows)).toEqual([{ one: 1 }]);
      return connectionOptions(url).host;
    } finally {
      await stop();
    }
  };
  expect(await hostOf('a'.repeat(80))).toBe('127.0.0.1');
  expect(await hostOf('Daten, "Müller’s" @50%')).toBe(join(directory, 'Daten, "Müller’s" @50%', 'postgres'));
});

test('a sequencer next to a gateway continues after the gateway is killed and started again', async () => {
  const settings = { DATA_DIR: join(directory, 'data'), PORT: '0', POPULATION: 'none', SEQUENCER: 'off' };
  const isNumbered = async (): Promise<boolean> => {
    const { roles } = await openDatabase(readConfig(settings), [], townDatabase);
    const id = await stageEntry(roles.gateway);
    const client = new Client({ connectionString: roles.owner });
    await client.connect();
    try {
      while (sequencer.isRunning()) {
        if ((await client.query('select from access_log.entry where id = $1', [id])).rowCount === 1) return true;
        await new Promise((done) => setTimeout(done, 50));
      }
      return false;
    } finally {
      await client.end();
    }
  };
  let gateway = await startProgram('src/main.ts', settings);
  const sequencer = await startProgram('src/town/commands/sequencer.ts', settings);
  try {
    expect(await isNumbered()).toBe(true);
    gateway.kill('SIGKILL');
    await gateway.ended;
    gateway = await startProgram('src/main.ts', settings);
    expect(await isNumbered()).toBe(true);
  } finally {
    sequencer.kill('SIGTERM');
    await sequencer.ended;
    gateway.kill('SIGTERM');
    await gateway.ended;
  }
});

test('a gateway with other deadlines than the one that started PostgreSQL is refused by name, and changes nothing', async () => {
  const settings = { DATA_DIR: join(directory, 'data'), PORT: '0', POPULATION: 'none' };
  const other = { ...settings, DEADLINE_STATEMENT: '4000' };
  const kept = async (): Promise<unknown> => {
    const { roles } = await openDatabase(readConfig(settings), [], townDatabase);
    return asRole(roles.gateway, async (client) => (await client.query('show statement_timeout')).rows);
  };
  const gateway = await startProgram('src/main.ts', settings);
  try {
    const { code, output } = await startOnce(other);
    expect(output).toContain('DEADLINE_STATEMENT: is 4000, but the role of DATABASE_URL has statement_timeout = 5000');
    expect(code).toBe(1);
    expect(await kept()).toEqual([{ statement_timeout: '5s' }]);
  } finally {
    gateway.kill('SIGTERM');
    await gateway.ended;
  }
  // Alone, it starts PostgreSQL and sets its own.
  const alone = await startProgram('src/main.ts', other);
  alone.kill('SIGTERM');
  expect(await alone.ended).toBe(0);
});
