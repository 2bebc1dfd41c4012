import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs the packages of bench/package.json, unless that was done since the lock file last changed. No install script runs, and the
 * product does not use these packages.
 * @throws Error with the command to run, if npm fails
 */
export function installPeers(): void {
  const installed = `${folder}node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}package-lock.json`).mtimeMs) return;
  process.stderr.write('Installing the other servers into bench/node_modules (npm ci) …\n');
  // `npm run -s` also silences every npm that it starts.
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The other servers could not be installed: run `npm ci --ignore-scripts` in bench/.');
}
