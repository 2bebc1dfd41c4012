import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { PrivacyError } from '../errors.ts';
import { databaseRoles } from './roles.ts';
import { startEmbedded } from './embedded.ts';
import type { OpenDatabase } from './open.ts';
import { secretsDirectory } from './secrets.ts';

/**
 * Opens the gateway's database for a process of its own beside it: DATABASE_URL's server, or the embedded
 * one, which is shared while the gateway runs. Nothing is migrated, and no role or password is made.
 * @throws PrivacyError SETTING_INVALID where no gateway has run with this DATA_DIR; DATABASE_START_FAILED
 */
export async function joinDatabase({ databaseUrl, dataDirectory }: Config): Promise<OpenDatabase> {
  // Whoever asks for a password first would make it, and it would not be the role's.
  if (!existsSync(join(secretsDirectory(dataDirectory), 'ntk_sequencer'))) {
    throw new PrivacyError('SETTING_INVALID', { problems: ['DATA_DIR: no gateway has run with it'] });
  }
  if (databaseUrl !== undefined) {
    const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
    return { roles: databaseRoles(databaseUrl, dataDirectory, database), close: async () => undefined };
  }
  const embedded = await startEmbedded(dataDirectory);
  return { roles: databaseRoles(embedded.url, dataDirectory, 'need_to_know'), close: () => embedded.stop() };
}
