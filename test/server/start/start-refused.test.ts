import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import { createAuthority } from '../../helpers/database/certificates.ts';
import { testCluster } from '../../helpers/database/cluster.ts';
import { overTcp } from '../../helpers/database/over-tcp.ts';
import { startProgram } from '../../helpers/processes/program.ts';
import { makeDatabase } from '../../helpers/database/run-database.ts';
import { openSilentServer, type SilentServer } from '../../helpers/processes/silent-server.ts';
import { startHere } from '../../helpers/processes/start-here.ts';
import { startOnce } from '../../helpers/processes/start-once.ts';
import { filesIn, largerLog, withText, type Wrong } from '../../helpers/database/wrong-state.ts';

// Every wrong URL, certificate, role, key, secret, schema version, setting name and data directory: the start is refused in
// time, names the setting and what is wrong, and changes nothing.
const { administrator } = testCluster();
const directory = mkdtempSync(join(tmpdir(), 'ntk-refused-'));
const prefix = 'refused_';
const dataDirectory = join(directory, 'data');
let admin: Client;
let inDatabase: Client;
let locking: Client;
let silent: SilentServer;
let settings: Record<string, string>;
const at = (...path: string[]): string => join(directory, ...path);
const servingPasswords = ['database-gateway', 'database-sequencer'];
const database = overTcp(serverUrl(administrator, `${prefix}town`)).href; // A socket may do without a password.
const changed = (change: (url: URL) => void): string => {
  const url = new URL(database);
  change(url);
  return url.href;
};

beforeAll(async () => {
  admin = new Client({ connectionString: administrator });
  const town = Object.assign(new URL(administrator), { pathname: `/${prefix}town` }).href;
  inDatabase = new Client({ connectionString: town });
  locking = new Client({ connectionString: town });
  await admin.connect();
  const { publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(at('jwks.json'), JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'EdDSA' }] }));
  writeFileSync(at('file'), '');
  writeFileSync(at('ca.pem'), (await createAuthority('authority')).certificate);
  const preparing = { DATABASE_URL: database, DATABASE_ROLE_PREFIX: prefix, DATA_DIR: at('administrator') };
  await makeDatabase(administrator, preparing);
  for (const name of servingPasswords) cpSync(at('administrator', 'secrets', name), at('data', 'secrets', name));
  settings = {
    NODE_ENV: 'production',
    DATABASE_URL: database,
    DATABASE_ROLE_PREFIX: prefix,
    DATA_DIR: dataDirectory,
    TRUSTED_ISSUERS: JSON.stringify([{ issuer: 'https://issuer.example', jwks: at('jwks.json') }]),
    PORT: '0',
  };
  silent = await openSilentServer();
  const gateway = await startProgram('src/main.ts', settings);
  gateway.kill('SIGTERM');
  await gateway.ended;
  await inDatabase.connect();
  await locking.connect();
});
afterAll(async () => {
  silent.close();
  await inDatabase.end();
  await locking.end();
  await admin.query(`drop database ${prefix}town with (force)`);
  for (const role of ['gateway', 'sequencer', 'eraser', 'identity', 'owner']) await admin.query(`drop role ${prefix}${role}`);
  await admin.end();
  rmSync(directory, { recursive: true });
});

const query = (text: string) => async (): Promise<void> => {
  await inDatabase.query(text);
};
const withFile = (name: string, text: string | undefined): Wrong => withText(at('data', name), text);
const newKey = randomBytes(32).toString('base64url');
/** The last checkpoint that the sequencer of this data directory signed. */
const checkpoint = at('data', 'log-checkpoint.txt');
const withCheckpoint = (text: string): Wrong => ({ make: () => writeFileSync(checkpoint, text), undo: () => rmSync(checkpoint) });

const cases: readonly (readonly [what: string, named: string, wrong: Record<string, string> | (() => Record<string, string>) | Wrong])[] = [
  ['no server', 'DATABASE_URL: no server answers there', { DATABASE_URL: changed((url) => (url.port = '1')) }],
  ['a socket that is not there', 'DATABASE_URL: no server answers there', { DATABASE_URL: 'postgres://%2Fperegrine/x' }],
  ['an unknown host', 'DATABASE_URL: no server answers there', { DATABASE_URL: 'postgres://db.invalid/x?sslmode=disable' }],
  [
    'a server that does not answer',
    'DATABASE_URL: no server answers there',
    () => ({ DATABASE_URL: changed((url) => (url.port = String(silent.port))) }),
  ],
  ['an unknown database', 'DATABASE_URL: there is no such database', { DATABASE_URL: changed((url) => (url.pathname = '/none')) }],
  ['a database without a schema', 'DATABASE_URL: ', { DATABASE_URL: changed((url) => (url.pathname = '/postgres')) }],
  ['a wrong password', 'DATABASE_URL: the server refuses the role', { DATABASE_URL: changed((url) => (url.password = 'peregrine')) }],
  ['a foreign role', `DATABASE_URL: its role must be ${prefix}gateway`, { DATABASE_URL: changed((url) => (url.username = 'peregrine')) }],
  ['proxies anywhere', 'TRUSTED_PROXIES: a range is too wide', { TRUSTED_PROXIES: '0.0.0.0/0' }],
  ['another prefix', 'DATABASE_URL: the server refuses the role', { DATABASE_ROLE_PREFIX: 'peregrine_' }],
  ['a wrong prefix', 'DATABASE_ROLE_PREFIX: must be small letters', { DATABASE_ROLE_PREFIX: 'Peregrine' }],
  ['a wrong protocol', 'DATABASE_URL: must begin with postgres://', { DATABASE_URL: 'mysql://peregrine@localhost/x' }],
  ['an unknown parameter', 'DATABASE_URL: knows no parameters but', { DATABASE_URL: `${database}?peregrine=1` }],
  ['a wrong sequencer’s URL', 'DATABASE_SEQUENCER_URL: must be a URL', { DATABASE_SEQUENCER_URL: 'peregrine' }],
  ['no TLS at the server', 'DATABASE_URL: the server has no TLS', { DATABASE_URL: `${database}?sslmode=require` }],
  [
    'no file of the authority',
    'DATABASE_URL: the file of sslrootcert cannot be read',
    { DATABASE_URL: `${database}?sslmode=verify-full&sslrootcert=/peregrine` },
  ],
  [
    'a file that is no certificate',
    'DATABASE_URL: the file of sslrootcert holds no certificate',
    { DATABASE_URL: `${database}?sslmode=verify-full&sslrootcert=${at('jwks.json')}` },
  ],
  [
    'half a client certificate',
    'DATABASE_URL: sslcert and sslkey go together',
    { DATABASE_URL: `${database}?sslmode=require&sslcert=${at('ca.pem')}` },
  ],
  [
    'a password of another role',
    'DATABASE_SEQUENCER_URL: the server refuses the role',
    withFile('secrets/database-sequencer', 'peregrine'),
  ],
  ['no password', 'SECRETS: the secret database-gateway', withFile('secrets/database-gateway', undefined)],
  ['no cursor secret', 'SECRETS: the secret cursors is missing', withFile('secrets/cursors', undefined)],
  ['another cursor secret', 'SECRETS: the secret cursors is another one', withFile('secrets/cursors', newKey)],
  ['a broken cursor secret', 'SECRETS: the secret cursors (SECRET_CURSORS) must be 32 bytes', withFile('secrets/cursors', 'peregrine')],
  ['another pseudonym secret', 'SECRETS: the secret pseudonyms is another one', withFile('secrets/pseudonyms', newKey)],
  ['no log keys', 'SECRETS: the secret log-keys is missing', withFile('secrets/log-keys', undefined)],
  [
    'broken log keys',
    'SECRETS: the secret log-keys (SECRET_LOG_KEYS) is not a list of keys',
    withFile('secrets/log-keys', '[{"peregrine":1}]'),
  ],
  ['another log', 'LOG_ORIGIN: ', { LOG_ORIGIN: 'peregrine.example/log' }],
  [
    'a data directory of another database',
    'SECRETS: the secret cursors is missing',
    () => {
      for (const name of servingPasswords) cpSync(at('administrator', 'secrets', name), at('serving', name));
      return { DATA_DIR: at('empty'), SECRETS: `folder:${at('serving')}` };
    },
  ],
  [
    'a data directory of another log',
    'DATA_DIR: its log-checkpoint.txt is of a larger access log than the database has',
    withCheckpoint(largerLog),
  ],
  ['a broken checkpoint', 'DATA_DIR: its log-checkpoint.txt is not a signed checkpoint', withCheckpoint('peregrine')],
  ['a data directory that is a file', 'DATA_DIR', { DATA_DIR: at('file'), SECRETS: `folder:${at('data', 'secrets')}` }],
  ['a folder of secrets that is a file', 'SECRETS: the secret', { SECRETS: `folder:${at('file')}` }],
  ['a command that fails', 'SECRETS: the command failed for the secret', { SECRETS: 'command:false {name}' }],
  ['an unknown source of secrets', 'SECRETS: must be folder:PATH', { SECRETS: 'peregrine' }],
  [
    'secrets that are not in the environment',
    'SECRETS: the secret database-gateway (SECRET_DATABASE_GATEWAY) is missing',
    { SECRETS: 'environment' },
  ],
  ['the owner’s URL', 'DATABASE_OWNER_URL: is for a command', { DATABASE_OWNER_URL: database }],
  ['an administrator’s URL', 'DATABASE_ADMINISTRATOR_URL: is for a command', { DATABASE_ADMINISTRATOR_URL: administrator }],
  ['the owner’s password', 'SECRETS: the secret database-owner is for a command', { SECRETS: `folder:${at('administrator', 'secrets')}` }],
  [
    'a misspelt setting',
    'DATABASE_SEQENCER_URL: is no setting; the nearest is DATABASE_SEQUENCER_URL',
    { DATABASE_SEQENCER_URL: 'peregrine' },
  ],
  ['an empty setting', 'DATABASE_URL: is empty', { DATABASE_URL: '' }],
  [
    'keys at an http address',
    'TRUSTED_ISSUERS: production refuses keys',
    { TRUSTED_ISSUERS: '[{"issuer":"https://x.example","jwks":"http://x.example"}]' },
  ],
  ['a file of keys that is none', 'TRUSTED_ISSUERS: ', { TRUSTED_ISSUERS: `[{"issuer":"https://x.example","jwks":"${at('file')}"}]` }],
  ['an address of another machine', 'HOST: the gateway cannot listen there', { HOST: '192.0.2.1' }],
  ['a host that there is not', 'HOST: the gateway cannot listen there', { HOST: 'peregrine.invalid' }],
  ['an issuer without keys', 'TRUSTED_ISSUERS.0.jwks: does not have the form', { TRUSTED_ISSUERS: '[{"issuer":"https://x.example"}]' }],
  ['the demo population', 'POPULATION: production refuses', { POPULATION: 'demo' }],
  [
    'an older schema',
    'DATABASE_URL: the database has not run 0002-budgets',
    {
      make: query("create table public.kept as select * from public.migration; delete from public.migration where name >= '0002'"),
      undo: query('delete from public.migration; insert into public.migration select * from public.kept; drop table public.kept'),
    },
  ],
  [
    'a newer schema',
    'DATABASE_URL: the database has run 9999-peregrine, which this version does not know',
    {
      make: query(`insert into public.migration (name, executed_at) values ('9999-peregrine', now())`),
      undo: query(`delete from public.migration where name = '9999-peregrine'`),
    },
  ],
  [
    'a table that is locked',
    'DATABASE_URL: the server does not answer a statement in time',
    {
      make: async () => {
        await locking.query('begin; lock table public.migration in access exclusive mode');
      },
      undo: async () => {
        await locking.query('rollback');
      },
    },
  ],
  [
    'a member of the owner',
    'DATABASE_SEQUENCER_URL: its role may do more than its work needs',
    { make: query(`grant ${prefix}owner to ${prefix}sequencer`), undo: query(`revoke ${prefix}owner from ${prefix}sequencer`) },
  ],
];

/** These are started as people do; for the others a process would take a second each. */
const withProcess = /^(no server|a misspelt setting|an address of another machine|a table that is locked)$/;

test.each(cases)('%s: %s', async (what, named, wrong) => {
  const state = 'make' in wrong ? (wrong as Wrong) : undefined;
  await state?.make();
  try {
    const more = state ? {} : typeof wrong === 'function' ? wrong() : (wrong as Record<string, string>);
    const before = await everything();
    const { code, output } = await (withProcess.test(what) ? startOnce : startHere)({ ...settings, ...more });
    expect(output).toContain(named);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).not.toContain('peregrine@');
    expect(code).toBe(1);
    expect(await everything()).toBe(before);
  } finally {
    await state?.undo();
  }
});

test('after all that, the gateway starts', async () => {
  const gateway = await startProgram('src/main.ts', settings);
  gateway.kill('SIGTERM');
  expect(await gateway.ended).toBe(0);
});

/** The roles, what the start could write in the database, and the files by digest: a text is compared at once, a thousand rows are not. */
async function everything(): Promise<string> {
  const { rows: roles } = await admin.query(`select * from pg_authid where rolname ~ '^(${prefix}|peregrine)' order by 1`);
  const { rows: bound } = await inDatabase.query('select * from access_log.bound_secret order by 1');
  const { rows: tables } = await inDatabase.query('select oid, relname from pg_class order by 1');
  return [...filesIn(directory), ...roles, ...bound, ...tables].map((one) => JSON.stringify(one)).join('\n');
}
