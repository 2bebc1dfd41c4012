import { readFileSync } from 'node:fs';
import type { ClientBase } from 'pg';
import type { RoleNames } from '../role-names.ts';
import { readDefinitions, type Definitions } from './read-definitions.ts';

/** An object that is not as the migrations make it. */
export interface DefinitionDifference {
  /** Its kind and name, such as `view access_log.about`. */
  readonly object: string;
  readonly how: 'ALTERED' | 'REMOVED' | 'ADDED';
}

/** What the migrations of this version make; `npm run definitions` writes it. It comes with the version, so no database can change it. */
export const definitionsFile = new URL('expected.json', import.meta.url);

/** The content of that file. */
export interface ExpectedDefinitions {
  /** The SHA-256 digest (hex) of the migrations that it is of. */
  readonly migrations: string;
  readonly objects: Definitions;
}

/** PostgreSQL 15 names the table of each column of a view; later versions do so only where there is more than one. */
const firstWithoutTables = 160_000;

let expected: ExpectedDefinitions | undefined;

/**
 * How a database differs from what the migrations of this version make, in the order of the objects' names.
 * @param client in a transaction; any role will do
 */
export async function compareDefinitions(client: Pick<ClientBase, 'query'>, roles: RoleNames): Promise<readonly DefinitionDifference[]> {
  expected ??= JSON.parse(readFileSync(definitionsFile, 'utf8')) as ExpectedDefinitions;
  const found = await readDefinitions(client, roles);
  const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::integer as version`);
  return differences(expected.objects, found, rows[0]!.version);
}

/** @param version of the server that `found` is from, as `server_version_num` */
export function differences(wanted: Definitions, found: Definitions, version: number): readonly DefinitionDifference[] {
  const shown = (object: string, text: string | undefined): string | undefined =>
    version < firstWithoutTables && object.startsWith('view ') ? text && withoutTables(text) : text;
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].toSorted().flatMap((object) => {
    const [before, now] = [wanted[object], found[object]];
    if (shown(object, before) === shown(object, now)) return [];
    return [{ object, how: before === undefined ? ('ADDED' as const) : now === undefined ? ('REMOVED' as const) : ('ALTERED' as const) }];
  });
}

/** The names of schemas stay, so that no other table can stand for one of ours. */
function withoutTables(view: string): string {
  return view.replace(/\b(?!(?:recreation|access_log|identity|web|public|pg_catalog)\.)[a-z_][a-z0-9_]*\.(?=[a-z_"])/g, '');
}

/** A difference as a sentence without personal values. */
export function describeDifference({ object, how }: DefinitionDifference): string {
  return `${object} ${{ ALTERED: 'is not as the migrations make it', REMOVED: 'is gone', ADDED: 'is not of the migrations' }[how]}`;
}
