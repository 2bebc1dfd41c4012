import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrivacyError } from '../../errors.ts';
import { makeFile } from '../secrets.ts';
import { clusterDirectory } from './cluster-directory.ts';
import { freePort } from './free-port.ts';
import { loadEmbeddedPostgres } from './load-embedded-postgres.ts';
import { isAlive, readNumber, runningIn, terminate } from './running-postgres.ts';

/** Milliseconds that a stop may take. */
const usualStop = 10_000;

/** A running embedded PostgreSQL. */
export interface Embedded {
  /** Connection string of the superuser, on loopback. */
  readonly url: string;
  /** Whether another process started it. Its settings are then those of that process. */
  readonly isShared: boolean;
  /** @param within milliseconds after which it is killed; then it throws */
  stop(within?: number): Promise<void>;
}

/**
 * Starts a real PostgreSQL under the data directory. A command beside the gateway shares the server that runs
 * there already, as long as the process that started it lives. A server whose process was killed is terminated first.
 * @param flags further command-line flags for PostgreSQL
 * @throws PrivacyError DATABASE_START_FAILED with the last lines of PostgreSQL's log
 */
export async function startEmbedded(dataDirectory: string, flags: readonly string[] = []): Promise<Embedded> {
  const superuserPassword = makeFile(join(dataDirectory, 'secrets'), 'postgres', randomBytes(32).toString('base64url'));
  // As root, PostgreSQL runs under another account. That account must pass through the data directory, but not list it.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(dataDirectory, 0o711);
  const directory = clusterDirectory(dataDirectory);
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const running = runningIn(directory);
  const ownerFile = join(dataDirectory, 'postgres-owner');
  if (running && isAlive(readNumber(ownerFile, 0))) {
    return { url: urlOf(superuserPassword, running.port), isShared: true, stop: async () => undefined };
  }
  if (running) await terminate(running, directory);

  const output: string[] = [];
  // The same port as before, if it is free: a process beside the gateway finds PostgreSQL again after a restart.
  const portFile = join(dataDirectory, 'postgres-port');
  const port = await freePort(readNumber(portFile, 0));
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password: superuserPassword,
    authMethod: 'scram-sha-256',
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: asRoot,
    // The same upper and lower case and the same sort order on every machine.
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
    // A segment of the write-ahead log that is used again keeps what it held before: erased openings, too.
    postgresFlags: [
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'wal_recycle=off'].flatMap((one) => ['-c', one]),
      ...flags,
    ],
    onLog: (line: string) => output.push(line),
    onError: (line: unknown) => output.push(String(line)),
  });
  try {
    if (!existsSync(join(directory, 'PG_VERSION'))) await server.initialise();
    await server.start();
  } catch {
    const lastLines = output.join('').trim().split('\n').slice(-3).join(' ');
    throw new PrivacyError('DATABASE_START_FAILED', { problems: lastLines ? [lastLines] : [] });
  }
  writeFileSync(ownerFile, String(process.pid));
  writeFileSync(portFile, String(port));
  return {
    url: urlOf(superuserPassword, port),
    isShared: false,
    stop: async (within = usualStop) => {
      await stopInTime(server, directory, within);
      rmSync(ownerFile, { force: true });
    },
  };
}

/** Stops PostgreSQL, by SIGKILL if it does not end in time: an orphan would keep its files locked. */
async function stopInTime(server: { stop(): Promise<void> }, directory: string, within: number): Promise<void> {
  const processId = runningIn(directory)?.processId;
  let killed = false;
  const timer = setTimeout(() => {
    if (processId === undefined || !isAlive(processId)) return;
    killed = true;
    process.kill(processId, 'SIGKILL');
  }, within * 0.8);
  await server.stop().finally(() => clearTimeout(timer));
  if (killed) throw Object.assign(new Error('PostgreSQL did not stop in time.'), { code: 'POSTGRESQL_KILLED' });
}

function urlOf(superuserPassword: string, port: number): string {
  return `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`;
}
