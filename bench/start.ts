import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { issueToken, trustedIssuers } from '../test/helpers/tokens/issuer.ts';
import { readConfig } from '../src/platform/settings/config.ts';
import { cast } from '../demo/personas.ts';
import { median } from './median.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Limits, Report } from './report.ts';

const starts = { whole: 9, quick: 3 } as const;
const root = fileURLToPath(new URL('..', import.meta.url));

/** The longest acceptable time of a restart. */
export const limits: Limits = { 'seconds to the first answer': { most: 1.5 } };

/** Times restarts: `npm start` with an existing data directory, from the command to the first answer, each in a new process group. */
export async function start(size: keyof typeof starts): Promise<Report> {
  const directory = mkdtempSync(join(tmpdir(), 'ntk-start-'));
  chmodSync(directory, 0o755);
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    PORT: '0',
    DATA_DIR: join(directory, 'data'),
    TRUSTED_ISSUERS: trustedIssuers(join(directory, 'data')),
    LOG_LEVEL: 'silent',
  };
  const progress = showProgress(starts[size] + 1, 'starts');
  const samples: { readonly ready: number; readonly answered: number }[] = [];
  try {
    // The first start creates the database and the population.
    progress.begin('first start');
    await startOnce(environment, undefined);
    progress.tick();
    progress.begin('starting');
    const token = await issueToken(readConfig(environment), {
      subject: cast.resident,
      role: 'RESIDENT',
      purposes: ['SELF_SERVICE'],
      now: new Date(),
    });
    for (let times = 0; times < starts[size]; times += 1) {
      samples.push(await startOnce(environment, token));
      progress.tick();
    }
  } finally {
    progress.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  const answered = median(samples.map((sample) => sample.answered));
  const figure = (contender: string, found: number) => ({ case: 'npm start', contender, median: found, unit: 's' });
  return {
    bench: 'start',
    results: [figure('ready', median(samples.map((sample) => sample.ready))), figure('first answer', answered)],
    ratios: { 'seconds to the first answer': answered },
  };
}

/**
 * Starts, sends one request, and stops as Ctrl-C does.
 * @param token undefined: no request is sent
 * @returns seconds since the command was given
 */
async function startOnce(environment: NodeJS.ProcessEnv, token: string | undefined): Promise<{ ready: number; answered: number }> {
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1_000;
  const child = spawn('npm', ['start'], { cwd: root, env: environment, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  try {
    const url = await readyAt(child, ended);
    const ready = seconds();
    if (token !== undefined) await ask(url, token);
    return { ready, answered: seconds() };
  } finally {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGINT');
    await ended;
  }
}

async function readyAt(child: ChildProcess, ended: Promise<void>): Promise<string> {
  let text = '';
  const ready = new Promise<string>((resolve) => {
    child.stdout!.on('data', (piece: Buffer) => {
      text += piece.toString();
      const [, url] = /^ready: (\S+)$/m.exec(text) ?? [];
      if (url !== undefined) resolve(new URL('/graphql', url).href);
    });
  });
  const failed = ended.then((): never => {
    throw new Error('npm start ended before it was ready.');
  });
  return Promise.race([ready, failed]);
}

async function ask(url: string, token: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ me { givenName } }' }),
  });
  const { data } = (await response.json()) as { readonly data?: { readonly me?: { readonly givenName: unknown } } };
  if (typeof data?.me?.givenName !== 'string') throw new Error('The first answer is not what was asked for.');
}
