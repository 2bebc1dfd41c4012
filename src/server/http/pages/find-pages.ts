import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The required files. A build of an earlier version can lack some. */
const needed = ['index.html', 'developer.html', 'persisted-documents.json'];

/**
 * Finds the built pages of an application.
 * @param built where they are built
 * @returns the folder; undefined: they were not built
 */
export function findPages(built: URL): string | undefined {
  return needed.every((file) => existsSync(new URL(file, built))) ? fileURLToPath(built) : undefined;
}
