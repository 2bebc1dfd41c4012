import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bareEnvironment } from '../../helpers/processes/bare-environment.ts';
import { startProgram, type Program } from '../../helpers/processes/program.ts';
import { openSilentServer } from '../../helpers/processes/silent-server.ts';

// The gateway as a supervisor runs it: real processes, with the embedded PostgreSQL as a child. All starts share one data directory:
// the first, which fills it, costs three times as much as another.
let directory: string;
let settings: Record<string, string>;
let program: Program | undefined;
let npm: ChildProcess | undefined;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'ntk-stop-'));
  chmodSync(directory, 0o755);
  settings = { DATA_DIR: join(directory, 'data'), PORT: '0', POPULATION: 'none', LOG_LEVEL: 'error' };
});
afterEach(async () => {
  program?.kill('SIGKILL');
  npm?.kill('SIGKILL');
  const postgres = postmaster();
  if (isAlive(postgres)) process.kill(postgres, 'SIGKILL');
  // To PostgreSQL, one that ended and was not waited for yet still runs: the next start would refuse the folder.
  await until(() => !existsSync(`/proc/${postgres}`));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const start = async (more: Record<string, string> = {}): Promise<Program> =>
  (program = await startProgram('src/main.ts', { ...settings, ...more }));

function postmaster(): number {
  const file = join(directory, 'data/postgres/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
}

function isAlive(processId: number): boolean {
  try {
    // A process that ended but was not waited for still has an entry.
    return processId > 1 && !/^State:\s+Z/m.test(readFileSync(`/proc/${processId}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  // A wait without an end would keep jest from ending.
  for (let waited = 0; !(await holds()); waited += 50) {
    if (waited > 30_000) throw new Error('It never held.');
    await new Promise((done) => setTimeout(done, 50));
  }
}

describe('the gateway', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('stops at %s with exit code 0, and PostgreSQL with it', async (signal) => {
    const { kill, ended } = await start();
    const postgres = postmaster();
    expect(isAlive(postgres)).toBe(true);
    kill(signal);
    // Npm repeats a signal that a terminal sends to all of them.
    kill(signal);
    expect(await ended).toBe(0);
    expect(isAlive(postgres)).toBe(false);
  });

  test('ends within its deadline with exit code 3 if PostgreSQL hangs, and leaves no orphan', async () => {
    const { kill, ended, output } = await start({
      DEADLINE_REQUEST: '1000',
      DEADLINE_STATEMENT: '800',
      DEADLINE_LOCK: '500',
      DEADLINE_QUEUE: '500',
      DEADLINE_STOP: '6000',
    });
    const postgres = postmaster();
    process.kill(postgres, 'SIGSTOP');
    kill('SIGTERM');
    expect(await ended).toBe(3);
    expect(output()).toContain('"part":"database","cause":"POSTGRESQL_KILLED"');
    await until(() => !isAlive(postgres));
  });

  test('ends at once at a second signal', async () => {
    const { kill, ended, ready } = await start({ DEADLINE_STOP: '60000' });
    process.kill(postmaster(), 'SIGSTOP');
    kill('SIGTERM');
    const saysStopping = (): Promise<boolean> =>
      fetch(new URL('/ready', ready)).then(
        async (answer) => (await answer.text()).includes('stopping'),
        () => true,
      );
    await until(saysStopping);
    // For half a second, a signal counts as the same.
    await new Promise((done) => setTimeout(done, 600));
    kill('SIGTERM');
    expect(await ended).toBe(128 + 15);
  });

  test('answers requests that were begun, refuses others with a code, and is not ready meanwhile', async () => {
    // The keys of this issuer never come, so a request with its token waits.
    const silent = await openSilentServer();
    const issuer = 'https://issuer.example';
    const { kill, ended, ready } = await start({ TRUSTED_ISSUERS: JSON.stringify([{ issuer, jwks: `http://127.0.0.1:${silent.port}/` }]) });
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'ES256', typ: 'at+jwt', kid: 'a' })}.${part({ iss: issuer })}.AAAA`;
    const body = JSON.stringify({ query: '{ __typename }' });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const begun = fetch(new URL('/graphql', ready), { method: 'POST', headers, body });
    await until(() => silent.accepted() > 0);
    kill('SIGTERM');
    const refused = async (): Promise<string> =>
      (await fetch(new URL('/graphql', ready), { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
    let text = await refused();
    while (!text.includes('STOPPING')) text = await refused();
    const unready = await fetch(new URL('/ready', ready));
    expect([unready.status, await unready.json()]).toEqual([503, { status: 'unready', failed: ['stopping'] }]);
    // The keys' deadline of three seconds ends the request that was begun.
    expect([401, 503]).toContain((await begun).status);
    expect(await ended).toBe(0);
    silent.close();
  });

  test('a client that never ends its request does not keep it from stopping', async () => {
    const { kill, ended, ready } = await start();
    const slow = request(new URL('/graphql', ready), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '100' },
    });
    slow.on('error', () => undefined);
    slow.write('{"query":');
    await new Promise((done) => setTimeout(done, 300));
    kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('npm start', () => {
  const startNpm = async (): Promise<{ readonly node: number; readonly ended: Promise<number | null> }> => {
    const child = spawn('npm', ['start', '--silent'], {
      env: { ...bareEnvironment, ...settings, HOME: directory },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    npm = child;
    const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    await new Promise<void>((done) => child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('ready: ') && done()));
    return { node: Number(readFileSync(join(directory, 'data/postgres-owner'), 'utf8')), ended };
  };

  test.each(['SIGTERM', 'SIGKILL'] as const)('leaves no process behind when npm gets %s', async (signal) => {
    const { node, ended } = await startNpm();
    const postgres = postmaster();
    expect([isAlive(node), isAlive(postgres)]).toEqual([true, true]);
    process.kill(npm!.pid!, signal);
    await ended;
    await until(() => !isAlive(node) && !isAlive(postgres));
  });
});
