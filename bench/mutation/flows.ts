import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import type { Purpose, Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { step, type Conversation } from '../conversation/conversation.ts';
import { createEmployees } from '../create-employees.ts';
import { drawSample } from '../scale/sample.ts';

/** The steps that each connection repeats. */
export interface Flow {
  readonly name: string;
  readonly lanes: readonly (readonly Conversation[])[];
}

// Few enough for the employee's read budget, households included, and for the encounter budget.
const peopleOfLane = 20;

const startEncounter = 'mutation ($id: ID!) { startEncounter(input: { residentId: $id, identifiedBy: PHOTO_CARD }) { encounter { id } } }';
const encounter = `{ currentCase { ... on Encounter { id
  resident { givenName familyName email phone } people { givenName familyName ageBand } } } }`;
const endEncounter = 'mutation ($id: ID!) { endEncounter(input: { encounterId: $id }) { encounter { id endedAt } } }';
const openTicket = 'mutation { openTicket(input: { topic: PAYMENT, subject: "A receipt", body: "May I have it?" }) { ticket { id } } }';
const assignTicket = 'mutation ($id: ID!) { assignTicket(input: { ticketId: $id }) { ticket { id } } }';
const reply = 'mutation ($id: ID!) { replyToTicket(input: { ticketId: $id, body: "Here it is." }) { ticket { id messages { body } } } }';
const closeTicket = 'mutation ($id: ID!) { closeTicket(input: { ticketId: $id }) { ticket { id } } }';

/** Issues an access token that is valid until the benchmark ends. */
export type Issue = (subject: string, role: Role, purpose: Purpose) => Promise<string>;

/** Creates the flows. Each connection has its own employee and its own residents; the employees are created here. */
export async function flowsOf(token: Issue, roles: Pick<DatabaseRoles, 'owner'>, connections: number): Promise<readonly Flow[]> {
  const { visitors, residents } = await drawSample(roles, {
    visitors: connections * peopleOfLane,
    residents: connections * peopleOfLane,
    buyers: 0,
  });
  const ids = await createEmployees(roles, connections);
  const deal = <T>(all: readonly string[], of: (id: string, lane: number) => Promise<T>): Promise<T[][]> =>
    Promise.all(ids.map((_id, lane) => Promise.all(all.slice(lane * peopleOfLane, (lane + 1) * peopleOfLane).map((id) => of(id, lane)))));
  const encounters = deal(visitors, async (id, lane): Promise<Conversation> => {
    const clerk = await token(ids[lane]!, 'CUSTOMER_SERVICE', 'SERVICE_PROVISION');
    const counter = { purpose: 'SERVICE_PROVISION' } as const;
    return [
      step(clerk, startEncounter, { id }, ['startEncounter', 'encounter', 'id'], counter),
      step(clerk, encounter, {}, ['currentCase', 'resident', 'familyName'], { ...counter, matter: '<0>' }),
      step(clerk, endEncounter, { id: '<0>' }, ['endEncounter', 'encounter', 'endedAt'], { ...counter, matter: '<0>' }),
    ];
  });
  const tickets = deal(residents, async (id, lane): Promise<Conversation> => {
    const resident = await token(id, 'RESIDENT', 'SELF_SERVICE');
    const supporter = await token(ids[lane]!, 'SUPPORT', 'CUSTOMER_SUPPORT');
    const helpdesk = { purpose: 'CUSTOMER_SUPPORT' } as const;
    const replied = ['replyToTicket', 'ticket', 'messages', '1', 'body'];
    return [
      step(resident, openTicket, {}, ['openTicket', 'ticket', 'id']),
      step(supporter, assignTicket, { id: '<0>' }, ['assignTicket', 'ticket', 'id'], helpdesk),
      step(supporter, reply, { id: '<0>' }, replied, { ...helpdesk, matter: '<0>' }),
      step(resident, reply, { id: '<0>' }, replied),
      step(supporter, closeTicket, { id: '<0>' }, ['closeTicket', 'ticket', 'id'], helpdesk),
    ];
  });
  return [
    { name: 'startEncounter, read, endEncounter', lanes: await encounters },
    { name: 'openTicket, assign, two replies, close', lanes: await tickets },
  ];
}
