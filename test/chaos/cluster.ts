import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { lastingPort } from '../helpers/processes/lasting-port.ts';
import { loadEmbeddedPostgres } from '../../src/platform/postgres/embedded/load-embedded-postgres.ts';

/** A PostgreSQL server that can be killed and restarted at the same address. */
export interface Cluster {
  /** Connection string of the superuser. */
  readonly url: string;
  isRunning(): boolean;
  /** Starts the server, for the first time or again. */
  start(): Promise<void>;
  /** kill -9 of the postmaster. */
  kill(): void;
  /** kill -9 of one process that serves a connection. */
  killBackend(processId: number): void;
  stop(): Promise<void>;
  /** Runs a statement as the superuser, over a new connection. */
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

const patienceMs = 60_000;

/**
 * Creates a cluster in a directory, with PostgreSQL's default durability.
 * @param directory must be accessible to PostgreSQL's account
 */
export async function makeCluster(directory: string): Promise<Cluster> {
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const databaseDir = join(directory, 'postgres');
  const port = await lastingPort();
  const password = randomBytes(16).toString('hex');
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  mkdirSync(databaseDir, { recursive: true });
  const server = () =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'postgres',
      password,
      authMethod: 'scram-sha-256',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--wal-segsize=1'],
      // The write-ahead log fits on a small disk but soon grows, so that a full disk stops PostgreSQL.
      postgresFlags: [
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
        '-c',
        'max_wal_size=16MB',
        '-c',
        'min_wal_size=2MB',
      ],
      onLog: () => undefined,
      onError: () => undefined,
    });
  let running: InstanceType<typeof EmbeddedPostgres> | undefined;
  const isRunning = (): boolean => isAlive(postmaster(databaseDir));
  return {
    url,
    isRunning,
    async start() {
      const before = performance.now();
      for (;;) {
        // Backends of a killed postmaster hold its shared memory until they notice.
        const next = server();
        try {
          if (!existsSync(join(databaseDir, 'PG_VERSION'))) await next.initialise();
          await next.start();
          running = next;
          return;
        } catch (error) {
          if (performance.now() - before > patienceMs) throw new Error('PostgreSQL does not start again.', { cause: error });
          await new Promise((done) => setTimeout(done, 100));
        }
      }
    },
    kill: () => void process.kill(postmaster(databaseDir), 'SIGKILL'),
    killBackend: (processId) => void process.kill(processId, 'SIGKILL'),
    // A process that has already exited emits no further exit event.
    stop: async () => void (isRunning() && (await running?.stop())),
    query: async (text, values = []) => {
      const client = new Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query(text, [...values])).rows;
      } finally {
        await client.end();
      }
    },
  };
}

function postmaster(directory: string): number {
  const file = join(directory, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
}

function isAlive(processId: number): boolean {
  if (!(processId > 1)) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
