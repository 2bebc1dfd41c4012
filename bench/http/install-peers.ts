import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs what bench/package.json pins, where that was not done since the lock file last changed. Nothing of it runs
 * a script, and nothing of it is the product's.
 * @throws Error with the command to run, where npm fails
 */
export function installPeers(): void {
  const installed = `${folder}node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}package-lock.json`).mtimeMs) return;
  process.stderr.write('Installing the other servers into bench/node_modules (npm ci) …\n');
  // `npm run -s` silences whatever npm it starts.
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The other servers could not be installed: run `npm ci --ignore-scripts` in bench/.');
}
