import { Migration, Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import type { SchemaMigration } from '../migrations/database-schema.ts';
import type { RoleNames } from '../roles/role-names.ts';

/** The options of every connection, for any database role and any entities. */
export const ormOptions = defineConfig({
  // MikroORM quotes parameters in its log, and a parameter can be a personal value.
  logger: () => undefined,
  debug: false,
  // Dates stay the text that PostgreSQL sends.
  forceUtcTimezone: true,
});

/** The options for a connection that migrates. @param roles the roles that get privileges */
export function migrationOptions(roles: RoleNames, list: readonly SchemaMigration[]) {
  return defineConfig({
    ...ormOptions,
    extensions: [Migrator],
    migrations: {
      tableName: 'migration',
      snapshot: false,
      migrationsList: list.map(({ name, sql }) => ({ name, class: classOf(sql(roles)) })),
    },
  });
}

function classOf(sql: string) {
  return class extends Migration {
    override up(): void {
      this.addSql(sql);
    }
  };
}
