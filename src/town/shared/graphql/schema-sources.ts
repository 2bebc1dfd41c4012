import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Source } from 'graphql';

/**
 * Reads the schema: every `.graphql` file of a folder, under its own name.
 * @param folder a path; left out: `schema/` of this gateway
 */
export function schemaSources(folder?: string): Source[] {
  const directory = folder ?? fileURLToPath(new URL('../../../../schema/', import.meta.url));
  return readdirSync(directory)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => new Source(readFileSync(join(directory, name), 'utf8'), folder === undefined ? `schema/${name}` : join(folder, name)));
}
