import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../../../src/platform/postgres/connections/connect.ts';
import { isInTime } from '../../../../src/platform/time/is-in-time.ts';
import { testCluster } from '../../../helpers/database/cluster.ts';
import { openSilentServer, type SilentServer } from '../../../helpers/processes/silent-server.ts';

let silent: SilentServer;
beforeAll(async () => {
  silent = await openSilentServer();
});
afterAll(() => silent.close());

// Far below the deadlines that connections have without a setting.
const within = { connect: 200, statement: 200 };
const early = 4_000;

test('a start check gives up a server that does not answer by DEADLINE_CONNECT, and names the setting of its URL', async () => {
  const connecting = connect(`postgres://127.0.0.1:${silent.port}/town`, 'DATABASE_SEQUENCER_URL', within).then(
    () => 'connected',
    (error: Error) => error.message,
  );
  expect(await isInTime(connecting, early)).toBe(true);
  expect(await connecting).toContain('DATABASE_SEQUENCER_URL: no server answers there: check host and port');
});

test('a statement of a start check ends by DEADLINE_STATEMENT, and so does its connection', async () => {
  const client = await connect(testCluster().administrator, 'DATABASE_URL', { ...within, connect: 5_000 });
  const statement = client.query('select pg_sleep(60)').then(
    () => 'slept',
    (error: Error) => error.message,
  );
  expect(await isInTime(statement, early)).toBe(true);
  expect(await statement).not.toBe('slept');
  expect(await isInTime(client.end(), early)).toBe(true);
});

test('an account without a password learns where to put it', async () => {
  const url = Object.assign(new URL(testCluster().administrator), { password: '' }).href;
  await expect(connect(url, 'DATABASE_ADMINISTRATOR_URL')).rejects.toThrow(
    'DATABASE_ADMINISTRATOR_URL: the server asks for a password: put it into the URL, percent-encoded, or into PGPASSWORD (NO_PASSWORD)',
  );
});
