import type { Random } from '../../demo/population/random.ts';
import type { Change } from './ledger.ts';

/** An operation and its principal. */
export interface Operation {
  readonly as: 'resident' | 'clerk';
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly change?: Change;
}

const one = '{ me { givenName familyName email phone address { street locality } } }';
const many = '{ residents(first: 20) { edges { node { givenName familyName ageBand emailHint address { street locality } } } } }';
const openTicket = 'mutation ($input: OpenTicketInput!) { openTicket(input: $input) { ticket { id } } }';
const updateContact = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { phone } } }';

/** The prefix of the subject of every ticket that is opened here. */
export const ticketMark = 'Chaos';

/** Draws a client's next operation: mostly a read of one row or many, sometimes a change. */
export function drawOperation(random: Random, residentId: string): Operation {
  const drawn = random.fraction();
  if (drawn < 0.5) return { as: 'resident', query: one };
  if (drawn < 0.7) return { as: 'clerk', query: many };
  if (drawn < 0.85) {
    const subject = `${ticketMark} ${random.uuid()}`;
    const variables = { input: { topic: 'OTHER', subject, body: 'Is anybody there?' } };
    return { as: 'resident', query: openTicket, variables, change: { kind: 'ticket', subject } };
  }
  const phone = `+1403${String(random.between(2_000_000, 9_999_999))}`;
  const variables = { input: { residentId, phone } };
  return { as: 'resident', query: updateContact, variables, change: { kind: 'contact', residentId, phone } };
}
