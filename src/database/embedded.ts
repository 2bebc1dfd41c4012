import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrivacyError } from '../errors.ts';
import { freePort } from './free-port.ts';
import { password } from './secrets.ts';
import { clusterDirectory, loadEmbeddedPostgres } from './unreachable.ts';

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** Connection string of the superuser, on loopback. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL under the data directory. One that runs there already is shared while the
 * process that started it lives (a command beside the gateway), and ended where that one was killed.
 * @param flags more of PostgreSQL's own
 * @throws PrivacyError DATABASE_START_FAILED with PostgreSQL's last words
 */
export async function startEmbedded(dataDirectory: string, flags: readonly string[] = []): Promise<Embedded> {
  const secretWord = password(dataDirectory, 'postgres');
  // As root PostgreSQL runs as another account, which must be able to pass through, not to look around.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(dataDirectory, 0o711);
  const directory = clusterDirectory(join(dataDirectory, 'postgres'));
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const running = runningIn(directory);
  const owner = join(dataDirectory, 'postgres-owner');
  if (running && isAlive(readNumber(owner, 0))) return { url: urlOf(secretWord, running.port), stop: async () => undefined };
  if (running) await end(running, directory);

  const words: string[] = [];
  // The same as before where it is free: a process beside the gateway finds PostgreSQL again after a restart.
  const portNote = join(dataDirectory, 'postgres-port');
  const port = await freePort(readNumber(portNote, 0));
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password: secretWord,
    authMethod: 'scram-sha-256',
    persistent: true,
    // PostgreSQL refuses to run as root, so root starts it as another account.
    createPostgresUser: asRoot,
    // Unicode's letters have cases wherever it runs, and text sorts the same everywhere.
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=100', ...flags],
    onLog: (word: string) => words.push(word),
    onError: (word: unknown) => words.push(String(word)),
  });
  try {
    if (!existsSync(join(directory, 'PG_VERSION'))) await server.initialise();
    await server.start();
  } catch {
    const lastWords = words.join('').trim().split('\n').slice(-3).join(' ');
    throw new PrivacyError('DATABASE_START_FAILED', {
      problems: lastWords ? [lastWords] : [],
    });
  }
  writeFileSync(owner, String(process.pid));
  writeFileSync(portNote, String(port));
  return {
    url: urlOf(secretWord, port),
    stop: async () => {
      await server.stop();
      rmSync(owner, { force: true });
    },
  };
}

function urlOf(secretWord: string, port: number): string {
  return `postgres://postgres:${secretWord}@127.0.0.1:${port}/postgres`;
}

interface Running {
  readonly processId: number;
  readonly port: number;
}

/** The PostgreSQL that runs in a directory, from its own note of itself; undefined where there is none. */
function runningIn(directory: string): Running | undefined {
  const file = join(directory, 'postmaster.pid');
  const processId = readNumber(file, 0);
  return isPostgres(processId, directory) ? { processId, port: readNumber(file, 3) } : undefined;
}

async function end({ processId }: Running, directory: string): Promise<void> {
  process.kill(processId, 'SIGINT');
  for (let waited = 0; waited < 10_000 && isPostgres(processId, directory); waited += 20) {
    await new Promise((done) => setTimeout(done, 20));
  }
}

function readNumber(file: string, line: number): number {
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8').split('\n')[line] ?? '', 10) : Number.NaN;
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 1 || processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether that process is there and is a PostgreSQL of this directory: a number may belong to somebody else by now. */
function isPostgres(processId: number, directory: string): boolean {
  if (!isAlive(processId)) return false;
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').includes(directory);
  } catch {
    // No /proc on this system: PostgreSQL itself checks the file's process before it trusts it.
    return !existsSync('/proc');
  }
}
