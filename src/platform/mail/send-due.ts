import { sql, type Database, type Sql } from '../sql/sql.ts';
import type { Mail, Mailer } from './mail.ts';

/** The dependencies of sending. */
export interface Sender {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly now: () => Date;
}

/** A mail that waits. */
export interface Waiting {
  readonly id: string;
  /** With the one that begins. */
  readonly tries: number;
}

/** A table of mails that wait. It has the columns `id`, `next_try_at` and `tries`. */
export interface WaitingMails<Row extends Waiting> {
  /** Schema and name. */
  readonly table: Sql;
  /** The further columns of a row, named as in `Row`. */
  readonly columns: Sql;
  /** Makes a mail when it is sent. NONE: it is no longer needed. */
  readonly make: (row: Row) => Promise<Mail | 'NONE'>;
  /** Called once a mail is taken, and once it is refused for good, before it leaves the table. */
  readonly end?: (row: Row, outcome: 'TAKEN' | 'REFUSED') => Promise<void>;
}

/** Mails of one batch. One that was taken and not sent, because the process ended, is taken again after the lease. */
const batch = 20;
const leaseMinutes = 10;
/** Seconds before a second try; twice as many before each further one, and an hour at most. */
const firstPause = 30;
const longestPause = 60 * 60;
/** Tries after which a mail is given up if the server refuses it for good. */
const mostRefusals = 4;

/**
 * Sends the mails that are due, at most a batch. Where the server takes none, all wait: they are delayed and not lost. One that it does
 * not take for its address holds up no other: strangers can ask for such mails. A mail can come twice.
 * @returns whether more may be due
 */
export async function sendDue<Row extends Waiting>(
  { database, mailer, now }: Sender,
  { table, columns, make, end }: WaitingMails<Row>,
): Promise<boolean> {
  const { rows } = await sql<Row>`
    update ${table} set tries = tries + 1, next_try_at = ${now()}::timestamptz + make_interval(mins => ${leaseMinutes})
    where id = any(array(
      select id from ${table} where next_try_at <= ${now()} order by next_try_at limit ${sql.lit(batch)} for update skip locked))
    returning id, tries, ${columns}`.execute(database);
  const putOff = (id: string, tries: number, pause: number): Promise<unknown> =>
    sql`
      update ${table} set tries = ${tries}, next_try_at = ${now()}::timestamptz + make_interval(secs => ${pause})
      where id = ${id}::uuid`.execute(database);
  let isDown = false;
  for (const row of rows) {
    const { id, tries } = row;
    // A mail that was not tried does not count as a try.
    if (isDown) {
      await putOff(id, tries - 1, firstPause);
      continue;
    }
    const mail = await make(row);
    const delivery = mail === 'NONE' ? mail : await mailer.deliver(mail);
    isDown = delivery === 'FAILED';
    const isOver = delivery === 'NONE' || delivery === 'TAKEN' || (delivery === 'REFUSED' && tries >= mostRefusals);
    if (!isOver) {
      await putOff(id, tries, Math.min(firstPause * 2 ** (tries - 1), longestPause));
      continue;
    }
    if (delivery !== 'NONE') await end?.(row, delivery);
    await sql`delete from ${table} where id = ${id}::uuid`.execute(database);
  }
  return rows.length === batch && !isDown;
}
