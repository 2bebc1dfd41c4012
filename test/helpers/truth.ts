import type { TestDatabase } from './cluster.ts';

/** What the database holds about one resident, by coordinate; read as the owner, behind the gateway's back. */
export type Truth = ReadonlyMap<string, string>;

/** Reads the truth about a resident. Every coordinate of it must be there, or a denial would prove nothing. */
export async function truthAbout(database: TestDatabase, residentId: string, today: string): Promise<Truth> {
  const [row] = await database.asOwner<Record<string, string | boolean | null>>(
    `select resident.id as "Resident.id", given_name as "Resident.givenName", family_name as "Resident.familyName",
       initials as "Resident.initials", birth_date::text as "Resident.birthDate", recreation.age_band(resident, $2::date) as "Resident.ageBand",
       email as "Resident.email", email_hint as "Resident.emailHint", phone as "Resident.phone", phone_hint as "Resident.phoneHint",
       mobile_phone as "Resident.mobilePhone", street as "Address.street", locality as "Address.locality", province as "Address.province",
       postal_code as "Address.postalCode", balance::text as "Account.balance", overdue_amount::text as "Account.overdueAmount",
       overdue_since::text as "Account.overdueSince", credit_check_open as "Account.creditCheckOpen",
       (select household_id from recreation.household_member home where home.resident_id = resident.id and is_home) as "Household.id",
       resident.id as "HouseholdMember.id", given_name as "HouseholdMember.givenName", family_name as "HouseholdMember.familyName",
       (select id from recreation.purchase where resident_id = resident.id order by purchased_at desc, id limit 1) as "Purchase.id",
       (select amount::text from recreation.purchase where resident_id = resident.id order by purchased_at desc, id limit 1) as "Purchase.amount",
       (select subject from recreation.ticket where resident_id = resident.id order by opened_at desc, id limit 1) as "Ticket.subject",
       (select body from recreation.ticket_message message join recreation.ticket on ticket.id = ticket_id
          where resident_id = resident.id order by opened_at desc, ticket.id, sent_at limit 1) as "TicketMessage.body"
     from recreation.resident resident join recreation.account account on account.resident_id = resident.id where resident.id = $1`,
    [residentId, today],
  );
  const missing = Object.entries(row ?? {}).filter(([, value]) => value === null || value === '');
  if (!row || missing.length > 0) throw new Error(`nothing to withhold at ${missing.map(([name]) => name).join(', ')}`);
  return new Map(Object.entries(row).map(([name, value]) => [name, String(value)]));
}

/** Gives a resident what not everybody has, so that there is something to withhold: a debt, and a ticket with a message. */
export async function fillIn(database: TestDatabase, residentId: string): Promise<void> {
  await database.asOwner(
    `update recreation.account set overdue_amount = 12.34, overdue_since = '2026-01-02' where resident_id = $1 and overdue_amount = 0`,
    [residentId],
  );
  await database.asOwner(
    `with ticket as (
       insert into recreation.ticket (id, resident_id, topic, subject, opened_at)
       select gen_random_uuid(), id, 'OTHER', 'The subject of ' || given_name, '2026-01-02' from recreation.resident
       where id = $1 and not exists (select from recreation.ticket where resident_id = $1) returning id, resident_id)
     insert into recreation.ticket_message (id, ticket_id, author_resident_id, body, sent_at)
     select gen_random_uuid(), id, resident_id, 'The message of ' || id, '2026-01-02' from ticket`,
    [residentId],
  );
}
