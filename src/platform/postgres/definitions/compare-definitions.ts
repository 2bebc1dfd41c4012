import type { ClientBase } from 'pg';
import type { DatabaseSchema } from '../migrations/database-schema.ts';
import type { RoleNames } from '../roles/role-names.ts';
import { readExpected } from './expected-definitions.ts';
import { readDefinitions, type Definitions } from './read-definitions.ts';

/** An object that is not as the migrations make it. */
export interface DefinitionDifference {
  /** Its kind and name, such as `view access_log.about`. */
  readonly object: string;
  readonly how: 'ALTERED' | 'REMOVED' | 'ADDED';
}

/** PostgreSQL 15 names the table of each column of a view; later versions do so only where there is more than one. */
const firstWithoutTables = 160_000;

/**
 * How a database differs from what the migrations of this version make, in the order of the objects' names.
 * @param client in a transaction; any role will do
 */
export async function compareDefinitions(
  client: Pick<ClientBase, 'query'>,
  roles: RoleNames,
  schema: DatabaseSchema,
): Promise<readonly DefinitionDifference[]> {
  const found = await readDefinitions(client, roles, schema.schemas);
  const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::integer as version`);
  return differences(readExpected(schema).objects, found, rows[0]!.version, schema.schemas);
}

/**
 * @param version of the server that `found` is from, as `server_version_num`
 * @param schemas whose names stay in the definitions of views, so that no other table can stand for one of ours
 */
export function differences(
  wanted: Definitions,
  found: Definitions,
  version: number,
  schemas: readonly string[],
): readonly DefinitionDifference[] {
  const table = new RegExp(`\\b(?!(?:${[...schemas, 'public', 'pg_catalog'].join('|')})\\.)[a-z_][a-z0-9_]*\\.(?=[a-z_"])`, 'g');
  const shown = (object: string, text: string | undefined): string | undefined =>
    version < firstWithoutTables && object.startsWith('view ') ? text?.replace(table, '') : text;
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].toSorted().flatMap((object) => {
    const [before, now] = [wanted[object], found[object]];
    if (shown(object, before) === shown(object, now)) return [];
    return [{ object, how: before === undefined ? ('ADDED' as const) : now === undefined ? ('REMOVED' as const) : ('ALTERED' as const) }];
  });
}

/** A difference as a sentence without personal values. */
export function describeDifference({ object, how }: DefinitionDifference): string {
  return `${object} ${{ ALTERED: 'is not as the migrations make it', REMOVED: 'is gone', ADDED: 'is not of the migrations' }[how]}`;
}
