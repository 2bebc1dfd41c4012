import { availableParallelism } from 'node:os';
import { expect, test } from '@jest/globals';
import { readConfig, usualDeadlines } from '../../../src/platform/settings/config.ts';
import { createHttpServer } from '../../../src/server/http/connections/http-server.ts';
import { Metrics } from '../../../src/server/observe/metrics/metrics.ts';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://127.0.0.1/need_to_know',
  TRUSTED_ISSUERS: '[{"issuer":"https://id.example","jwks":"https://id.example/jwks"}]',
};
const problemsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('production starts with a database and an issuer', () => {
  expect(readConfig(production)).toMatchObject({ production: true, demoPopulation: false, databaseRolePrefix: 'ntk_' });
});

test.each<[Record<string, string>, string]>([
  [{ DATABASE_URL: '' }, 'DATABASE_URL: is empty; give it a value or remove it'],
  [{ DATABASE_URL: '' }, 'DATABASE_URL: production needs one'],
  [{ POPULATION: 'demo' }, 'POPULATION: production refuses the demo population'],
  [{ LOG_ORIGIN: '' }, 'LOG_ORIGIN: is empty'],
  [{ SECRET_CURSORS: '' }, 'SECRET_CURSORS: is empty'],
  [
    { TRUSTED_ISSUERS: '[{"issuer":"https://id.example","jwks":"http://id.example/jwks"}]' },
    'TRUSTED_ISSUERS: production refuses keys at an http address',
  ],
  [
    { TRUSTED_ISSUERS: '[{"issuer":"http://id.example","jwks":"https://id.example/jwks"}]' },
    'TRUSTED_ISSUERS: production needs issuers whose names are https addresses',
  ],
  [{ DATABASE_URL: 'postgres://db.example/x' }, 'DATABASE_URL: production needs an sslmode'],
  [{ DATABASE_SEQUENCER_URL: 'postgres://db.example/x' }, 'DATABASE_SEQUENCER_URL: production needs an sslmode'],
])('production refuses %j: %s', (change, problem) => {
  expect(problemsOf({ ...production, ...change })).toContain(problem);
});

test('all wrong settings are named at once, without their values', () => {
  const wrong = { DATABASE_URL: 'mysql://peregrine@localhost/x', LOG_LEVL: 'peregrine', DEADLINE_STOP: 'peregrine', MOST_REQUESTS: '-1.5' };
  const problems = [
    'LOG_LEVL: is no setting; the nearest is LOG_LEVEL',
    'AUDIENCE: is empty; give it a value or remove it',
    'DATABASE_URL: must begin with postgres://',
    'TRUSTED_ISSUERS.0.issuer: must be an address (URL)',
    'TRUSTED_ISSUERS.0.jwks: does not have the form that docs/configuration.md describes',
    'TRUSTED_ISSUERS.0: does not have the form that docs/configuration.md describes',
    'DEADLINE_STOP: must be a whole number from 100 to 600000',
    'MOST_REQUESTS: must be a whole number from 1 to 100000',
  ];
  const given = { ...production, ...wrong, TRUSTED_ISSUERS: '[{"peregrine": 1}]', AUDIENCE: '' };
  expect(() => readConfig(given)).toThrow(expect.objectContaining({ code: 'SETTING_INVALID', problems }));
});

test('all settings that do not fit together are named at once', () => {
  const wrong = { DEADLINE_LOCK: '5000', MAIL_FROM: 'privacy@town.example', POPULATION: 'demo', LOG_PUBLICATION_SECONDS: '0' };
  const problems = [
    'DEADLINE_LOCK: must be less than DEADLINE_STATEMENT',
    'SMTP_URL: MAIL_FROM needs a mail server',
    'LOG_PUBLICATION_SECONDS: production refuses 0, which shows in public when each entry was made',
    'POPULATION: production refuses the demo population',
  ];
  expect(() => readConfig({ ...production, ...wrong })).toThrow(expect.objectContaining({ code: 'SETTING_INVALID', problems }));
});

test('an issuer is trusted with one set of keys', () => {
  const trusted = (...issuers: readonly string[]): string => JSON.stringify(issuers.map((issuer) => ({ issuer, jwks: `${issuer}/jwks` })));
  const one = 'https://id.example/oidc';
  expect(problemsOf({ TRUSTED_ISSUERS: trusted(one, 'https://other.example') })).toBe('');
  expect(problemsOf({ TRUSTED_ISSUERS: trusted(one, one) })).toContain('TRUSTED_ISSUERS: two issuers have the same name');
  expect(problemsOf({ TRUSTED_ISSUERS: trusted(one), IDENTITY_ISSUER: one })).toContain('TRUSTED_ISSUERS: must not have IDENTITY_ISSUER');
});

test.each([
  '0.0.0.0/0',
  '0.0.0.0/1',
  '127.0.0.1 128.0.0.0/1',
  '10.0.0.0/7',
  '127.0.0.1, ::/1',
  '2000::/3',
  '2001::/15',
  '::ffff:0:0/96',
  '::ffff:10.0.0.0/103',
])('the range in the trusted proxies %s is too wide', (TRUSTED_PROXIES) => {
  expect(problemsOf({ TRUSTED_PROXIES })).toContain(
    'TRUSTED_PROXIES: a range is too wide: IPv4 ranges begin at /8 and IPv6 ranges at /16.',
  );
});

test.each(['loopback', '1', '10.0.0.0/33', '::1/129', 'proxy.town.example', '10.0.0.1:80'])(
  'the trusted proxies %s are refused by the name of the setting',
  (TRUSTED_PROXIES) => {
    expect(problemsOf({ TRUSTED_PROXIES })).toContain('TRUSTED_PROXIES: must be IP addresses or ranges');
  },
);

test.each(['', '127.0.0.1', '10.0.0.0/8 ::1', '::ffff:10.0.0.1, 2001:db8::/32, ::ffff:10.0.0.0/104', 'fd00::/16'])(
  'the trusted proxies %s are what the server takes',
  (TRUSTED_PROXIES) => {
    const { trustedProxies } = readConfig({ TRUSTED_PROXIES }).requestLimits;
    expect(() => createHttpServer(usualDeadlines, trustedProxies, new Metrics())).not.toThrow();
  },
);

test.each([
  [{ SMTP_URL: 'https://mail.example' }, 'SMTP_URL: must begin with smtps:// or smtp://'],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL: must be a URL such as'],
  [{ SMTP_URL: 'smtps://mail.example?tls.rejectUnauthorized=false' }, 'SMTP_URL: must end after host and port'],
  [{ SMTP_URL: 'smtps://peregrine@mail.example' }, 'SMTP_URL: must have both name and password, or neither'],
  [{ SMTP_URL: 'smtps://peregrine:50%@mail.example' }, 'SMTP_URL: has a name or password with a wrong percent sign'],
  [{ SMTP_URL: 'smtps://mail.example' }, 'MAIL_FROM: SMTP_URL needs the address of the sender'],
  [{ MAIL_FROM: 'privacy@town.example' }, 'SMTP_URL: MAIL_FROM needs a mail server'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'peregrine' }, 'MAIL_FROM: must be a mail address'],
])('mail settings %j are refused: %s', (settings, problem) => {
  const problems = problemsOf({ ...production, ...settings });
  expect(problems).toContain(problem);
  expect(problems).not.toContain('peregrine');
});

test('a mail server has the port of its kind of TLS, and may have a name', () => {
  const mail = (SMTP_URL: string) => readConfig({ SMTP_URL, MAIL_FROM: 'privacy@town.example' }).mail;
  expect(mail('smtps://mail.example')).toMatchObject({ host: 'mail.example', port: 465, secure: true, account: undefined });
  expect(mail('smtp://a%40b:c%3Ad@[::1]:2525/')).toMatchObject({
    host: '::1',
    port: 2525,
    secure: false,
    needsTls: false,
    account: { user: 'a@b', pass: 'c:d' },
  });
  expect([readConfig({}).mail, readConfig(production).mail]).toEqual(['FOLDER', 'NOWHERE']);
});

test.each([
  [{ DATABASE_URL: 'postgres://db.example/x' }, 'must be production, because the server of DATABASE_URL is on another machine'],
  [{ DATABASE_URL: 'postgres://db.example/x', NODE_ENV: '' }, 'must be production'],
  [{ DATABASE_URL: 'postgres://db.example/x', NODE_ENV: 'development' }, 'must be production'],
  [{ DATABASE_URL: 'postgres://db.example/x', NODE_ENV: 'test' }, 'must be production'],
  [{ DATABASE_URL: 'postgres://127.db.example/x', NODE_ENV: 'test' }, 'must be production'],
  [{ DATABASE_URL: 'postgres://10.0.0.7/x', NODE_ENV: 'test' }, 'must be production'],
  [{ DATABASE_URL: 'postgres://[2001:db8::7]/x', NODE_ENV: 'test' }, 'must be production'],
  [
    { DATABASE_URL: 'postgres://localhost/x', DATABASE_SEQUENCER_URL: 'postgres://db.example/x', NODE_ENV: 'test' },
    'of DATABASE_SEQUENCER_URL',
  ],
  [{ DATABASE_URL: 'postgres://localhost/x', DATABASE_READ_URL: 'postgres://db.example/x', NODE_ENV: 'test' }, 'of DATABASE_READ_URL'],
  [{ DATABASE_URL: 'postgres://127.0.0.1:6432/x' }, 'must be set beside DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://%2Fvar%2Frun%2Fpostgresql/x' }, 'must be set beside DATABASE_URL'],
])('no process serves with %j: NODE_ENV %s', (settings, problem) => {
  const { servingProblems } = readConfig(settings);
  expect(servingProblems).toHaveLength(1);
  expect(servingProblems[0]).toMatch(/^NODE_ENV: /);
  expect(servingProblems[0]).toContain(problem);
});

test('the embedded database needs no NODE_ENV, one on this machine any, and production may be elsewhere', () => {
  const local = ['postgres://localhost/x', 'postgres://127.0.0.1/x', 'postgres://[::1]/x', 'postgres://%2Fvar%2Frun%2Fpostgresql/x'];
  const elsewhere = { ...production, DATABASE_URL: 'postgres://db.example/x?sslmode=verify-full' };
  const configs = [{}, elsewhere, ...local.map((url) => ({ DATABASE_URL: url, NODE_ENV: 'test' }))].map((given) => readConfig(given));
  for (const { servingProblems } of configs) expect(servingProblems).toEqual([]);
});

test('outside production, an empty setting counts as not set', () => {
  expect(readConfig({ DATABASE_URL: '', LOG_ORIGIN: '' }).databaseUrls).toEqual({});
});

test.each([
  ['DATABASE_ULR', 'DATABASE_URL'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['database_url', 'DATABASE_URL'],
  ['DATABASE_HOST', 'DATABASE_URL'],
  ['TRUSTED_ISSUER', 'TRUSTED_ISSUERS'],
  ['LOG_LEVL', 'LOG_LEVEL'],
  ['SEQUENCR', 'SEQUENCER'],
  ['NODE_ENW', 'NODE_ENV'],
  ['port', 'PORT'],
  ['SECRET_CURSOR', 'SECRET_CURSORS'],
])('%s is no setting, and %s is named', (given, nearest) => {
  expect(problemsOf({ [given]: 'peregrine' })).toBe(`A setting or an option is wrong. ${given}: is no setting; the nearest is ${nearest}`);
});

test('variables of other programs are left alone', () => {
  const others = [
    'PATH',
    'HOME',
    'HOSTNAME',
    'LOGNAME',
    'NODE_OPTIONS',
    'NODE_COMPILE_CACHE',
    'PGHOST',
    'SHELL',
    'OTEL_SERVICE_NAME',
    'LANG',
  ];
  expect(problemsOf(Object.fromEntries(others.map((name) => [name, 'x'])))).toBe('');
});

test.each([
  ['folder:', 'SECRETS: must be folder:PATH'],
  ['vault', 'SECRETS: must be'],
  ['environment:x', 'SECRETS: must be'],
  ['command:vault kv get', 'SECRETS: must be'],
])('SECRETS=%s is refused', (SECRETS, problem) => {
  expect(problemsOf({ SECRETS })).toContain(problem);
});

test('secrets come from a folder, the environment or a command', () => {
  expect(readConfig({ DATA_DIR: '/data' }).secrets).toEqual({ kind: 'folder', folder: '/data/secrets' });
  expect(readConfig({ SECRETS: 'folder:/run/secrets' }).secrets).toEqual({ kind: 'folder', folder: '/run/secrets' });
  const { secrets } = readConfig({ SECRETS: 'environment', SECRET_LOG_KEYS: '[]', SECRET_DATABASE_OWNER: 'x' });
  expect(secrets).toEqual({ kind: 'environment', values: { 'log-keys': '[]', 'database-owner': 'x' } });
  expect(readConfig({ SECRETS: 'command:vault kv get -field={name} ntk' }).secrets).toEqual({
    kind: 'command',
    program: 'vault',
    given: ['kv', 'get', '-field={name}', 'ntk'],
  });
});

test('the municipality has a time zone that exists', () => {
  expect(readConfig({}).timeZone).toBe('America/Edmonton');
  expect(readConfig({ TIME_ZONE: 'America/St_Johns' }).timeZone).toBe('America/St_Johns');
  for (const wrong of ['-06:00', 'Atlantis/Capital']) {
    expect(() => readConfig({ TIME_ZONE: wrong })).toThrow(/TIME_ZONE: must be the name of a time zone/);
  }
});

test('as many processes serve as WORKERS says, and by default one', () => {
  expect([{}, { WORKERS: '1' }, { WORKERS: '99' }, { WORKERS: 'auto' }].map((given) => readConfig(given).workers)).toEqual([
    1,
    1,
    99,
    Math.min(availableParallelism(), 99),
  ]);
});

test.each(['0', '-1', '1.5', '100', '2 ', 'AUTO', '1e1', 'all'])('%j workers are refused by the name of the setting', (WORKERS) => {
  expect(problemsOf({ WORKERS })).toContain('WORKERS: must be auto or a whole number from 1 to 99');
});

test.each([
  [{}, 'http://localhost:4000/oidc'],
  [{ HOST: '::1', PORT: '4100' }, 'http://localhost:4100/oidc'],
  [{ HOST: '2001:db8::1' }, 'http://[2001:db8::1]:4000/oidc'],
  [{ PORT: '0' }, undefined],
])('in development with %j the authorization server is at %s', (environment, issuer) => {
  expect(readConfig(environment).identity?.issuer).toBe(issuer);
});
