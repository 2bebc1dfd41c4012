import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { usualRequestLimits } from '../../../../src/platform/settings/config.ts';
import { wordings } from '../../../../src/town/wording/wordings.ts';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../../helpers/identity/mail-server.ts';
import { hiddenField, openPage, sendForm, type OpenedPage } from '../../../helpers/asking/open-page.ts';

const { perAddress } = usualRequestLimits.anonymousSenders;
const email = 'dog.owner@example.org';
const message = { kind: 'QUESTION', body: 'May I bring a dog?\nIt is <b>small</b> & "quiet".', email };
let gateway: TestGateway;
let mails: MailServer;
beforeAll(async () => {
  mails = await openMailServer();
  const requestLimits = { ...usualRequestLimits, trustedProxies: ['127.0.0.1'], anonymousSenders: { perAddress, inTotal: 200 } };
  gateway = await openGateway({ smtpUrl: mails.url, requestLimits });
});
afterAll(async () => {
  await gateway.close();
  await mails.close();
});

let addresses = 0;
/** A sender at a network address that asked for nothing before. */
const newSender = (): Readonly<Record<string, string>> => ({ 'x-forwarded-for': `192.0.2.${(addresses += 1)}` });
const sendCode = (changed: object = {}, headers = newSender()): Promise<OpenedPage> =>
  sendForm(gateway, '/ask', { ...message, ...changed, step: 'send-code' }, headers);
const file = (confirm: OpenedPage, code: string, headers = newSender()): Promise<OpenedPage> => {
  const fields = { ...message, key: hiddenField(confirm, 'key'), until: hiddenField(confirm, 'until'), code, step: 'file' };
  // As browsers send line breaks.
  return sendForm(gateway, '/ask', { ...fields, body: message.body.replaceAll('\n', '\r\n') }, headers);
};
const kept = ({ html }: OpenedPage): readonly string[] => [...html.matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, text]) => text!);
const filed = async (): Promise<number> => {
  const rows = await gateway.database.asOwner<{ count: number }>(`select count(*)::int from recreation.request where contact_email = $1`, [
    email,
  ]);
  return rows[0]!.count;
};
/** A letter of its own for each test: mails to one address are limited. */
let letters = 0;
async function mailedCode(headers = newSender()): Promise<{ readonly confirm: OpenedPage; readonly code: string; readonly to: string }> {
  const to = `owner-${(letters += 1)}@example.org`;
  const confirm = await sendCode({ email: to }, headers);
  expect(confirm.status).toBe(200);
  return { confirm, code: await mails.codeFor(to), to };
}
const fileAs = (to: string, confirm: OpenedPage, code: string, headers = newSender()): Promise<OpenedPage> =>
  sendForm(
    gateway,
    '/ask',
    { ...message, email: to, key: hiddenField(confirm, 'key'), until: hiddenField(confirm, 'until'), code, step: 'file' },
    headers,
  );

test('a question is filed with the code from the mail, and its sender sees how far it is', async () => {
  const confirm = await sendCode();
  expect(confirm.text).toContain(`A code is on its way to ${email}.`);
  expect(confirm.text).toContain(message.body.replace('\n', ' '));
  expect(await filed()).toBe(0);
  const done = await file(confirm, await mails.codeFor(email));
  expect(done.status).toBe(200);
  expect(done.headers.get('cache-control')).toBe('no-store');
  expect(await filed()).toBe(1);
  const [number, code] = kept(done);
  expect(number).toMatch(/^R-\d{8}$/);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const [row] = await gateway.database.asOwner<{ body: string }>('select body from recreation.request where number = $1', [number!]);
  expect(row!.body).toBe(message.body);

  const state = await sendForm(gateway, '/request-state', { number: number!, code: code! }, newSender());
  expect([state.status, kept(state)[0]]).toEqual([200, 'A question']);
  expect(state.text).toContain('It is open. We answer by ');
  expect(state.text).not.toContain(email);
  expect(state.text).not.toContain('quiet');
  const finish = (set: string): Promise<unknown> =>
    gateway.database.asOwner(`update recreation.request set ${set} where number = $1`, [number!]);
  const stateNow = async (): Promise<string> =>
    (await sendForm(gateway, '/request-state', { number: number!, code: code! }, newSender())).text;
  await finish(`due_on = '2026-01-05'`);
  expect(await stateNow()).toContain('late: the answer was due on January\u00a05,\u00a02026');
  await finish(`answered_at = filed_at, answer = 'Yes.'`);
  expect(await stateNow()).toMatch(/It was answered on/);
  expect(await stateNow()).toContain('Yes.');
});

test('the form that was sent twice files once, and shows the same number', async () => {
  const headers = newSender();
  const { confirm, code, to } = await mailedCode(headers);
  const [first, second] = [await fileAs(to, confirm, code, headers), await fileAs(to, confirm, code, headers)];
  expect(kept(first)[0]).toMatch(/^R-/);
  expect(kept(second)).toEqual(kept(first));
});

test('the message can be changed before it is filed, and a changed one needs another code', async () => {
  const { confirm, code, to } = await mailedCode();
  const change = await sendForm(gateway, '/ask', { ...message, email: to, step: 'change' });
  expect(change.html).toMatch(/<textarea[^>]*>May I bring a dog\?\nIt is &lt;b&gt;small&lt;\/b&gt; &amp; &quot;quiet&quot;\.<\/textarea/);
  expect(change.html).toMatch(/value="QUESTION"\s+required\s+checked/);
  const fields = { key: hiddenField(confirm, 'key'), until: hiddenField(confirm, 'until'), code, step: 'file' };
  const other = await sendForm(gateway, '/ask', { ...message, body: 'May I bring two?', email: to, ...fields }, newSender());
  expect(other.status).toBe(403);
  expect(other.html).toMatch(/<input[^>]*id="code"[^>]*aria-invalid="true"/s);
});

const { problems, ask, requests } = wordings.en.publicPages;
const key = '5f0c9d0e-2f43-4c0f-8d0e-3c1f4a9b7e21';
const wrong = [
  ['/ask', { step: 'send-code' }, 400, ['kind', 'body', 'email'], problems.kind],
  ['/ask', { ...message, kind: '' }, 400, ['kind'], problems.kind],
  ['/ask', { ...message, kind: 'ACCESS' }, 400, ['kind'], problems.kind],
  ['/ask', { ...message, kind: 'toString' }, 400, ['kind'], problems.kind],
  ['/ask', { ...message, body: ' \n ' }, 400, ['body'], problems.body],
  ['/ask', { ...message, body: 'x'.repeat(4_001) }, 400, ['body'], problems.body],
  ['/ask', { ...message, body: 'NUL \u0000' }, 400, ['body'], problems.body],
  ['/ask', { ...message, email: 'nowhere at all' }, 400, ['email'], problems.email],
  ['/ask', { ...message, body: '', email: 'x' }, 400, ['body', 'email'], problems.email],
  ['/ask', { ...message, step: 'file', key: 'of-nobody', until: '2026-06-15T12:00:00Z' }, 400, [], problems.other],
  ['/ask', { ...message, step: 'file', key, until: 'soon' }, 400, [], problems.other],
  ['/ask', { ...message, step: 'file', key, until: '2026-06-15T12:00:00Z', code: 'x'.repeat(41) }, 400, ['code'], problems.code],
  ['/request-state', {}, 400, ['number', 'code'], problems.number],
  ['/request-state', { number: 'R-1', code: '' }, 400, ['code'], problems.stateCode],
  ['/request-state', { number: 'R-10000000', code: '0000-0000-0000' }, 404, [], requests.unknown],
] as const;

test.each(wrong)('%s with %j: %i, and what was typed is kept', async (path, fields, status, invalid, sentence) => {
  const page = await sendForm(gateway, path, fields, newSender());
  expect(page.status).toBe(status);
  expect(page.html).toMatch(/role="alert"/);
  expect(page.text).toContain(sentence);
  const marked = [...page.html.matchAll(/<(?:input|textarea)\b[^>]*\bname="(\w+)"[^>]*aria-invalid="true"[^>]*>/g)].map(([, name]) => name);
  expect([...new Set(marked)]).toEqual(invalid);
  for (const name of invalid) {
    expect(page.html).toContain(`id="${name}-problem"`);
    expect(page.html).toMatch(new RegExp(`aria-describedby="[^"]*${name}-problem"`));
    expect(page.html).toContain(`href="#${name}"`);
  }
  const { email: typedEmail, number: typedNumber } = fields as { email?: string; number?: string };
  for (const typed of [typedEmail, typedNumber]) if (typed !== undefined) expect(page.html).toContain(`value="${typed}"`);
  expect(page.headers.get('cache-control')).toBe('no-store');
});

describe('a form of another site', () => {
  const foreign = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'not an origin' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  test.each(foreign)('with %j has nothing mailed or filed, and is not shown again', async (headers) => {
    const before = mails.received.length;
    const page = await sendCode({ email: 'victim@example.org' }, { ...newSender(), ...headers });
    expect([page.status, page.text.includes(problems.foreign)]).toEqual([403, true]);
    expect(page.html).not.toContain('victim@example.org');
    expect(mails.received.length).toBe(before);
  });

  test('without any origin is refused as well', async () => {
    const body = new URLSearchParams({ ...message, step: 'send-code' }).toString();
    const page = await openPage(gateway, '/ask', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(page.status).toBe(403);
  });
});

test('what is no form of ours, or too long, is refused by a page', async () => {
  const json = await openPage(gateway, '/ask', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  expect([json.status, json.headers.get('content-type')]).toEqual([415, 'text/html; charset=utf-8']);
  const long = await sendForm(gateway, '/ask', { ...message, body: 'x'.repeat(50_000), step: 'send-code' }, newSender());
  expect([long.status, long.text.includes(problems.tooLong)]).toEqual([413, true]);
});

test('a network address that asks too often waits, and keeps what it typed', async () => {
  const sender = newSender();
  for (let tries = 0; tries < perAddress; tries += 1)
    expect((await sendCode({ email: `often-${tries}@example.org` }, sender)).status).toBe(200);
  const refused = await sendCode({ email: 'often@example.org' }, sender);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
  expect(refused.text).toMatch(/Try again in \d+ minutes/);
  expect(refused.html).toContain('value="often@example.org"');
  expect((await sendCode({ email: 'often@example.org' })).status).toBe(200);
  const looking = newSender();
  const look = (): Promise<OpenedPage> => sendForm(gateway, '/request-state', { number: 'R-10000000', code: '0' }, looking);
  for (let tries = 0; tries < perAddress; tries += 1) expect((await look()).status).toBe(404);
  expect((await look()).status).toBe(429);
});

test('while the log is down nothing is filed and no number is shown; afterwards the same form is filed', async () => {
  const headers = newSender();
  const { confirm, code, to } = await mailedCode(headers);
  await gateway.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
  try {
    const down = await fileAs(to, confirm, code, headers);
    expect([down.status, down.text.includes(problems.unavailable)]).toEqual([503, true]);
    expect(down.headers.get('retry-after')).not.toBeNull();
    expect(down.text).not.toMatch(/R-\d{8}/);
    expect(hiddenField(down, 'key')).toBe(hiddenField(confirm, 'key'));
  } finally {
    await gateway.database.asOwner('grant insert on access_log.staged to ntk_gateway');
  }
  const count = 'select 1 from recreation.request where contact_email = $1';
  expect(await gateway.database.asOwner(count, [to])).toHaveLength(0);
  expect(kept(await fileAs(to, confirm, code, headers))[0]).toMatch(/^R-\d{8}$/);
  expect(await gateway.database.asOwner(count, [to])).toHaveLength(1);
});

test('while the database cannot be read, no state is shown', async () => {
  await gateway.database.asOwner('revoke select on recreation.request from ntk_gateway');
  try {
    const page = await sendForm(gateway, '/request-state', { number: 'R-10000000', code: '0000-0000-0000' }, newSender());
    expect(page.status).toBeGreaterThanOrEqual(500);
    expect(page.text).not.toContain(requests.unknown);
    expect(page.html).toContain('value="R-10000000"');
  } finally {
    await gateway.database.asOwner('grant select on recreation.request to ntk_gateway');
  }
});

test('without a mail server no one asks without an account, and the page says what to do', async () => {
  await mails.close();
  const page = await sendCode({ email: 'later@example.org' });
  expect([page.status, page.text.includes(problems.noMail)]).toEqual([503, true]);
  expect(page.html).toContain('value="later@example.org"');
  expect(page.text).toContain(ask.title);
});
