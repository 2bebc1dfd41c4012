import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../src/platform/postgres/embedded/free-port.ts';
import type { CaseContext } from './case.ts';
import { postgresAccount } from './run-program.ts';

/** The settings of a pooler. */
export interface PgbouncerOptions {
  /** Connection strings of the roles that may sign in, with their passwords; all of one server. */
  readonly accounts: readonly string[];
  /** `max_prepared_statements`; 0: prepared statements are not tracked. */
  readonly tracked: number;
  /** Connections to the server for each role and database. */
  readonly connections: number;
}

const patience = 10_000;

/**
 * Starts pgbouncer in transaction mode on loopback, and stops it at the end of the case. It refuses to run as root.
 * @returns the address of a role or database behind the pooler, from its address at the server
 */
export async function startPgbouncer(context: CaseContext, options: PgbouncerOptions): Promise<(direct: string) => string> {
  const directory = mkdtempSync(join(context.directory, 'pgbouncer-'));
  const port = await freePort(Number.NaN);
  const settings = join(directory, 'pgbouncer.ini');
  const users = join(directory, 'users.txt');
  const lines = options.accounts.map((account) => {
    const { username, password } = new URL(account);
    return `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`;
  });
  writeFileSync(users, lines.join(''), { mode: 0o600 });
  writeFileSync(settings, settingsText(new URL(options.accounts[0]!), port, users, options), { mode: 0o600 });
  const account = postgresAccount();
  for (const file of [directory, settings, users]) if (account.uid !== undefined) chownSync(file, account.uid, account.gid!);
  const child = spawn(context.program('pgbouncer'), ['-q', settings], { ...account, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-2_000)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  context.onEnd(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  for (const begun = performance.now(); !(await accepts(port)); await new Promise((soon) => setTimeout(soon, 50))) {
    if (child.exitCode !== null || performance.now() - begun > patience) throw new Error(`pgbouncer does not start: ${log.trim()}`);
  }
  return (direct) => {
    const url = new URL(direct);
    url.port = String(port);
    return url.href;
  };
}

function settingsText(server: URL, port: number, users: string, { tracked, connections }: PgbouncerOptions): string {
  return `[databases]
* = host=${server.hostname} port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
max_prepared_statements = ${tracked}
default_pool_size = ${connections}
`;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
