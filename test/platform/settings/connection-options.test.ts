import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectionOptions } from '../../../src/platform/settings/connection-options.ts';
import { createAuthority } from '../../helpers/database/certificates.ts';

const directory = mkdtempSync(join(tmpdir(), 'ntk-urls-'));
const file = (name: string): string => encodeURIComponent(join(directory, name));
beforeAll(async () => {
  const authority = await createAuthority('authority');
  const [one, other] = [await authority.sign('one'), await authority.sign('other')];
  writeFileSync(join(directory, 'ca.pem'), authority.certificate);
  writeFileSync(join(directory, 'cert.pem'), one.certificate);
  writeFileSync(join(directory, 'key.pem'), one.key);
  writeFileSync(join(directory, 'other-key.pem'), other.key);
  writeFileSync(join(directory, 'empty.pem'), '');
});
afterAll(() => rmSync(directory, { recursive: true }));

test('a URL gives host, port, role, password and database, and no TLS unless it says so', () => {
  expect(connectionOptions('postgres://ntk%5Fgateway:p%40ss@[::1]/need_to_know')).toEqual({
    host: '::1',
    port: 5_432,
    user: 'ntk_gateway',
    password: 'p@ss',
    database: 'need_to_know',
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
  expect(connectionOptions('postgresql://db.example:6432/x?sslmode=disable')).toMatchObject({ port: 6_432, ssl: false });
  expect(connectionOptions('postgres://%2Fvar%2Frun%2Fpostgresql/x')).toMatchObject({ host: '/var/run/postgresql' });
});

test('each mode of TLS verifies what it names', () => {
  const ssl = (query: string) => connectionOptions(`postgres://db.example/x?${query}`).ssl;
  const anyName = { checkServerIdentity: expect.any(Function) };
  const ca = expect.stringContaining('BEGIN CERTIFICATE');
  expect(ssl('sslmode=require')).toEqual({ rejectUnauthorized: false, ...anyName });
  expect(ssl(`sslmode=require&sslrootcert=${file('ca.pem')}`)).toEqual({ ca, rejectUnauthorized: true, ...anyName });
  expect(ssl(`sslmode=verify-ca&sslrootcert=${file('ca.pem')}`)).toEqual({ ca, rejectUnauthorized: true, ...anyName });
  expect(ssl('sslmode=verify-full')).toEqual({ rejectUnauthorized: true });
  expect(ssl(`sslmode=verify-full&sslrootcert=${file('ca.pem')}`)).toEqual({ ca, rejectUnauthorized: true });
  expect(ssl(`sslmode=verify-full&sslcert=${file('cert.pem')}&sslkey=${file('key.pem')}`)).toEqual({
    cert: ca,
    key: expect.stringContaining('BEGIN PRIVATE KEY'),
    rejectUnauthorized: true,
  });
});

test.each([
  ['db.example', 'must be a URL'],
  ['mysql://db.example/x', 'must begin with postgres://'],
  ['postgres://db.example', 'must name a host and a database'],
  ['postgres:///x', 'must name a host and a database'],
  ['postgres://%zz:secret@db.example/x', 'must name a host and a database'],
  ['postgres://db.example/x?options=-csearch_path', 'knows no parameters but sslmode'],
  ['postgres://db.example/x?sslmode=prefer', 'sslmode must be one of disable, require, verify-ca, verify-full'],
  ['postgres://db.example/x?sslmode=', 'sslmode must be one of'],
  ['postgres://db.example/x?sslmode=verify-ca', 'verify-ca needs sslrootcert'],
  [`postgres://db.example/x?sslrootcert=${file('ca.pem')}`, 'add sslmode=verify-full'],
  [`postgres://db.example/x?sslmode=verify-full&sslrootcert=${file('none.pem')}`, 'the file of sslrootcert cannot be read'],
  [`postgres://db.example/x?sslmode=verify-full&sslrootcert=${file('empty.pem')}`, 'the file of sslrootcert holds no certificate'],
  [`postgres://db.example/x?sslmode=require&sslkey=${file('cert.pem')}`, 'the file of sslkey holds no private key'],
  [`postgres://db.example/x?sslmode=require&sslcert=${file('cert.pem')}`, 'sslcert and sslkey go together'],
  [`postgres://db.example/x?sslmode=require&sslcert=${file('cert.pem')}&sslkey=${file('other-key.pem')}`, 'sslkey is not the key'],
])('%s is refused: %s', (url, problem) => {
  const refused = expect.stringMatching(/^A setting or an option is wrong\. DATABASE_READ_URL: /);
  expect(() => connectionOptions(url, 'DATABASE_READ_URL')).toThrow(expect.objectContaining({ code: 'SETTING_INVALID', message: refused }));
  expect(() => connectionOptions(url, 'DATABASE_READ_URL')).toThrow(problem);
});
