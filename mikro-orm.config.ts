import { readConfig } from './src/platform/settings/config.ts';
import { town } from './src/town/index.ts';
import { migrationOptions } from './src/platform/postgres/connections/orm-options.ts';
import { roleNames } from './src/platform/postgres/roles/role-names.ts';

// For the MikroORM command line (migration:create and the like), against the database in DATABASE_OWNER_URL.
const { owner } = readConfig().databaseUrls;
export default {
  ...migrationOptions(roleNames(), town.database.migrations),
  entities: [...town.entities],
  ...(owner !== undefined && { clientUrl: owner }),
};
