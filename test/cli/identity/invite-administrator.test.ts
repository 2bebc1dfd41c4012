import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Browser, hidden } from '../../../demo/sign-in/browser.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { openDatabase } from '../../../src/server/start/open.ts';
import { asRole } from '../../helpers/database/as-role.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { startProgram, type Program } from '../../helpers/processes/program.ts';
import type { CommandRun } from '../../helpers/processes/command-run.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';
import { ownPage } from '../../helpers/identity/session-town.ts';
import { startPatience, until } from '../../helpers/time/until.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

// docs/operations.md, "Who administers the staff", from an empty database to an administrator who signs in.
let directory: string;
let settings: Readonly<Record<string, string>>;
let gateway: Program;
let origin: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'first-administrator-'));
  const port = await lastingPort();
  origin = `http://localhost:${port}`;
  settings = { DATA_DIR: join(directory, 'data'), HOST: '127.0.0.1', PORT: String(port), POPULATION: 'none', LOG_LEVEL: 'error' };
  gateway = await startProgram('src/main.ts', settings);
}, 180_000);
afterAll(async () => {
  gateway.kill('SIGTERM');
  await gateway.ended;
  rmSync(directory, { recursive: true, force: true });
});

const password = 'staple battery horse';
const people = ['rosalind', 'amos', 'edith'].map((name) => `${name}@town.example`);
const invite = (email: string, more: readonly string[] = []): Promise<CommandRun> =>
  runPrivacy(
    ['identity', 'invite-administrator', '--given-name', 'Rosalind', '--family-name', 'Mayhew', '--email', email, ...more],
    settings,
  );
const rows = async (statement: string): Promise<any[]> => {
  const { roles } = await openDatabase(readConfig(settings), [], townDatabase);
  return asRole(roles.owner, async (client) => (await client.query(statement)).rows);
};

/** Runs the command for each address. Each has begun to read or change the staff before any of them is done. */
async function atOnce(emails: readonly string[]): Promise<readonly CommandRun[]> {
  const { roles } = await openDatabase(readConfig(settings), [], townDatabase);
  return asRole(roles.owner, async (client) => {
    await client.query('begin');
    await client.query('lock table recreation.invitation in exclusive mode');
    const ended: CommandRun[] = [];
    const runs = emails.map(async (email) => {
      const run = await invite(email);
      ended.push(run);
      return run;
    });
    // Not in pg_stat_activity, which stays the same within a transaction.
    const waiting = 'select distinct pid from pg_locks where not granted';
    await until(async () => (await client.query(waiting)).rowCount === emails.length || ended.length > 0, startPatience);
    expect(ended).toEqual([]);
    await client.query('commit');
    return Promise.all(runs);
  });
}

/** The part of the newest mail to an address that matches. The mail is awaited. */
async function inMail(address: string, sought: RegExp): Promise<string> {
  const folder = join(directory, 'data', 'outbox');
  let found: string | undefined;
  await until(() => {
    const mails = readdirSync(directory + '/data').includes('outbox') ? readdirSync(folder).toSorted() : [];
    const texts = mails.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(/=\r?\n/g, ''));
    found = texts
      .filter((text) => text.includes(`To: ${address}`))
      .map((text) => sought.exec(text)?.[0])
      .findLast((one) => one !== undefined);
    return found !== undefined;
  });
  return found!;
}

/** Registers an account, accepts the invitation with it, and signs in as an administrator. @returns the cookie */
async function joinStaff(email: string): Promise<string> {
  const browser = new Browser();
  const account = `${origin}/oidc/account`;
  await browser.go(`${account}/register`, { email });
  const link = await inMail(email, /http:\S+\/account\/password\/[\w-]{43}/);
  expect((await browser.go(link, { password })).status).toBe(200);
  const code = await inMail(email, /\b(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}\b/);
  const page = await inMail(email, /http:\S+\/account\/invitation/);
  expect((await browser.go(page, { email, password, code })).text).toContain('Say whether you are on record as a resident');
  expect((await browser.go(page, { email, password, code, record: 'none' })).text).toContain('Your invitation is accepted');
  const signIn = await browser.go(`${account}/sign-in`);
  const signedIn = await browser.go(signIn.url, { token: hidden(signIn, 'token'), email, password });
  expect(signedIn.text).toContain('staff administrator');
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { ...ownPage, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(await answer.json()).toMatchObject({ role: 'STAFF_ADMINISTRATOR' });
  return /^[^;]*/.exec(answer.headers.getSetCookie()[0]!)![0];
}

test('one command at a time invites the first two, whose codes go to the mailboxes, and no third', async () => {
  const refused = await Promise.all([invite('rosalind@mail.example'), invite('no address'), invite(people[0]!, ['--language', 'de'])]);
  expect(refused.map(({ code }) => code)).toEqual([2, 2, 2]);
  expect(refused.map(({ stderr }) => stderr).join('')).toMatch(/WORK_MAIL_DOMAINS[^]*--email[^]*--language/);
  expect(await rows('select from recreation.employee')).toEqual([]);
  // Two for the same person, and three people: the order is free.
  const runs = await atOnce([people[0]!, people[0]!, people[1]!, people[2]!]);
  expect(runs.map(({ code }) => code).toSorted((one, other) => one - other)).toEqual([0, 0, 1, 1]);
  expect(runs.map(({ stderr }) => stderr).join('')).toBe('');
  const invited = await rows('select work_email as email, roles, invited_by, awaits_acceptance as awaits from recreation.employee');
  expect(invited).toHaveLength(2);
  const expected = { email: expect.any(String), roles: ['STAFF_ADMINISTRATOR'], invited_by: null, awaits: true };
  expect(invited).toEqual([expected, expected]);
  const code = await inMail(invited[0]!.email, /\b(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}\b/);
  expect(runs.map(({ stdout }) => stdout).join('')).not.toContain(code);
  const acts = await rows(`select subjects from access_log.full_entry where template -> 'rootFields' ->> 0 = 'invite-administrator'
    union all select subjects from access_log.full_staged where template -> 'rootFields' ->> 0 = 'invite-administrator'`);
  expect(acts).toHaveLength(2);
});

test('they join, sign in, see each other as invited by the command, and no command invites a third', async () => {
  const emails = (await rows('select work_email as email from recreation.employee order by 1')).map(({ email }) => email as string);
  const [cookie] = [await joinStaff(emails[0]!), await joinStaff(emails[1]!)];
  const ask = async (query: string): Promise<any> => {
    const headers = { ...ownPage, cookie, 'content-type': 'application/json', 'privacy-purpose': 'STAFF_ADMINISTRATION' };
    return (await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
  };
  const list = '{ employees(first: 9) { edges { node { status roles workEmail invitedByCommand } } } }';
  const version = (await ask(list)).errors[0].extensions.purposeText as string;
  await ask(`mutation { acknowledgePurpose(input: { version: "${version}" }) { purposeText { version } } }`);
  const { data, errors } = await ask(list);
  expect(errors).toBeUndefined();
  const nodes = data.employees.edges.map(({ node }: any) => node);
  const each = (workEmail: string) => ({ status: 'ACTIVE', roles: ['STAFF_ADMINISTRATOR'], workEmail, invitedByCommand: true });
  expect(nodes.toSorted((one: any, other: any) => (one.workEmail < other.workEmail ? -1 : 1))).toEqual(emails.map(each));
  const third = await invite(people.find((email) => !emails.includes(email))!);
  expect([third.code, third.stdout]).toEqual([1, 'There are two administrators already: they invite others.\n']);
});

test('one of two is replaced while the other one can act, and no one is invited once none can', async () => {
  const [one, other] = (await rows('select work_email as email from recreation.employee order by 1')).map(({ email }) => email as string);
  const third = people.find((email) => email !== one && email !== other)!;
  const disable = (email: string) => runPrivacy(['identity', 'disable', email], settings);
  expect((await disable(one!)).code).toBe(0);
  expect((await disable(other!)).code).toBe(0);
  const none = await invite(third);
  expect([none.code, none.stdout]).toEqual([1, expect.stringContaining('none can act now')]);
  expect((await runPrivacy(['identity', 'enable', other!], settings)).code).toBe(0);
  expect((await invite(third)).code).toBe(0);
  expect((await invite('fourth@town.example')).code).toBe(1);
});
