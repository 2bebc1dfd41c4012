import { statSync } from 'node:fs';
import type { LoadApplication } from '../../../../engine/application.ts';
import type { LogSource } from '../../../../log/verify/source/log-source.ts';
import { readConfig } from '../../../../platform/settings/config.ts';
import { roleNames } from '../../../../platform/postgres/roles/role-names.ts';
import { openLog } from '../../../policy/dry-run/open-log.ts';
import { databaseSource } from './database-source.ts';
import { readAddress } from './read-address.ts';
import { readDirectory } from './read-directory.ts';
import { tilesSource } from './tiles-source.ts';
import { unreadable } from '../options/unreadable.ts';

/** A source that must be closed. */
export interface OpenSource {
  readonly source: LogSource;
  readonly close: () => Promise<void>;
}

/**
 * Opens the address or directory of `--from`, or without it the database of DATABASE_URL or DATA_DIR.
 * @throws {PrivacyError} LOG_UNREADABLE
 */
export async function openSource(load: LoadApplication, from: string | undefined): Promise<OpenSource> {
  if (from === undefined) {
    const config = readConfig();
    const application = await load();
    const log = await openLog(config);
    return { source: databaseSource(application, log.client, roleNames(config.databaseRolePrefix)), close: () => log.close() };
  }
  const close = async (): Promise<void> => undefined;
  if (/^https?:\/\//.test(from)) return { source: tilesSource(readAddress(from)), close };
  if (!statSync(from, { throwIfNoEntry: false })?.isDirectory()) throw unreadable('--from is neither an http address nor a directory');
  return { source: tilesSource(readDirectory(from)), close };
}
