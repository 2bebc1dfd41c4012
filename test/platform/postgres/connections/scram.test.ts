import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { connectionOptions } from '../../../../src/platform/settings/connection-options.ts';
import { scramVerifier } from '../../../../src/platform/postgres/connections/scram.ts';
import { testCluster } from '../../../helpers/database/cluster.ts';

const role = 'scram_test';
let administrator: Client;
beforeAll(async () => {
  administrator = new Client({ connectionString: testCluster().administrator });
  await administrator.connect();
});
afterAll(async () => {
  await administrator.query(`drop role if exists ${role}`);
  await administrator.end();
});

test('PostgreSQL stores the verifier as it is, and accepts the password and no other', async () => {
  const password = ' ~correct "horse" \\battery\' staple~ ';
  const verifier = scramVerifier(password);
  await administrator.query(`create role ${role} login password ${administrator.escapeLiteral(verifier)}`);
  const { rows } = await administrator.query('select rolpassword from pg_authid where rolname = $1', [role]);
  expect(rows).toEqual([{ rolpassword: verifier }]);
  const server = connectionOptions(testCluster().administrator);
  const connect = async (given: string): Promise<void> => {
    const client = new Client({ ...server, user: role, password: given });
    try {
      await client.connect();
    } finally {
      await client.end();
    }
  };
  await connect(password);
  await expect(connect(password.trim())).rejects.toMatchObject({ code: '28P01' });
});

test('the verifier of RFC 7677’s example has its keys', () => {
  // RFC 7677, section 3: user "user", password "pencil", and this salt.
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
  expect(scramVerifier('pencil', salt)).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

test('two verifiers of one password differ', () => {
  expect(scramVerifier('pencil')).not.toBe(scramVerifier('pencil'));
});
