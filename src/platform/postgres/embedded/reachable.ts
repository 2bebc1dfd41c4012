import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * PostgreSQL refuses to run as root, so root runs it under the account `postgres`. That account can't enter some directories, such
 * as a checkout in root's home or a private temporary folder. PostgreSQL's program and its files are then placed here.
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
