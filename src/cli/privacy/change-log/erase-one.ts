import type { Client } from 'pg';
import { stageStatement } from '../../../access-log/stage.ts';
import { PrivacyError } from '../../../errors.ts';
import { commandEntry } from './command-entry.ts';

/** What was erased, and the entry that records it. */
export interface ErasedOpening {
  /** The entry's number in the log. */
  readonly number: string;
  readonly ordinal: number;
  /** The id of the entry that records the erasure. */
  readonly loggedAs: string;
}

/**
 * Erases one opening of an entry, salt and content, and stages the entry that records it, in the transaction that
 * `client` is in. The recording entry does not name the person.
 * @param meant the ids that the entry can have; the log has at most one of them
 * @param subject undefined: the principal's opening
 * @throws {PrivacyError} ENTRY_UNKNOWN, ENTRY_NOT_NUMBERED, OPENING_ABSENT
 */
export async function eraseOne(client: Client, meant: readonly string[], subject: string | undefined, now: Date): Promise<ErasedOpening> {
  const { rows } = await client.query<{ number: string; month: string }>(
    'select seq::text as number, month::text from access_log.entry where id = any($1)',
    [meant],
  );
  if (!rows[0]) {
    const staged = await client.query('select id from access_log.staged where id = any($1)', [meant]);
    throw new PrivacyError(staged.rowCount === 0 ? 'ENTRY_UNKNOWN' : 'ENTRY_NOT_NUMBERED');
  }
  const { number, month } = rows[0];
  // One statement finds and erases it, so of two concurrent erasers one finds nothing.
  const taken = await client.query<{ ordinal: number }>(
    `delete from access_log.opening
     where seq = $1 and month = $2 and (case when $3::uuid is null then ordinal = 0 else subject_id = $3::uuid end)
     returning ordinal`,
    [number, month, subject ?? null],
  );
  const ordinal = taken.rows[0]?.ordinal;
  if (ordinal === undefined) throw new PrivacyError('OPENING_ABSENT');
  const own = commandEntry({ name: 'erase-opening', role: 'ERASER', erases: [`${number}/${ordinal}`] }, now);
  const { text, values } = stageStatement([own]);
  await client.query(text, values);
  return { number, ordinal, loggedAs: own.header.id };
}
