import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PrivacyError } from '../errors.ts';
import { password } from './secrets.ts';
import { clusterDirectory, loadEmbeddedPostgres } from './unreachable.ts';

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** Connection string of the superuser, on loopback. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL under the data directory, or takes over one that an earlier process,
 * killed without a chance to stop it, left running there.
 * @throws PrivacyError DATABASE_START_FAILED with PostgreSQL's last words
 */
export async function startEmbedded(dataDirectory: string): Promise<Embedded> {
  const secretWord = password(dataDirectory, 'postgres');
  // As root PostgreSQL runs as another account, which must be able to pass through, not to look around.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(dataDirectory, 0o711);
  const directory = clusterDirectory(join(dataDirectory, 'postgres'));
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  await endOrphan(directory);

  const words: string[] = [];
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password: secretWord,
    authMethod: 'scram-sha-256',
    persistent: true,
    // PostgreSQL refuses to run as root, so root starts it as another account.
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=100'],
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
  return {
    url: `postgres://postgres:${secretWord}@127.0.0.1:${port}/postgres`,
    stop: async () => server.stop(),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

// After a SIGKILL of this process PostgreSQL lives on, and a second one refuses the same directory.
async function endOrphan(directory: string): Promise<void> {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return;
  const process_ = Number.parseInt(readFileSync(file, 'utf8').split('\n')[0] ?? '', 10);
  if (!isPostgres(process_, directory)) return;
  process.kill(process_, 'SIGINT');
  for (let waited = 0; waited < 10_000 && isPostgres(process_, directory); waited += 20) {
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Whether that process is there and is a PostgreSQL of this directory: a number may belong to somebody else by now. */
function isPostgres(processId: number, directory: string): boolean {
  if (!Number.isInteger(processId) || processId <= 1) return false;
  try {
    process.kill(processId, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').includes(directory);
  } catch {
    // No /proc on this system: PostgreSQL itself checks the file's process before it trusts it.
    return !existsSync('/proc');
  }
}
