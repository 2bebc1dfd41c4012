import { budgetMigration } from '../../../engine/budgets/tables.ts';
import { logMigration } from '../../../log/database/migration.ts';
import type { DatabaseSchema } from '../../../platform/postgres/migrations/database-schema.ts';

/** The engine's part of every application's database: the access log, and how much of each budget is spent. */
export const engineDatabase: DatabaseSchema = {
  migrations: [logMigration, budgetMigration],
  schemas: ['access_log'],
  plainTables: [],
  definitions: new URL('definitions.json', import.meta.url),
};
