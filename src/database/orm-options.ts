import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { entities } from '../records/entities.ts';
import { Migration0001Recreation } from './migrations/Migration0001Recreation.ts';
import { Migration0002AccessLog } from './migrations/Migration0002AccessLog.ts';
import { Migration0003MinimumAges } from './migrations/Migration0003MinimumAges.ts';
import { Migration0004TreeLog } from './migrations/Migration0004TreeLog.ts';
import { Migration0005QuestionedEntries } from './migrations/Migration0005QuestionedEntries.ts';
import { Migration0006Seals } from './migrations/Migration0006Seals.ts';
import { Migration0007ReadBudgets } from './migrations/Migration0007ReadBudgets.ts';
import { Migration0008Eraser } from './migrations/Migration0008Eraser.ts';
import { Migration0009Orders } from './migrations/Migration0009Orders.ts';
import { Migration0010Numbering } from './migrations/Migration0010Numbering.ts';
import { Migration0011ProtectedPeople } from './migrations/Migration0011ProtectedPeople.ts';
import { Migration0012LivesProtected } from './migrations/Migration0012LivesProtected.ts';

/** The migrations in the order in which they run. */
export const migrations = [
  { name: '0001-recreation', class: Migration0001Recreation },
  { name: '0002-access-log', class: Migration0002AccessLog },
  { name: '0003-minimum-ages', class: Migration0003MinimumAges },
  { name: '0004-tree-log', class: Migration0004TreeLog },
  { name: '0005-questioned-entries', class: Migration0005QuestionedEntries },
  { name: '0006-seals', class: Migration0006Seals },
  { name: '0007-read-budgets', class: Migration0007ReadBudgets },
  { name: '0008-eraser', class: Migration0008Eraser },
  { name: '0009-orders', class: Migration0009Orders },
  { name: '0010-numbering', class: Migration0010Numbering },
  { name: '0011-protected-people', class: Migration0011ProtectedPeople },
  { name: '0012-lives-protected', class: Migration0012LivesProtected },
] as const;

/** The options of every connection, for any database role. */
export const ormOptions = defineConfig({
  entities,
  extensions: [Migrator],
  migrations: {
    tableName: 'migration',
    snapshot: false,
    migrationsList: [...migrations],
  },
  // MikroORM quotes parameters in its log, and a parameter can be a personal value.
  logger: () => undefined,
  debug: false,
  // Dates stay the text that PostgreSQL sends.
  forceUtcTimezone: true,
});
