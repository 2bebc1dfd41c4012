import type { RoleNames } from '../roles/role-names.ts';

/** The parts of an application's database. */
export interface DatabaseSchema {
  /**
   * The migrations in the order in which they run. The list only grows: a released migration never changes, because databases have run it.
   * `test/platform/postgres/released-migrations.test.ts` has the digest of each.
   */
  readonly migrations: readonly SchemaMigration[];
  /** The names of its schemas in PostgreSQL. */
  readonly schemas: readonly string[];
  /** Tables whose rows decide about no one: what reads them alone may run on a replica. With their schema. */
  readonly plainTables: readonly string[];
  /**
   * The file with what its migrations make and grant, see `ExpectedDefinitions`; `npm run definitions` writes it. It comes with the version, so no database can
   * change it.
   */
  readonly definitions: URL;
}

/** One step of the schema's growth. */
export interface SchemaMigration {
  /** A number and what it brings. The database records the name when it has run. */
  readonly name: string;
  /** The SQL that makes the step, in the transaction that records it. */
  readonly sql: (roles: RoleNames) => string;
}
