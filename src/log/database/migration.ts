import type { SchemaMigration } from '../../platform/postgres/migrations/database-schema.ts';
import { entries } from './entries.ts';
import { eraseSegment } from './erase-segment.ts';
import { facts } from './facts.ts';
import { months } from './months.ts';
import { privileges } from './privileges.ts';
import { serving } from './serving.ts';
import { views } from './views.ts';

/** Makes the access log. */
export const logMigration: SchemaMigration = {
  name: '0001-log',
  sql: (roles) => [entries(), views(), eraseSegment(), months(), facts(roles), serving(roles), privileges(roles)].join('\n'),
};
