import { readConfig } from './src/config.ts';
import { migrationOptions } from './src/database/orm-options.ts';

// For the MikroORM command line (migration:create and the like), against DATABASE_URL.
export default { ...migrationOptions(), ...(readConfig().databaseUrl && { clientUrl: readConfig().databaseUrl }) };
