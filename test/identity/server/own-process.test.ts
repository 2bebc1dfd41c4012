import { town } from '../../../src/town/index.ts';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { ownPage } from '../../helpers/identity/session-town.ts';
import { openOneHost, type OneHost } from '../../helpers/processes/one-host.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { startIdentity } from '../../../src/server/start/start-identity.ts';
import { copyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';
import { linkIn } from '../../helpers/identity/mailed-link.ts';
import { app } from '../../helpers/identity/identity-town.ts';
import { Browser } from '../../../demo/sign-in/browser.ts';
import { ask, obtainTokens, openMobileApp } from '../../helpers/tokens/mobile-app.ts';
import { until } from '../../helpers/time/until.ts';
import { goodPassword, storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { startProgram, type Program } from '../../helpers/processes/program.ts';
import { runPrivacy, settingsFor } from '../../helpers/processes/run-privacy.ts';

// docs/operations.md, "A process of its own": one process serves sign-ins, another the gateway, behind one host.
let database: TestDatabase;
let settings: Readonly<Record<string, string>>;
let url: string;
let issuer: string;
let mails: MailServer;
let host: OneHost;
let identityUrl: string;
let metricsUrl: string;
const running: Program[] = [];
beforeAll(async () => {
  database = await copyDatabase();
  mails = await openMailServer();
  await storeAccount(database, { email: 'resident@mail.example', residentId: cast.resident });
  const [gatewayPort, identityPort, metricsPort] = [await lastingPort(), await lastingPort(), await lastingPort()];
  host = await openOneHost({ gateway: gatewayPort, identity: identityPort });
  issuer = `${host.origin}/oidc`;
  url = `${host.origin}/graphql`;
  identityUrl = `http://127.0.0.1:${identityPort}`;
  metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
  settings = {
    ...settingsFor(database),
    IDENTITY_ISSUER: issuer,
    IDENTITY_CLIENTS: JSON.stringify([app]),
    TRUSTED_PROXIES: '127.0.0.1',
    LOG_LEVEL: 'error',
    SMTP_URL: mails.url,
    MAIL_FROM: 'privacy@town.example',
  };
  const identity = { ...settings, PORT: String(identityPort), METRICS_PORT: String(metricsPort) };
  running.push(
    ...(await Promise.all([
      startProgram('src/main.ts', { ...settings, PORT: String(gatewayPort), IDENTITY: 'off' }),
      startProgram('src/town/commands/identity.ts', identity),
    ])),
  );
}, 180_000);
afterAll(async () => {
  for (const program of running) program.kill('SIGKILL');
  await host.close();
  await mails.close();
  await database.drop();
});

test('a person registers by a link that the process mails', async () => {
  const [browser, email] = [new Browser(), 'newcomer@mail.example'];
  await browser.go(`${issuer}/account/register`, { email });
  const link = await linkIn(mails, email);
  expect(link).toContain(`${issuer}/account/password/`);
  expect((await browser.go(link, { password: 'staple battery horse' })).text).toContain('Your password is set');
});

test('a page signs in at one process and reads at the other with the same cookie', async () => {
  const headers = { ...ownPage, 'content-type': 'application/json' };
  const signIn = JSON.stringify({ email: 'resident@mail.example', password: goodPassword });
  const started = await fetch(`${host.origin}/session`, { method: 'POST', headers, body: signIn });
  expect([started.status, await started.json()]).toEqual([201, expect.objectContaining({ role: 'RESIDENT' })]);
  const cookie = started.headers.getSetCookie()[0]!.split(';')[0]!;
  const ask = async (): Promise<unknown> => {
    const body = JSON.stringify({ query: '{ me { givenName } }' });
    return (await fetch(url, { method: 'POST', headers: { ...headers, cookie }, body })).json();
  };
  expect(await ask()).toMatchObject({ data: { me: { givenName: expect.any(String) } } });
  expect((await fetch(`${host.origin}/session`, { headers: { ...ownPage, cookie } })).status).toBe(200);
  // A page of another site is refused here as at the gateway, with an error of the usual form in the language that it asks for.
  const foreign = await fetch(`${host.origin}/session`, { headers: { 'sec-fetch-site': 'cross-site', 'accept-language': 'fr', cookie } });
  expect([foreign.status, foreign.headers.get('content-language')]).toEqual([403, 'fr']);
  expect(await foreign.json()).toMatchObject({ errors: [{ extensions: { code: 'CROSS_SITE_REQUEST' } }] });
  expect((await fetch(`${host.origin}/sessions`, { method: 'DELETE', headers: { ...ownPage, cookie } })).status).toBe(204);
  expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'ACCESS_ENDED' } }] });
});

test('the process tells its health and its measures, and serves nothing of the gateway', async () => {
  expect(await (await fetch(`${identityUrl}/health`)).json()).toEqual({ status: 'up' });
  expect(await (await fetch(`${identityUrl}/ready`)).json()).toEqual({ status: 'ready' });
  const unknown = await fetch(`${identityUrl}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { errors: [expect.objectContaining({ extensions: { code: 'ROUTE_UNKNOWN' } })] },
  ]);
  const large = await fetch(`${identityUrl}/oidc/account/register`, {
    method: 'POST',
    headers: { origin: host.origin },
    body: new URLSearchParams({ email: 'x'.repeat(20_000) }),
  });
  expect([large.status, await large.json()]).toEqual([
    413,
    { errors: [expect.objectContaining({ extensions: { code: 'BODY_TOO_LARGE' } })] },
  ]);
  let text = '';
  // Mails are counted in the background.
  await until(async () => {
    text = await (await fetch(metricsUrl)).text();
    return /^ntk_account_mails_waiting \d+$/m.test(text);
  });
  expect(text).toMatch(/^ntk_request_duration_seconds_count\{route="\/health",status="200",code=""\} 1$/m);
  expect(text).not.toContain('resident@mail.example');
  await database.asOwner('revoke select on identity.passkey from ntk_identity');
  await database.asOwner(`insert into identity.mail (id, kind, email, language, asked_at, next_try_at)
    values (gen_random_uuid(), 'RESET', 'late@mail.example', 'en', now() - interval '1 hour', now() + interval '1 hour')`);
  await until(async () => (await fetch(`${identityUrl}/ready`)).status === 503);
  const unready = await fetch(`${identityUrl}/ready`);
  expect(await unready.json()).toEqual({ status: 'unready', failed: ['roles'] });
  await database.asOwner('grant select on identity.passkey to ntk_identity');
  await until(async () => (await (await fetch(`${identityUrl}/ready`)).text()) === '{"status":"ready","delayed":["mails"]}');
  expect(await (await fetch(metricsUrl)).text()).toMatch(/^ntk_account_mails_oldest_seconds 3\d{3}/m);
  await database.asOwner(`delete from identity.mail`);
});

test('a start that cannot serve says why, by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-identity-'));
  cpSync(join(settings['DATA_DIR']!, 'secrets'), folder, { recursive: true });
  const refused = async (more: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const config = readConfig({ ...settings, PORT: '0', LOG_LEVEL: 'silent', SECRETS: `folder:${folder}`, ...more });
    const started = await startIdentity(town, config).catch((error: { readonly problems: readonly string[] }) => error);
    if ('stop' in started) await started.stop();
    return 'problems' in started ? started.problems : [];
  };
  expect(await refused({})).toEqual([]);
  expect(await refused({ IDENTITY_ISSUER: '' })).toEqual([expect.stringContaining('IDENTITY_ISSUER')]);
  expect(await refused({ PORT: new URL(host.origin).port })).toEqual([expect.stringContaining('PORT')]);
  const wrong = randomBytes(32).toString('base64url');
  for (const [name, text, problem] of [
    ['identity-keys', wrong, /^SECRETS: the secret identity-keys .*does not open the signing key /],
    ['identity-keys', 'short', /^SECRETS: the secret identity-keys .*must be 32 bytes/],
    ['pseudonyms', wrong, /^SECRETS: the secret pseudonyms is another one/],
    ['pseudonyms', undefined, /^SECRETS: the secret pseudonyms is missing/],
    ['database-identity', undefined, /^DATABASE_IDENTITY_URL: |database-identity/],
  ] as const) {
    const file = join(folder, name);
    const right = readFileSync(file);
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    expect([name, await refused({})]).toEqual([name, [expect.stringMatching(problem)]]);
    writeFileSync(file, right, { mode: 0o600 });
  }
  await database.asOwner(`delete from public.migration where name like '%identity'`);
  expect(await refused({})).toEqual([expect.stringContaining('the database has not run 0003-identity')]);
  await database.asOwner(`insert into public.migration (name) values ('0003-identity')`);
  expect(await refused({})).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('a resident signs in at one process and reads at the other, commands change the keys, and both stop', async () => {
  const phone = await openMobileApp({ issuer });
  const { access_token: token } = await obtainTokens(phone);
  const me = '{ me { givenName } }';
  expect((await ask(phone, { url }, token, me)).body).toMatchObject({ data: { me: { givenName: expect.any(String) } } });

  const [key] = await database.asOwner<{ kid: string }>('select kid from identity.signing_key');
  expect(await runPrivacy(['identity', 'rotate'], settings)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('signs in 20 minutes'),
  });
  expect((await ask(phone, { url }, token, me)).status).toBe(200);
  expect(await runPrivacy(['identity', 'withdraw', 'peregrine'], settings)).toMatchObject({ code: 2, stdout: '' });
  expect(await runPrivacy(['identity', 'withdraw', key!.kid], settings)).toMatchObject({ code: 0, stdout: 'The key is withdrawn.\n' });
  expect((await ask(phone, { url }, token, me)).body.errors[0].extensions.code).toBe('ACCESS_ENDED');

  for (const program of running) program.kill('SIGTERM');
  expect(await Promise.all(running.map(({ ended }) => ended))).toEqual([0, 0]);
  // Nothing numbers the log here, and on a busy machine the mails can wait for a connection. No other line is about a failure.
  const [gateway, identity] = running.map((program) => program.output().split('\n'));
  const expected = ['LOG_NOT_NUMBERED', 'LOG_PROMISE_BROKEN', 'mails of requests wait'];
  const saysSo = (line: string): boolean => expected.some((text) => line.includes(text));
  expect(gateway!.filter((line) => line !== '' && !saysSo(line))).toEqual([expect.stringMatching(/^ready: /)]);
  expect(identity!.filter((line) => line !== '' && !line.includes('mails of accounts are late'))).toEqual([`ready: ${issuer}`]);
}, 90_000);
