import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import { testCluster } from '../../helpers/database/cluster.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';

const directory = mkdtempSync(join(tmpdir(), 'ntk-printed-'));
const secrets = join(directory, 'secrets');
const settings = {
  NODE_ENV: 'test',
  DATABASE_URL: serverUrl(testCluster().administrator, 'printed_town'),
  DATABASE_ROLE_PREFIX: 'printed_',
  DATA_DIR: directory,
};
afterAll(() => rmSync(directory, { recursive: true }));

const print = () => runPrivacy(['database', 'prepare', '--print'], settings);

test('a printed script names the passwords that were made for it, because they do not hold for roles that exist', async () => {
  const first = await print();
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('create role printed_gateway') });
  expect(first.stderr).toMatch(/^made: (?:database-\w+, )+database-\w+ in .*secrets\. .*delete/);
  for (const name of readdirSync(secrets)) {
    expect(first.stderr).toContain(name);
    expect(first.stderr).not.toContain(readFileSync(join(secrets, name), 'utf8'));
  }

  expect(await print()).toMatchObject({ code: 0, stderr: '' });

  // It was moved to where the gateway runs.
  rmSync(join(secrets, 'database-gateway'));
  expect((await print()).stderr).toMatch(/^made: database-gateway in /);
});
