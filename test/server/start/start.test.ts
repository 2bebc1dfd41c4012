import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorCatalogue } from '../../../src/platform/errors/errors.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { bareEnvironment } from '../../helpers/processes/bare-environment.ts';

// As `npm start` starts it: a process of its own, an embedded PostgreSQL, the demo population.
const directory = mkdtempSync(join(tmpdir(), 'ntk-start-'));
const port = await lastingPort();
// On a busy machine a connection takes longer to open than usual, and a line would say so.
const patience = { DEADLINE_CONNECT: '20000', DEADLINE_QUEUE: '7500' };
const environment = { ...bareEnvironment, DATA_DIR: join(directory, 'data'), PORT: String(port), ...patience };
const children: ChildProcess[] = [];

beforeAll(() => chmodSync(directory, 0o755));
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function run(file: string, settings: Readonly<Record<string, string>> = {}, ...given: readonly string[]): Run {
  const child = spawn('node', [file, ...given], { env: { ...environment, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, ended: new Promise((done) => child.on('exit', (code) => done(code))) };
}

async function ready(started: Run): Promise<string> {
  let over = false;
  void started.ended.then(() => (over = true));
  while (!started.output().includes('ready: ') && !over) await new Promise((done) => setTimeout(done, 20));
  const [, url] =
    /^sign in as anybody: http:\/\/localhost:\d+\/development\nready: (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(started.output()) ?? [];
  if (url === undefined) throw new Error(`not ready: ${started.output()}`);
  return new URL('/graphql', url).href;
}

async function givenName(url: string): Promise<string> {
  const token = run('demo/token.ts', {}, '--as', 'resident');
  expect(await token.ended).toBe(0);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token.output().trim()}` },
    body: JSON.stringify({ query: '{ me { givenName } }' }),
  });
  const { data } = (await response.json()) as { data: { me: { givenName: string } } };
  return data.me.givenName;
}

test('the gateway starts, prints one line, answers, survives kill -9, and stops at Ctrl-C', async () => {
  const first = run('src/main.ts');
  const name = await givenName(await ready(first));
  expect(name).toEqual(expect.any(String));
  first.child.kill('SIGKILL');
  await first.ended;

  const second = run('src/main.ts');
  expect(await givenName(await ready(second))).toBe(name);
  // A command that runs at the same time shares its database, and leaves it running.
  const populate = run('demo/populate.ts', {}, '--residents', '300');
  expect(await populate.ended).toBe(1);
  expect(populate.output()).toContain('--replace');
  const url = await ready(second);
  expect(await givenName(url)).toBe(name);

  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('two workers share one embedded PostgreSQL, one population and its accounts', async () => {
  const started = run('src/main.ts', { WORKERS: '2', DATA_DIR: join(directory, 'shared') });
  const url = await ready(started);
  const token = run('demo/token.ts', { DATA_DIR: join(directory, 'shared') }, '--as', 'resident');
  expect(await token.ended).toBe(0);
  const ask = async (): Promise<unknown> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.output().trim()}`, connection: 'close' },
      body: JSON.stringify({ query: '{ me { givenName } }' }),
    });
    return ((await response.json()) as { data: unknown }).data;
  };
  for (const answer of await Promise.all(Array.from({ length: 6 }, ask))) expect(answer).toEqual({ me: { givenName: expect.any(String) } });
  started.child.kill('SIGINT');
  expect(await started.ended).toBe(0);
});

describe('an invalid setting is named and refused:', () => {
  test.each([
    [{ PORT: 'hello' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://peregrine@localhost/x' }, 'DATABASE_URL'],
    [{ NODE_ENV: 'test', DATABASE_URL: 'postgres://ntk_gateway:secret@127.0.0.1:1/x' }, 'ECONNREFUSED'],
    [{ DATABASE_URL: 'postgres://ntk_gateway:secret@127.0.0.1:1/x' }, 'NODE_ENV: must be set'],
    [{ NODE_ENV: 'test', DATABASE_URL: 'postgres://ntk_gateway:secret@db.invalid/x' }, 'NODE_ENV: must be production'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV'],
    [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://ntk_gateway:secret@127.0.0.1:1/x' }, 'TRUSTED_ISSUERS: production needs'],
    [{ NODE_ENV: 'production' }, 'DATABASE_URL: production needs one'],
    [{ SMTP_URL: 'https://peregrine.example' }, 'SMTP_URL'],
    [{ NODE_ENV: 'production', POPULATION: 'demo' }, 'POPULATION: production refuses'],
    [{ TRUSTED_ISSUERS: '{' }, 'TRUSTED_ISSUERS: must be JSON'],
    [{ TRUSTED_ISSUERS: '[{"issuer":"https://issuer.example","jwks":"/peregrine.json"}]' }, 'TRUSTED_ISSUERS'],
    [{ POPULATION: 'everybody' }, 'POPULATION: must be one of demo, none'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ WORKERS: 'loud' }, 'WORKERS: must be auto or a whole number from 1 to 99'],
  ])('%j', async (settings, named) => {
    const refused = run('src/main.ts', settings);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(named);
    expect(refused.output().trim().split('\n')).toHaveLength(1);
    expect(refused.output()).not.toMatch(/peregrine|secret|staging|loud|everybody/);
  });
});

test.each(['src/main.ts', 'src/town/commands/sequencer.ts'])('%s makes no file where it runs as a development by mistake', async (file) => {
  const none = join(directory, 'none');
  const refused = run(file, { DATA_DIR: none, DATABASE_URL: 'postgres://ntk_gateway:secret@db.invalid/x' });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('NODE_ENV: must be production, because the server of DATABASE_URL is on another machine');
  expect(existsSync(none)).toBe(false);
});

test('a start that its database refuses makes no file', async () => {
  const none = join(directory, 'none');
  const refused = run('src/main.ts', { NODE_ENV: 'test', DATA_DIR: none, DATABASE_URL: 'postgres://ntk_gateway:secret@127.0.0.1:1/x' });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('DATABASE_URL: no server answers there');
  expect(existsSync(none)).toBe(false);
});

test('production refuses the demo', async () => {
  const settings = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://127.0.0.1:1/x',
    TRUSTED_ISSUERS: '[{"issuer":"https://issuer.example","jwks":"https://issuer.example/keys"}]',
  };
  const refused = run('demo/token.ts', settings, '--as', 'resident');
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toBe(`${errorCatalogue.DEMO_REFUSED[1]}\n`);
});
