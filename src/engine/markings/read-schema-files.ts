import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from 'graphql';

/**
 * Reads the files of a schema: every `.graphql` file of a folder, by name.
 * @param shownAs the folder in the names of the files
 * @throws the error of `node:fs`
 */
export function readSchemaFiles(folder: string, shownAs: string = folder): Source[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => new Source(readFileSync(join(folder, name), 'utf8'), join(shownAs, name)));
}
