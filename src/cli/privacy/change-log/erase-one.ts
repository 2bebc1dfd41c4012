import type { Client } from 'pg';
import { sequencerLock } from '../../../access-log/sequencer.ts';
import { stageStatement } from '../../../access-log/stage.ts';
import { PrivacyError } from '../../../errors.ts';
import type { Opening } from '../../../transparency-log/entry.ts';
import { hashOpening } from '../../../transparency-log/opening-tree.ts';
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
 * `client` is in. The recording entry does not name the person. The sequencer is locked out meanwhile: it would wait for the
 * tables that are written anew, and hold others back.
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
  const found = await client.query<{ ordinal: number; salt: Buffer; content: Opening }>(
    `select ordinal, salt, content from access_log.opened
     where seq = $1 and month = $2 and (case when $3::uuid is null then ordinal = 0 else subject_id = $3::uuid end)`,
    [number, month, subject ?? null],
  );
  const [opening] = found.rows;
  if (!opening) throw new PrivacyError('OPENING_ABSENT');
  const { ordinal, salt, content } = opening;
  await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
  const erased = await client.query<{ done: boolean }>('select access_log.erase($1, $2, $3) as done', [
    number,
    ordinal,
    hashOpening(salt, content),
  ]);
  // Another eraser was faster.
  if (!erased.rows[0]!.done) throw new PrivacyError('OPENING_ABSENT');
  const own = commandEntry({ name: 'erase-opening', role: 'ERASER', erases: [`${number}/${ordinal}`] }, now);
  const { text, values } = stageStatement([own]);
  await client.query(text, values);
  return { number, ordinal, loggedAs: own.header.id };
}
