import { existsSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { parseCheckpoint } from '../../tree/checkpoint.ts';
import { parseNote } from '../../keys/note.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { lastSignedFile } from './last-signed.ts';

/**
 * Checks that the database's log is not smaller than the checkpoint that was signed last. The sequencer would sign nothing for
 * such a log, because it may be another database or an older state of it.
 * @throws PrivacyError SETTING_INVALID
 */
export async function assertOwnLog(client: Client, dataDirectory: string): Promise<void> {
  const file = lastSignedFile(dataDirectory);
  // Read before the database is asked: a running sequencer writes it after the commit.
  const signed = existsSync(file) ? sizeIn(readFileSync(file, 'utf8')) : 0n;
  const { rows } = await client.query<{ size: string }>('select coalesce(max(size), 0)::text as size from access_log.checkpoint');
  const size = BigInt(rows[0]!.size);
  if (signed !== undefined && size >= signed) return;
  const problem =
    signed === undefined
      ? 'its log-checkpoint.txt is not a signed checkpoint'
      : `its log-checkpoint.txt is of a larger access log than the database has: entries ${size} to ${signed - 1n} are lost; use the database that it belongs to, or go on as docs/operations.md says under "Backup and restore"`;
  throw new PrivacyError('SETTING_INVALID', { problems: [`DATA_DIR: ${problem}`] });
}

function sizeIn(note: string): bigint | undefined {
  try {
    return parseCheckpoint(parseNote(note).text).size;
  } catch {
    return undefined;
  }
}
