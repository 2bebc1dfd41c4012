import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { freePort } from '../../../src/database/embedded/free-port.ts';
import { copyDatabase, type TestDatabase } from '../../helpers/cluster.ts';
import { openMailServer, type MailServer } from '../../helpers/mail-server.ts';
import { linkIn } from '../../helpers/mailed-link.ts';
import { app } from '../../helpers/identity-town.ts';
import { Browser } from '../../../demo/sign-in/browser.ts';
import { ask, obtainTokens, openMobileApp } from '../../helpers/mobile-app.ts';
import { storeAccount } from '../../helpers/open-test-accounts.ts';
import { startProgram, type Program } from '../../helpers/program.ts';
import { runPrivacy, settingsFor } from '../../helpers/run-privacy.ts';

// docs/operations.md, "A process of its own": one process serves sign-ins, another the gateway.
let database: TestDatabase;
let settings: Readonly<Record<string, string>>;
let url: string;
let issuer: string;
let mails: MailServer;
const running: Program[] = [];
beforeAll(async () => {
  database = await copyDatabase();
  mails = await openMailServer();
  await storeAccount(database, { email: 'resident@mail.example', residentId: cast.resident });
  const [gatewayPort, identityPort] = [await freePort(Number.NaN), await freePort(Number.NaN)];
  issuer = `http://127.0.0.1:${identityPort}/oidc`;
  url = `http://127.0.0.1:${gatewayPort}/graphql`;
  settings = {
    ...settingsFor(database),
    IDENTITY_ISSUER: issuer,
    IDENTITY_CLIENTS: JSON.stringify([app]),
    GATEWAY_URL: url,
    LOG_LEVEL: 'error',
    SEQUENCER: 'off',
    SMTP_URL: mails.url,
    MAIL_FROM: 'privacy@town.example',
  };
  running.push(await startProgram('src/cli/identity.ts', { ...settings, PORT: String(identityPort) }));
  running.push(await startProgram('src/main.ts', { ...settings, PORT: String(gatewayPort), IDENTITY: 'off' }));
}, 90_000);
afterAll(async () => {
  await mails.close();
  await database.drop();
});

test('somebody registers by a link that the process mails', async () => {
  const [browser, email] = [new Browser(), 'newcomer@mail.example'];
  await browser.go(`${issuer}/account/register`, { email });
  const link = await linkIn(mails, email);
  expect(link).toContain(`${issuer}/account/password/`);
  expect((await browser.go(link, { password: 'staple battery horse' })).text).toContain('Your password is set');
}, 60_000);

test('a resident signs in at one process and reads at the other, commands change the keys, and both stop', async () => {
  expect(running.map(({ ready }) => ready)).toEqual([issuer, url]);
  const phone = await openMobileApp({ issuer });
  const { access_token: token } = await obtainTokens(phone);
  const me = '{ me { givenName } }';
  expect((await ask(phone, { url }, token, me)).body).toMatchObject({ data: { me: { givenName: expect.any(String) } } });
  expect((await fetch(url.replace('/graphql', '/oidc/jwks'))).status).toBe(404);

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
  // No line was written about a failure.
  expect(running.map((program) => program.output())).toEqual([`ready: ${issuer}\n`, `ready: ${url}\n`]);
}, 90_000);
