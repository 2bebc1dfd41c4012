import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { PrivacyError } from '../errors.ts';
import type { OpenDatabase } from './open.ts';
import { databaseRoles } from './roles.ts';
import { secretsDirectory } from './secrets.ts';
import { openServer } from './server.ts';

/**
 * Opens the gateway's database in a process beside the gateway. It does not migrate, and makes no role or password.
 * @throws PrivacyError SETTING_INVALID if no gateway has run with this DATA_DIR; DATABASE_START_FAILED
 */
export async function joinDatabase(config: Config): Promise<OpenDatabase> {
  // `password` makes a missing password, which would not match the role's.
  if (!existsSync(join(secretsDirectory(config.dataDirectory), 'ntk_sequencer'))) {
    throw new PrivacyError('SETTING_INVALID', { problems: ['DATA_DIR: no gateway has run with it'] });
  }
  const server = await openServer(config);
  return { roles: databaseRoles(server.administrator, config.dataDirectory, server.database), close: (within) => server.stop(within) };
}
