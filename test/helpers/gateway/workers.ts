import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personaNamed } from '../../../demo/personas.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { copyDatabase, type TestDatabase } from '../database/cluster.ts';
import { issueToken, trustedIssuers } from '../tokens/issuer.ts';
import { startProgram, type Program } from '../processes/program.ts';
import { settingsFor } from '../processes/run-privacy.ts';

/** The answer on a separate connection. */
export interface Arrived {
  readonly status: number;
  readonly text: string;
}

/** A gateway of several workers, running as separate processes over a suite's database. */
export interface RunningWorkers extends Program {
  /** The process ids of the workers, oldest first. */
  readonly workers: () => readonly number[];
  /** The lines of its log, parsed. */
  readonly lines: () => readonly Readonly<Record<string, unknown>>[];
  /** Sends a request on a connection of its own, by default `{ me { givenName } }` as the resident. */
  readonly send: (path?: string, token?: string) => Promise<Arrived>;
  readonly token: string;
}

/** A database, and a data directory for its checkpoint. */
export interface WorkersHome {
  readonly database: TestDatabase;
  readonly directory: string;
  drop(): Promise<void>;
}

export async function openWorkersHome(): Promise<WorkersHome> {
  const database = await copyDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'ntk-workers-'));
  return {
    database,
    directory,
    drop: async () => {
      await database.drop();
      rmSync(directory, { recursive: true });
    },
  };
}

/** The settings of two workers. */
export function settingsOfWorkers({ database, directory }: WorkersHome): Readonly<Record<string, string>> {
  const { DATA_DIR, ...settings } = settingsFor(database);
  return {
    ...settings,
    SEQUENCER: 'on',
    DATA_DIR: directory,
    SECRETS: `folder:${DATA_DIR}/secrets`,
    PORT: '0',
    WORKERS: '2',
    // On a busy machine a connection takes longer to open than usual.
    DEADLINE_QUEUE: '7500',
    TRUSTED_ISSUERS: trustedIssuers(directory),
  };
}

/** Starts `src/main.ts` with two workers. */
export async function startWorkers(home: WorkersHome, more: Readonly<Record<string, string>> = {}): Promise<RunningWorkers> {
  const settings = { ...settingsOfWorkers(home), ...more };
  const { principal, role, purposes } = personaNamed('resident');
  const token = await issueToken(readConfig(settings), { subject: principal, role, purposes, now: new Date() });
  const program = await startProgram('src/main.ts', settings);
  return {
    ...program,
    token,
    workers: () => childrenOf(program.processId),
    lines: () =>
      program
        .output()
        .split('\n')
        .slice(0, -1)
        .filter((line) => !line.startsWith('ready: '))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    send: (path = '/graphql', as = token) => send(new URL(path, program.ready), path === '/graphql' ? as : undefined),
  };
}

/** Whether a process runs. One that ended but was not waited for does not. */
export function isRunning(processId: number): boolean {
  return statusOf(processId)?.isRunning ?? false;
}

/** The processes that a process has started and that run. */
export function childrenOf(processId: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((child) => {
      const status = child > 0 ? statusOf(child) : undefined;
      return status?.isRunning && status.parent === processId;
    })
    .toSorted((a, b) => a - b);
}

function statusOf(processId: number): { readonly isRunning: boolean; readonly parent: number } | undefined {
  try {
    const [, state, parent] = /^\d+ \(.*\) (\S) (\d+) /s.exec(readFileSync(`/proc/${processId}/stat`, 'utf8')) ?? [];
    return { isRunning: state !== 'Z', parent: Number(parent) };
  } catch {
    // It has just ended.
    return undefined;
  }
}

function send(url: URL, token: string | undefined): Promise<Arrived> {
  const headers = { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: token === undefined ? 'GET' : 'POST', headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode!, text }));
    });
    sent.once('error', reject);
    sent.end(token === undefined ? undefined : JSON.stringify({ query: '{ me { givenName } }' }));
  });
}
