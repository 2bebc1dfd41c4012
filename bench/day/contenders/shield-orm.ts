import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { LockMode, raw, type InferEntity } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import { Account } from '../../../src/town/services/payments/account-entity.ts';
import { Purchase } from '../../../src/town/services/purchases/purchase-entity.ts';
import { Resident } from '../../../src/town/people/resident-entity.ts';
import { poolSize, type Serving, type Settings } from '../../http/contender.ts';
import { ageBandOf } from '../../http/contenders/age-band-of.ts';
import { serveApollo } from '../../http/contenders/serve-apollo.ts';
import { dayShield, type Asker } from './day-rules.ts';
import { dayEntities, Encounter, Read, Service, Ticket, TicketMessage, type ReadRow } from './entities.ts';
import { connectionOf, typeDefs, type Headers } from './schema.ts';

// graphql-shield is loaded from CommonJS, and the two must share one copy of it.
const require = createRequire(import.meta.url);
const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');

type Person = InferEntity<typeof Resident>;
type Question = InferEntity<typeof Ticket>;
type Bought = InferEntity<typeof Purchase>;
type Message = InferEntity<typeof TicketMessage>;

/**
 * A typical first implementation: Apollo Server, entities of MikroORM with a separate fork for each request, changes in
 * transactions of the unit of work, and graphql-shield's rules. It keeps no log.
 */
export async function startShieldOrm({ records: url, today }: Settings): Promise<Serving> {
  const orm = await openOrm(url, dayEntities, { max: poolSize });
  const resolvers = {
    DateTime: GraphQLDateTime,
    Query: {
      me: (_parent: unknown, _given: unknown, { records, principal }: Asker) => records.findOne(Resident, principal),
      resident: (_parent: unknown, { id }: { id: string }, { records }: Asker) => records.findOne(Resident, id),
      residents: async (_parent: unknown, given: { filter: { familyName: string }; first: number }, { records }: Asker) => {
        const from = given.filter.familyName.toLowerCase();
        // A fragment serves once.
        const key = () => raw('lower(family_name) collate "C"');
        const where = { [key()]: { $gte: from, $lte: from + last } };
        const rows = await records.find(Resident, where, { orderBy: [{ [key()]: 'asc' }, { id: 'asc' }], limit: given.first });
        return { ...connectionOf(rows), pageInfo: { endCursor: rows.at(-1)?.id } };
      },
      tickets: async (_parent: unknown, given: { status: string; first: number }, { records }: Asker) => {
        const where = { closedAt: given.status === 'OPEN' ? null : { $ne: null } };
        return connectionOf(await records.find(Ticket, where, { orderBy: { openedAt: 'desc', id: 'desc' }, limit: given.first }));
      },
      ticket: (_parent: unknown, { id }: { id: string }, { records }: Asker) => records.findOne(Ticket, id),
    },
    Mutation: {
      startEncounter: (_parent: unknown, { input }: { input: { residentId: string } }, { records, principal }: Asker) =>
        records.transactional(async (em) => {
          const now = new Date();
          for (const open of await em.find(Encounter, { employeeId: principal, endedAt: null })) open.endedAt = now;
          await em.flush();
          const { residentId } = input;
          const since = { startedAt: now, lastActiveAt: now };
          const encounter = em.create(Encounter, {
            id: randomUUID(),
            employeeId: principal,
            residentId,
            purpose: 'SERVICE_PROVISION',
            ...since,
          });
          return { encounter };
        }),
      purchase: (_parent: unknown, { input }: { input: { residentId: string; serviceId: string; quantity: number } }, { records }: Asker) =>
        records.transactional(async (em) => {
          const { price } = await em.findOneOrFail(Service, input.serviceId);
          const amount = (Number(price) * input.quantity).toFixed(2);
          const purchase = em.create(Purchase, { id: randomUUID(), ...input, amount, purchasedAt: new Date() });
          await em.flush();
          await em.upsert(Account, { residentId: input.residentId, balance: '0.00' }, { onConflictAction: 'ignore' });
          await em.nativeUpdate(Account, { residentId: input.residentId }, { balance: raw<string>('balance - ?::numeric', [amount]) });
          return { purchase };
        }),
      replyToTicket: (_parent: unknown, { input }: { input: { ticketId: string; body: string } }, { records, principal }: Asker) =>
        records.transactional(async (em) => {
          const ticket = await em.findOneOrFail(Ticket, input.ticketId, { lockMode: LockMode.PESSIMISTIC_WRITE });
          em.create(TicketMessage, {
            id: randomUUID(),
            caseId: ticket.id,
            authorResidentId: principal,
            body: input.body,
            sentAt: new Date(),
          });
          return { ticket };
        }),
    },
    Resident: {
      initials: ({ givenName, familyName }: Person) => `${givenName.slice(0, 1)}.${familyName.slice(0, 1)}.`,
      ageBand: ({ birthDate }: Person) => ageBandOf(birthDate, today),
      emailHint: ({ email }: Person) => email && `${email.slice(0, 1)}***@***`,
      address: (person: Person) => person,
      purchases: async ({ id }: Person, given: { first: number }, { records }: Asker) => {
        const page = { orderBy: { purchasedAt: 'desc', id: 'asc' }, limit: given.first } as const;
        const found = await records.find(Purchase, { residentId: id }, page);
        // The identity map then answers for the service of each.
        await records.find(Service, { id: found.map(({ serviceId }) => serviceId) });
        return connectionOf(found);
      },
      tickets: async ({ id }: Person, given: { first: number }, { records }: Asker) =>
        connectionOf(await records.find(Ticket, { residentId: id }, { orderBy: { openedAt: 'desc', id: 'asc' }, limit: given.first })),
      accessHistory: async ({ id }: Person, given: { first: number }, { records }: Asker) =>
        connectionOf(await records.find(Read, { residentId: id }, { orderBy: { at: 'desc' }, limit: given.first })),
    },
    Purchase: { service: ({ serviceId }: Bought, _given: unknown, { records }: Asker) => records.findOne(Service, serviceId) },
    Ticket: {
      status: ({ closedAt }: Question) => (closedAt ? 'CLOSED' : 'OPEN'),
      requester: ({ residentId }: Question, _given: unknown, { records }: Asker) => records.findOne(Resident, residentId),
      messages: ({ id }: Question, _given: unknown, { records }: Asker) =>
        records.find(TicketMessage, { caseId: id }, { orderBy: { sentAt: 'asc', id: 'asc' } }),
    },
    TicketMessage: { fromStaff: ({ authorEmployeeId }: Message) => authorEmployeeId !== null },
    AccessHistoryEntry: { by: (read: ReadRow) => read },
  };
  const schema = applyMiddleware(makeExecutableSchema({ typeDefs, resolvers }), dayShield);
  const makeContext = (headers: Headers): Asker => ({
    principal: String(headers['bench-principal']),
    role: String(headers['bench-role']),
    case: headers['privacy-case'] as string | undefined,
    records: orm.em.fork(),
  });
  return serveApollo(schema, makeContext, async () => orm.close(true));
}

const last = '\u{10FFFF}'.repeat(100);
