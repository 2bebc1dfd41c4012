import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { openMailer } from '../../../src/platform/mail/open-mailer.ts';
import type { Mailer } from '../../../src/platform/mail/mail.ts';
import { openMailServer } from '../../helpers/identity/mail-server.ts';

const to = 'dog.owner@example.org';
const mail = { to, subject: 'Your code', text: 'Your code is 7K3M-PQ9X.' };
let folder: string;
let causes: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mail-'));
  causes = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A busy machine takes its time. */
const patient = { wait: 30_000, check: 30_000, deliver: 30_000 };
/** For servers that never answer. */
const hurried = { wait: 500, check: 1_000, deliver: 1_000 };
const open = (SMTP_URL?: string, deadlines = patient): Mailer => {
  const { mail: config } = readConfig({ ...(SMTP_URL && { SMTP_URL, MAIL_FROM: 'privacy@town.example' }) });
  return openMailer(config, folder, (cause) => void causes.push(cause), deadlines)!;
};

/** Something at a port that does not speak as a mail server should. */
async function listen(greet: (socket: Socket) => void): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    greet(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((done) => server.close(() => done()));
    },
  };
}

test('in development without a server, a mail is a file that only its owner may read', async () => {
  const mailer = open();
  await mailer.check();
  mailer.send(mail);
  await mailer.stop();
  const [file] = readdirSync(join(folder, 'outbox'));
  const path = join(folder, 'outbox', file!);
  expect(readFileSync(path, 'utf8')).toMatch(/To: dog\.owner@example\.org[\s\S]*7K3M-PQ9X/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(causes).toEqual([]);
});

test('in production without a server, there is no mailer', () => {
  expect(openMailer('NOWHERE', folder, () => undefined)).toBeUndefined();
});

test('with a server, a mail is sent there, and programs are told not to answer it', async () => {
  const server = await openMailServer();
  const mailer = open(server.url);
  await mailer.check();
  mailer.send(mail);
  await mailer.stop();
  await server.close();
  expect(server.received).toEqual([
    { to: [to], text: expect.stringMatching(/Auto-Submitted: auto-generated[\s\S]*From: privacy@town\.example/) },
  ]);
  expect(server.received[0]!.text).toContain(mail.text);
  expect(causes).toEqual([]);
});

test('a text with commas is one address, so that one code never goes to two people', async () => {
  const server = await openMailServer();
  const mailer = open(server.url);
  mailer.send({ ...mail, to: `${to}, other@example.org` });
  await mailer.stop();
  await server.close();
  expect(server.received.every((one) => one.to.length === 1 && !one.to.includes(to))).toBe(true);
});

test('an address that the server does not know is reported without the address, and the check does not tell', async () => {
  const server = await openMailServer([to]);
  const mailer = open(server.url);
  await mailer.check();
  mailer.send(mail);
  await mailer.stop();
  await server.close();
  expect(causes).toEqual(['EENVELOPE']);
});

test.each<[string, (socket: Socket) => void]>([
  ['says nothing', () => undefined],
  ['closes the connection', (socket) => socket.destroy()],
  ['is no mail server', (socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['refuses everybody', (socket) => void socket.write('554 no\r\n')],
  [
    'greets without end',
    (socket) => {
      const timer = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('close', () => clearInterval(timer));
    },
  ],
])('a server that %s takes no mails', async (_what, greet) => {
  const server = await listen(greet);
  const mailer = open(server.url, hurried);
  await expect(mailer.check()).rejects.toMatchObject({ code: 'MAIL_UNAVAILABLE', status: 503 });
  mailer.send(mail);
  await mailer.stop();
  await server.close();
  expect(causes).toHaveLength(2);
  expect(causes.join()).not.toMatch(/dog|example|7K3M/);
});

test('a server that is gone, or asks for a name, takes no mails', async () => {
  const server = await openMailServer();
  await server.close();
  await expect(open(server.url).check()).rejects.toMatchObject({ code: 'MAIL_UNAVAILABLE' });
  const strict = await openMailServer();
  const named = strict.url.replace('//', '//peregrine:secret@');
  await expect(open(named).check()).rejects.toMatchObject({ code: 'MAIL_UNAVAILABLE' });
  await strict.close();
});

test('a server on another machine must offer TLS', () => {
  const { mail: config } = readConfig({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'privacy@town.example' });
  expect(config).toMatchObject({ host: 'mail.example', port: 587, secure: false, needsTls: true });
});

test('few checks wait at once, since each holds a connection to the database', async () => {
  const server = await listen(() => undefined);
  const mailer = open(server.url, hurried);
  const codes = await Promise.all(Array.from({ length: 6 }, () => mailer.check().catch((error: { code: string }) => error.code)));
  await server.close();
  const refused = Object.groupBy(codes, (code) => String(code));
  expect([refused['MAIL_UNAVAILABLE']?.length, refused['OVERLOADED']?.length]).toEqual([4, 2]);
});

test('more mails than may be under way are dropped and reported', async () => {
  const server = await listen(() => undefined);
  const mailer = open(server.url, hurried);
  for (let count = 0; count < 110; count += 1) mailer.send(mail);
  expect(causes).toEqual(Array.from({ length: 10 }, () => 'QUEUE_FULL'));
  await mailer.stop();
  await server.close();
});
