import { PrivacyError } from '../../errors/errors.ts';
import type { SchemaMigration } from './database-schema.ts';

/**
 * The migrations of the list that a database has not run.
 * @param done the names of those that it has run
 * @throws PrivacyError SCHEMA_TOO_NEW, naming those that the list lacks
 */
export function missingMigrations(done: readonly string[], list: readonly SchemaMigration[]): readonly string[] {
  const known = list.map(({ name }) => name);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new PrivacyError('SCHEMA_TOO_NEW', {
      problems: [`DATABASE_URL: the database has run ${unknown.join(', ')}, which this version does not know; start the version that did`],
    });
  }
  return known.filter((name) => !done.includes(name));
}
