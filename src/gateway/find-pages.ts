import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where `npm run -s build` puts the pages. */
const built = new URL('../../web/dist/', import.meta.url);

/** @returns the folder of the built pages; undefined: they were not built */
export function findPages(): string | undefined {
  return existsSync(new URL('index.html', built)) ? fileURLToPath(built) : undefined;
}
