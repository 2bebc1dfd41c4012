import { randomUUID } from 'node:crypto';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLDateTime } from 'graphql-scalars';
import { Pool, type PoolClient } from 'pg';
import { poolSize, type Serving, type Settings } from '../../http/contender.ts';
import { serveApollo } from '../../http/contenders/serve-apollo.ts';
import { connectionOf, typeDefs, type Headers } from './schema.ts';

interface Asker {
  readonly principal: string;
}

interface Row {
  readonly id: string;
}

const residentColumns = `resident.id, given_name as "givenName", family_name as "familyName", initials, birth_date::text as "birthDate",
  recreation.age_band(birth_date, $2::date) as "ageBand", email, email_hint as "emailHint", phone, mobile_phone as "mobilePhone",
  street, locality, province, postal_code as "postalCode"`;
const ticketColumns = `id, number, topic, case when closed_at is null then 'OPEN' else 'CLOSED' end as status, opened_at as "openedAt",
  subject, resident_id as "residentId"`;

const statements = {
  resident: `select ${residentColumns} from recreation.resident where id = $1`,
  search: `select ${residentColumns} from recreation.resident
    where lower(family_name) collate "C" between lower($1) and lower($1) || $4 order by lower(family_name) collate "C", id limit $3`,
  purchases: `select purchase.id, quantity, amount::text, purchased_at as "purchasedAt", service_id as "serviceId", service.name as "serviceName"
    from recreation.purchase join recreation.service on service.id = service_id
    where resident_id = $1 order by purchased_at desc, purchase.id limit $2`,
  ticketsOf: `select ${ticketColumns} from recreation.ticket where resident_id = $1 order by opened_at desc, id limit $2`,
  queue: `select ${ticketColumns} from recreation.ticket where (closed_at is null) = $1 order by opened_at desc, id desc limit $2`,
  ticket: `select ${ticketColumns} from recreation.ticket where id = $1`,
  messages: `select id, body, sent_at as "sentAt", author_employee_id is not null as "fromStaff" from recreation.ticket_message
    where ticket_id = $1 order by sent_at, id`,
  history: 'select at, role, purpose, kind from bench.read where resident_id = $1 order by at desc limit $2',
  endEncounter: 'update recreation.encounter set ended_at = now() where employee_id = $1 and ended_at is null',
  startEncounter: `insert into recreation.encounter (id, employee_id, resident_id, purpose, started_at, last_active_at)
    values ($1, $2, $3, 'SERVICE_PROVISION', now(), now()) returning id, started_at as "startedAt"`,
  purchase: `insert into recreation.purchase (id, resident_id, service_id, quantity, amount, purchased_at, valid_from, valid_until)
    select $1, $2, id, $4::integer, price * $4::integer, now(), case when valid_days is not null then $5::date end, $5::date + valid_days - 1
    from recreation.service where id = $3 returning id, quantity, amount::text`,
  charge: `insert into recreation.account as account (resident_id, balance) values ($1, -$2::numeric)
    on conflict (resident_id) do update set balance = account.balance - $2::numeric`,
  lockTicket: `select ${ticketColumns} from recreation.ticket where id = $1 and closed_at is null for update`,
  reply: `insert into recreation.ticket_message (id, ticket_id, author_resident_id, body, sent_at) values ($1, $2, $3, $4, now())`,
} as const;

const last = '\u{10FFFF}'.repeat(100);

/** Apollo Server over plain rows: prepared statements, default resolvers, no authorisation and no log. */
export async function startPlainSql({ records, today }: Settings): Promise<Serving> {
  const pool = new Pool({ connectionString: records, max: poolSize });
  const read = async <Found = Row>(name: keyof typeof statements, values: unknown[], client: Pool | PoolClient = pool): Promise<Found[]> =>
    (await client.query<Found & object>({ name, text: statements[name], values })).rows;
  const first = async <Found = Row>(name: keyof typeof statements, values: unknown[], client?: PoolClient): Promise<Found | null> =>
    (await read<Found>(name, values, client))[0] ?? null;
  const change = async <Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
  const resolvers = {
    DateTime: GraphQLDateTime,
    Query: {
      me: (_parent: unknown, _given: unknown, { principal }: Asker) => first('resident', [principal, today]),
      resident: (_parent: unknown, { id }: Row) => first('resident', [id, today]),
      residents: async (_parent: unknown, given: { filter: { familyName: string }; first: number }) => {
        const rows = await read('search', [given.filter.familyName, today, given.first, last]);
        return { ...connectionOf(rows), pageInfo: { endCursor: rows.at(-1)?.id } };
      },
      tickets: async (_parent: unknown, given: { status: string; first: number }) =>
        connectionOf(await read('queue', [given.status === 'OPEN', given.first])),
      ticket: (_parent: unknown, { id }: Row) => first('ticket', [id]),
    },
    Mutation: {
      startEncounter: (_parent: unknown, { input }: { input: { residentId: string } }, { principal }: Asker) =>
        change(async (client) => {
          await read('endEncounter', [principal], client);
          return { encounter: await first('startEncounter', [randomUUID(), principal, input.residentId], client) };
        }),
      purchase: (_parent: unknown, { input }: { input: { residentId: string; serviceId: string; quantity: number } }) =>
        change(async (client) => {
          const values = [randomUUID(), input.residentId, input.serviceId, input.quantity, today];
          const purchase = await first<{ amount: string }>('purchase', values, client);
          await read('charge', [input.residentId, purchase?.amount], client);
          return { purchase };
        }),
      replyToTicket: (_parent: unknown, { input }: { input: { ticketId: string; body: string } }, { principal }: Asker) =>
        change(async (client) => {
          const ticket = await first('lockTicket', [input.ticketId], client);
          await read('reply', [randomUUID(), input.ticketId, principal, input.body], client);
          return { ticket };
        }),
    },
    Resident: {
      address: (row: Row) => row,
      purchases: async ({ id }: Row, given: { first: number }) => connectionOf(await read('purchases', [id, given.first])),
      tickets: async ({ id }: Row, given: { first: number }) => connectionOf(await read('ticketsOf', [id, given.first])),
      accessHistory: async ({ id }: Row, given: { first: number }) => connectionOf(await read('history', [id, given.first])),
    },
    Purchase: {
      service: ({ serviceId, serviceName }: { serviceId: string; serviceName: string }) => ({ id: serviceId, name: serviceName }),
    },
    Ticket: {
      requester: ({ residentId }: { residentId: string }) => first('resident', [residentId, today]),
      messages: ({ id }: Row) => read('messages', [id]),
    },
    AccessHistoryEntry: { by: (row: unknown) => row },
  };
  const makeContext = (headers: Headers): Asker => ({ principal: String(headers['bench-principal']) });
  return serveApollo(makeExecutableSchema({ typeDefs, resolvers }), makeContext, async () => pool.end());
}
