import { town } from '../../../src/town/index.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { caseNumber } from '../../../src/town/shared/rows/case-number.ts';
import type { TestDatabase } from '../database/cluster.ts';
import { personalLeaves } from './personal-values.ts';
import { storedValues } from './stored-values.ts';

/** The values that the database holds about one resident, by coordinate. They are read as the owner, not through the gateway. */
export type Truth = ReadonlyMap<string, string>;

/** The row of each table that is about a resident: the newest where there are several. `$1` is the resident's id. */
const rowAbout: Readonly<Record<string, string>> = {
  'recreation.resident': 'where id = $1',
  'recreation.account': 'where resident_id = $1',
  'recreation.purchase': 'where resident_id = $1 order by purchased_at desc, id limit 1',
  'recreation.payment': 'where resident_id = $1 order by paid_at desc, id limit 1',
  'recreation.ticket': 'where resident_id = $1 order by opened_at desc, id limit 1',
  'recreation.ticket_message': `where ticket_id = (
     select ticket.id from recreation.ticket join recreation.ticket_message on ticket_id = ticket.id
     where resident_id = $1 order by opened_at desc, ticket.id limit 1) order by sent_at limit 1`,
  'recreation.household_member': 'where resident_id = $1 and is_home',
  'recreation.household':
    'where id = (select household_id from recreation.household_member where household_member.resident_id = $1 and is_home)',
};

/** Whether a coordinate is never below a resident: `Query.whoMayLook` is about the caller alone. */
function isNotBelow(coordinate: string): boolean {
  return coordinate.startsWith('AccessGround.');
}

/**
 * Reads every personal value of a resident that a table holds.
 * @throws Error where a value is not there: withholding it would prove nothing
 */
export async function truthAbout(database: TestDatabase, residentId: string, today: string): Promise<Truth> {
  const { schema } = buildSchema(town);
  const columns = (await storedValues(database, schema)).filter(
    ({ coordinate, table }) => personalLeaves.has(coordinate) && rowAbout[table] !== undefined && !isNotBelow(coordinate),
  );
  const truth = new Map<string, string | null>();
  for (const [table, fields] of Map.groupBy(columns, ({ table: one }) => one)) {
    const list = fields.map(({ coordinate, text }) => `${text} as "${coordinate}"`).join(', ');
    const [row] = await database.asOwner<Record<string, string | null>>(`select ${list} from ${table} ${rowAbout[table]}`, [residentId]);
    for (const { coordinate } of fields) truth.set(coordinate, row?.[coordinate] ?? null);
  }
  const [band] = await database.asOwner<{ band: string }>(
    'select recreation.age_band(resident.birth_date, $2::date) as band from recreation.resident where id = $1',
    [residentId, today],
  );
  truth.set('Resident.ageBand', band?.band ?? null);
  const missing = [...truth].filter(([, value]) => value === null || value === '').map(([coordinate]) => coordinate);
  if (missing.length > 0)
    throw new Error(`Resident ${residentId} has nothing to withhold at ${missing.join(', ')}: add it to demo/population.`);
  return truth as Truth;
}

/** Gives a resident a debt, a pass, a record that was changed, a mail address that waits, and a ticket with a message, where there are none: values that can be withheld. */
export async function addValuesToWithhold(database: TestDatabase, residentId: string): Promise<void> {
  await database.asOwner(
    `update recreation.account set overdue_amount = 12.34, overdue_since = '2026-01-02' where resident_id = $1 and overdue_amount = 0`,
    [residentId],
  );
  await database.asOwner(
    `update recreation.resident set identity_since = coalesce(identity_since, registered_at + interval '1 day'),
       contact_since = coalesce(contact_since, registered_at + interval '2 days'), card_since = coalesce(card_since, registered_at + interval '3 days'),
       waiting_email = coalesce(waiting_email, 'waits.' || email), waiting_set_by = coalesce(waiting_set_by, 'SELF'),
       waiting_asked_by = coalesce(waiting_asked_by, id), waiting_until = coalesce(waiting_until, registered_at + interval '99 years')
     where id = $1`,
    [residentId],
  );
  await database.asOwner(
    `update recreation.purchase set valid_from = '2026-02-05', valid_until = '2027-02-04' where resident_id = $1 and valid_from is null`,
    [residentId],
  );
  await database.asOwner(
    `with ticket as (
       insert into recreation.ticket (id, number, resident_id, topic, subject, opened_at)
       select gen_random_uuid(), $2, id, 'OTHER', 'The subject of ' || given_name, '2026-01-02' from recreation.resident
       where id = $1 and not exists (select from recreation.ticket where resident_id = $1) returning id, resident_id)
     insert into recreation.ticket_message (id, ticket_id, author_resident_id, body, sent_at)
     select gen_random_uuid(), id, resident_id, 'The message of ' || id, '2026-01-02' from ticket`,
    [residentId, caseNumber('T', residentId)],
  );
}
