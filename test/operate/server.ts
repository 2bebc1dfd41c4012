import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../src/platform/postgres/embedded/free-port.ts';
import type { Installation } from './installations.ts';
import { postgresAccount, runProgram } from './run-program.ts';

/** How a server differs from a new one. */
export interface ServerOptions {
  /** Settings for `postgresql.conf`, as `{ ssl: 'on' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The lines of `pg_hba.conf`. By default every account needs its password, on loopback. */
  readonly hba?: readonly string[];
  /** A data directory that exists, such as a standby's. By default a new one is made. */
  readonly directory?: string;
  /** A free port, such as the one that a server had before. */
  readonly port?: number;
}

/** A server that a case started, on loopback. */
export interface Server {
  readonly installation: Installation;
  readonly port: number;
  /** Its data directory. */
  readonly directory: string;
  /** The superuser's connection string. */
  url(database?: string): string;
  /** Runs statements as the superuser. */
  query<Row extends Record<string, unknown>>(text: string, database?: string): Promise<Row[]>;
  /** The latest lines of its log, at most a million characters. */
  log(): string;
  /** Sends a signal to the postmaster: SIGHUP reads the configuration again, SIGSTOP makes it hang. */
  kill(signal: NodeJS.Signals): void;
  /** Stops it and keeps its data directory. */
  stop(): Promise<void>;
}

const superuser = { name: 'postgres', password: 'operate' } as const;
const startDeadline = 30_000;
const defaultHba = ['host all all 127.0.0.1/32 scram-sha-256', 'host replication all 127.0.0.1/32 scram-sha-256'];

/** Starts a server of an installation. @param scratch an existing directory for its files */
export async function startServer(installation: Installation, scratch: string, options: ServerOptions = {}): Promise<Server> {
  const port = await freePort(options.port ?? Number.NaN);
  const directory = options.directory ?? join(scratch, `server-${port}`);
  const account = postgresAccount();
  if (options.directory === undefined) await initialize(installation, scratch, directory);
  writeFileSync(join(directory, 'pg_hba.conf'), `${(options.hba ?? defaultHba).join('\n')}\n`);
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), fsync: 'off', ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(installation.program('postgres')!, ['-D', directory, ...flags], { ...account, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  let hasEnded = false;
  child.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-1_000_000)));
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      hasEnded = true;
      done();
    });
  });
  const url = (database = 'postgres'): string => `postgres://${superuser.name}:${superuser.password}@127.0.0.1:${port}/${database}`;
  const server: Server = {
    installation,
    port,
    directory,
    url,
    query: async (text, database) => {
      const client = new Client({ connectionString: url(database) });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query(text)).rows;
      } finally {
        await client.end();
      }
    },
    log: () => log,
    kill: (signal) => void child.kill(signal),
    stop: async () => {
      if (hasEnded) return;
      // A server that hangs cannot stop.
      child.kill('SIGCONT');
      child.kill('SIGINT');
      await ended;
    },
  };
  for (const begun = performance.now(); ;) {
    try {
      await server.query('select 1');
      return server;
    } catch (error) {
      // SQLSTATE 57P03: it is starting. Everything but a refused connection is a server that listens.
      const { code } = error as { readonly code?: string };
      if (code !== 'ECONNREFUSED' && code !== '57P03') return server;
      if (hasEnded || performance.now() - begun > startDeadline) {
        child.kill('SIGKILL');
        throw new Error(`PostgreSQL ${installation.version} does not start: ${log.slice(-4_000).trim()}`, { cause: error });
      }
      await new Promise((soon) => setTimeout(soon, 50));
    }
  }
}

async function initialize(installation: Installation, scratch: string, directory: string): Promise<void> {
  const passwordFile = join(scratch, 'superuser-password');
  writeFileSync(passwordFile, superuser.password);
  chmodSync(passwordFile, 0o644);
  mkdirSync(directory, { mode: 0o700 });
  const { uid, gid } = postgresAccount();
  if (uid !== undefined) chownSync(directory, uid, gid!);
  // The two ways to have an order that is the same on every machine: 17 and later bring one along.
  const locale = installation.major >= 17 ? ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8'];
  await runProgram(
    installation.program('initdb')!,
    ['-D', directory, '-U', superuser.name, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync', ...locale],
    { asPostgres: true },
  );
}
