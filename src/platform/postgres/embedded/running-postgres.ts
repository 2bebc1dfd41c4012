import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A PostgreSQL server that runs in a cluster directory. */
export interface RunningPostgres {
  readonly processId: number;
  readonly port: number;
}

/** The server that runs in a cluster directory, read from its `postmaster.pid`; undefined if there is none. */
export function runningIn(directory: string): RunningPostgres | undefined {
  const file = join(directory, 'postmaster.pid');
  const processId = readNumber(file, 0);
  return isPostgres(processId, directory) ? { processId, port: readNumber(file, 3) } : undefined;
}

/** Stops a server by a fast shutdown (SIGINT) and waits up to ten seconds for its end. */
export async function terminate({ processId }: RunningPostgres, directory: string): Promise<void> {
  process.kill(processId, 'SIGINT');
  for (let waited = 0; waited < 10_000 && isPostgres(processId, directory); waited += 20) {
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Whether a process with this id runs, other than this one. NaN: false. */
export function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 1 || processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/** The whole number in a line of a file, counted from 0; NaN if there is no such file, line or number. */
export function readNumber(file: string, line: number): number {
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8').split('\n')[line] ?? '', 10) : Number.NaN;
}

/** Whether the process runs and is a PostgreSQL of this directory. The system may have given its id to another program. */
function isPostgres(processId: number, directory: string): boolean {
  if (!isAlive(processId)) return false;
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').includes(directory);
  } catch {
    // A system without /proc: PostgreSQL itself checks the process in its file before it trusts it.
    return !existsSync('/proc');
  }
}
