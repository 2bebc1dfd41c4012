import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * PostgreSQL refuses to run as root, so root runs it under the account `postgres`. Some directories are closed to
 * that account: a checkout in root's home, a private temporary folder. Its program and its files go here instead.
 */
export const reachableRoot = '/var/lib/need-to-know';

/** Whether PostgreSQL's account may pass through every directory of the path. Always true unless this process is root. */
export function isReachable(directory: string): boolean {
  if (process.getuid?.() !== 0) return true;
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
