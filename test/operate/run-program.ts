import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bareEnvironment } from '../helpers/processes/bare-environment.ts';

/** How a program is run. */
export interface RunOptions {
  /** Added to the bare environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it runs under PostgreSQL's account. */
  readonly asPostgres?: boolean;
}

/**
 * Runs a program until it ends.
 * @returns its standard output
 * @throws Error with what it wrote to standard error, unless its exit code is 0
 */
export function runProgram(file: string, given: readonly string[], { env = {}, asPostgres = false }: RunOptions = {}): Promise<string> {
  const options = { env: { ...bareEnvironment, ...env }, maxBuffer: 64 * 1024 * 1024, ...(asPostgres && postgresAccount()) };
  return new Promise((done, fail) => {
    execFile(file, given, options, (error, stdout, stderr) => {
      if (error) fail(new Error(`${file} ${given[0] ?? ''}: ${(stderr || stdout).trim() || error.message}`));
      else done(stdout);
    });
  });
}

/** PostgreSQL refuses to run as root. Root runs it under the account `postgres`; everyone else under their own. */
export function postgresAccount(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string): number => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** The path of an installed program, or undefined. Also searches where Debian installs servers. */
export function findProgram(name: string): string | undefined {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return directories.map((directory) => join(directory, name)).find((file) => existsSync(file));
}
