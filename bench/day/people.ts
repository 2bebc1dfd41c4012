import { Client } from 'pg';
import { stageStatement } from '../../src/log/store/staging/stage.ts';
import { createEmployees } from '../create-employees.ts';
import { readByClerk } from '../log/sealed-reads.ts';
import { commonBeginnings } from '../scale/sample.ts';
import { pageRows } from './operations.ts';

// Few enough for the read budget of a clerk (searches and households) and of a supporter, and for the budget of encounters.
const each = { clerks: 4, served: 12, searches: 15, supporters: 2, assigned: 8, customers: 24, buyers: 8, repliers: 8 } as const;
/** Entries in each history. */
const reads = 25;

/** An employee, and what this employee works on: ids of residents or tickets. */
export interface Worker {
  readonly id: string;
  readonly matters: readonly string[];
}

/** The people whose requests come over one connection. */
export interface Lane {
  readonly clerks: readonly Worker[];
  /** Beginnings of family names, by clerk. */
  readonly searches: readonly (readonly string[])[];
  readonly supporters: readonly Worker[];
  /** Residents with purchases, a ticket and reads about them, which nothing of the day changes. */
  readonly customers: readonly string[];
  readonly buyers: readonly string[];
  /** Residents, and the ticket of each. */
  readonly repliers: readonly { readonly id: string; readonly ticket: string }[];
  readonly service: string;
}

/** How to reach the town. */
export interface Access {
  /** Connection string of the superuser. */
  readonly administrator: string;
  readonly gateway: string;
  readonly owner: string;
}

/**
 * Prepares a day: adult residents outside of the cast with whom no protected person lives, the same in each town of a size;
 * tickets; and reads of the customers, in the access log and for servers without a log in a table of their own.
 */
export async function preparePeople(access: Access, lanes: number): Promise<readonly Lane[]> {
  const client = new Client({ connectionString: access.administrator });
  await client.connect();
  try {
    const idsOf = async (text: string, values: unknown[]): Promise<string[]> =>
      (await client.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
    const draw = (count: number, condition: string): Promise<string[]> =>
      idsOf(
        `select id from recreation.resident resident where id::text not like '10000000-%' and not address_protected and not lives_protected
           and birth_date < current_date - interval '30 years' and street is not null and phone is not null and email is not null
           and ${condition} order by md5(id::text) limit $1`,
        [count],
      );
    const hasPurchases = 'exists (select from recreation.purchase where resident_id = resident.id)';
    const customers = await draw(lanes * each.customers, hasPurchases);
    const others = await draw(
      lanes * (each.clerks * each.served + each.supporters * each.assigned + each.buyers + each.repliers),
      `not ${hasPurchases}`,
    );
    const take = (count: number): string[] => others.splice(0, count);
    const employees = [...(await createEmployees(access, lanes * (each.clerks + each.supporters)))];
    const beginnings = await commonBeginnings(access, pageRows + 1, lanes * each.clerks * each.searches);
    const [service] = await idsOf('select id from recreation.service where minimum_age is null order by id limit 1', []);
    const openTickets = (residents: readonly string[], assignee: string | null): Promise<string[]> =>
      idsOf(ticketsFor, [residents, assignee]);

    await addReads(client, access, customers);
    await openTickets(customers, null);
    const made: Lane[] = [];
    for (let lane = 0; lane < lanes; lane += 1) {
      const supporters: Worker[] = [];
      const clerks = employees.splice(0, each.clerks).map((id) => ({ id, matters: take(each.served) }));
      for (const id of employees.splice(0, each.supporters)) supporters.push({ id, matters: await openTickets(take(each.assigned), id) });
      const askers = take(each.repliers);
      const asked = await openTickets(askers, supporters[0]!.id);
      made.push({
        clerks,
        searches: clerks.map((_clerk, at) =>
          Array.from({ length: each.searches }, (_none, turn) => beginnings[(lane * 61 + at * each.searches + turn) % beginnings.length]!),
        ),
        supporters,
        customers: customers.slice(lane * each.customers, (lane + 1) * each.customers),
        buyers: take(each.buyers),
        repliers: askers.map((id, at) => ({ id, ticket: asked[at]! })),
        service: service!,
      });
    }
    await client.query('vacuum (analyze) recreation.ticket, recreation.ticket_message, bench.read');
    return made;
  } finally {
    await client.end();
  }
}

// Each with a question and an answer, in the order of the residents.
const ticketsFor = `
  with asked as (select gen_random_uuid() as id, resident_id, turn from unnest($1::uuid[]) with ordinality given(resident_id, turn)),
  opened as (
    insert into recreation.ticket (id, number, resident_id, topic, subject, assignee_id, opened_at)
    select id, 'T-' || substr(md5(id::text), 1, 8), resident_id, 'OTHER', 'The opening hours', $2::uuid, now() - interval '2 days' from asked),
  written as (
    insert into recreation.ticket_message (id, ticket_id, author_resident_id, body, sent_at)
    select gen_random_uuid(), id, resident_id, 'Is the pool open on Sundays?', now() - interval '2 days' from asked)
  select id from asked order by turn`;

async function addReads(client: Client, { gateway }: Access, customers: readonly string[]): Promise<void> {
  await client.query(`
    create table bench.read (id bigint generated always as identity primary key, resident_id uuid not null, at timestamptz not null,
      role text not null, purpose text not null, kind text not null);
    create index on bench.read (resident_id, at desc);
    grant usage on schema bench to ntk_gateway;
    grant select on bench.read to ntk_gateway`);
  const log = new Client({ connectionString: gateway });
  await log.connect();
  try {
    for (let turn = 0; turn < reads; turn += 1) {
      const entries = customers.map((id) => readByClerk(id));
      const { text, values } = stageStatement(entries);
      await log.query(text, values);
      await client.query(
        `insert into bench.read (resident_id, at, role, purpose, kind)
         select resident_id, at, 'CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'RECORD_OPENED' from unnest($1::uuid[], $2::timestamptz[]) made(resident_id, at)`,
        [customers, entries.map(({ header }) => header.at)],
      );
    }
  } finally {
    await log.end();
  }
}
