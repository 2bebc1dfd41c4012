import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Installs the packages of the package.json in a folder, unless that was done since its lock file last changed. No install script runs,
 * and the product does not use these packages.
 * @param where default: bench
 * @throws Error with the command to run, if npm fails
 */
export function installPeers(where = new URL('..', import.meta.url)): void {
  const folder = fileURLToPath(where);
  const name = relative(fileURLToPath(new URL('../..', import.meta.url)), folder);
  const installed = `${folder}node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}package-lock.json`).mtimeMs) return;
  process.stderr.write(`Installing the other servers into ${name}/node_modules (npm ci) …\n`);
  // `npm run -s` also silences every npm that it starts.
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`The other servers could not be installed: run \`npm ci --ignore-scripts\` in ${name}/.`);
}
