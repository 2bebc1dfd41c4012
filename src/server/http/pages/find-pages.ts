import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where `npm run -s build` puts the pages. */
const built = new URL('../../../../web/dist/', import.meta.url);

/** The required files. A build of an earlier version can lack some. */
const needed = ['index.html', 'developer.html', 'persisted-documents.json'];

/** @returns the folder of the built pages; undefined: they were not built */
export function findPages(): string | undefined {
  return needed.every((file) => existsSync(new URL(file, built))) ? fileURLToPath(built) : undefined;
}
