import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isReachable, reachableRoot } from './reachable.ts';

/** Where PostgreSQL keeps its files: in the data directory, or under `reachableRoot` if its account can't reach that. */
export function clusterDirectory(dataDirectory: string): string {
  const directory = join(dataDirectory, 'postgres');
  if (isReachable(dirname(directory))) return directory;
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  mkdirSync(reachableRoot, { recursive: true });
  return join(reachableRoot, `cluster-${name}`);
}

/** Whether PostgreSQL has made its files for this data directory. */
export function hasCluster(dataDirectory: string): boolean {
  return existsSync(join(clusterDirectory(dataDirectory), 'PG_VERSION'));
}
