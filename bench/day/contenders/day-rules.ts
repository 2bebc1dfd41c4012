import { createRequire } from 'node:module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Encounter, Ticket } from './entities.ts';

// From CommonJS: the ES modules of graphql-shield do not load on Node 24.
const require = createRequire(import.meta.url);
const { allow, and, or, rule, shield } = require('graphql-shield') as typeof import('graphql-shield');

/** The principal and the case of a request. */
export interface Asker {
  readonly principal: string;
  readonly role: string;
  readonly case: string | undefined;
  readonly records: EntityManager;
}

interface About {
  readonly id: string;
  readonly residentId?: string;
}

const hasRole = (role: string) =>
  rule(`is ${role}`, { cache: 'contextual' })(async (_parent: unknown, _given: unknown, asker: Asker) => asker.role === role);
const isResident = hasRole('RESIDENT');
const isClerk = hasRole('CUSTOMER_SERVICE');
const isSupporter = hasRole('SUPPORT');

const isOwn = rule('is the own record')(
  async ({ id, residentId }: About, _given: unknown, { principal }: Asker) => (residentId ?? id) === principal,
);
const isNotOwn = rule('is not the own record')(
  async ({ id, residentId }: About, _given: unknown, { principal }: Asker) => (residentId ?? id) !== principal,
);
const isServed = rule('is being served')(async (_parent: unknown, { id }: About, { records, principal, case: matter }: Asker) => {
  const encounter = await records.findOne(Encounter, { id: matter ?? '', employeeId: principal, endedAt: null });
  return encounter?.residentId === id;
});
const isAssigned = rule('is assigned')(async (_parent: unknown, { id }: About, { records, principal }: Asker) => {
  return (await records.findOne(Ticket, { id, assigneeId: principal })) !== null;
});
const isOfTheOwnRecord = rule('is for the own record')(
  async (_parent: unknown, { input }: { input: { residentId: string } }, { principal }: Asker) => input.residentId === principal,
);
const isOwnTicket = rule('is an own ticket')(
  async (_parent: unknown, { input }: { input: { ticketId: string } }, { records, principal }: Asker) =>
    (await records.findOne(Ticket, { id: input.ticketId, residentId: principal, closedAt: null })) !== null,
);

const onEveryField = or(and(isResident, isOwn), and(isClerk, isNotOwn), and(isSupporter, isNotOwn));
const fields = (...names: string[]) => Object.fromEntries(names.map((name) => [name, onEveryField]));

/** graphql-shield as its manual shows it: rules on the root fields, and an asynchronous rule on every field of a record. */
export const dayShield = shield(
  {
    Query: {
      me: isResident,
      resident: and(isClerk, isServed),
      residents: isClerk,
      tickets: isSupporter,
      ticket: and(isSupporter, isAssigned),
    },
    Mutation: {
      startEncounter: isClerk,
      purchase: and(isResident, isOfTheOwnRecord),
      replyToTicket: and(isResident, isOwnTicket),
    },
    Resident: fields(
      'id',
      'givenName',
      'familyName',
      'initials',
      'birthDate',
      'ageBand',
      'email',
      'emailHint',
      'phone',
      'mobilePhone',
      'address',
      'purchases',
      'tickets',
      'accessHistory',
    ),
    Address: fields('street', 'locality', 'province', 'postalCode'),
    Purchase: fields('id', 'quantity', 'amount', 'purchasedAt', 'service'),
    Ticket: { ...fields('subject', 'requester', 'messages') },
    AccessHistoryEntry: fields('at', 'by', 'purpose', 'kind'),
  },
  // A failure of a resolver would look like a refusal.
  { fallbackRule: allow, allowExternalErrors: true },
);
