import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import { bareEnvironment } from './bare-environment.ts';
import type { CommandRun } from './command-run.ts';
import { testCluster, type TestDatabase } from '../database/cluster.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs `privacy` as a separate process, with the given settings only. */
export function runPrivacy(given: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<CommandRun> {
  return runProgram('src/town/commands/privacy.ts', given, settings);
}

/**
 * Runs a program as a separate process, with the given settings only.
 * @param file from the folder
 * @param folder default: the root
 */
export function runProgram(
  file: string,
  given: readonly string[],
  settings: Readonly<Record<string, string>>,
  folder = root,
): Promise<CommandRun> {
  const env = { ...bareEnvironment, ...settings };
  return new Promise((done) => {
    execFile('node', [file, ...given], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      done({ code, stdout, stderr });
    });
  });
}

/**
 * The settings of a process that uses a suite's database. It numbers nothing: many databases share the data directory, whose
 * `log-checkpoint.txt` would be of one of them, and the logs of all others would count as rolled back.
 */
export function settingsFor(database: TestDatabase): {
  readonly NODE_ENV: string;
  readonly DATABASE_URL: string;
  readonly DATA_DIR: string;
  readonly SEQUENCER: string;
} {
  const { administrator, dataDirectory } = testCluster();
  const name = new URL(database.roles.gateway).pathname.slice(1);
  return { NODE_ENV: 'test', DATABASE_URL: serverUrl(administrator, name), DATA_DIR: dataDirectory, SEQUENCER: 'off' };
}
