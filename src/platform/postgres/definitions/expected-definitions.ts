import { readFileSync } from 'node:fs';
import type { DatabaseSchema } from '../migrations/database-schema.ts';
import type { ServingRole } from '../roles/serving-role.ts';
import type { Definitions } from './read-definitions.ts';

/** The definitions that the migrations of a version create. */
export interface ExpectedDefinitions {
  /** The SHA-256 digest (hex) of the migrations that it is of. */
  readonly migrations: string;
  /**
   * The privileges that each serving role needs, on whole tables or some columns: `table: privileges`, `function: execute`, each a list with spaces. It may do nothing else
   * to the access log and to identities, and delete nothing else.
   */
  readonly rights: Readonly<Record<ServingRole, Readonly<Record<string, string>>>>;
  readonly objects: Definitions;
}

const known = new Map<string, ExpectedDefinitions>();

/** Reads what the migrations of this version make, once. @throws Error where the version lacks the file */
export function readExpected({ definitions }: DatabaseSchema): ExpectedDefinitions {
  const found = known.get(definitions.href) ?? (JSON.parse(readFileSync(definitions, 'utf8')) as ExpectedDefinitions);
  known.set(definitions.href, found);
  return found;
}
