import { randomUUID } from 'node:crypto';
import { cast, matters, personas } from '../../../demo/personas.ts';
import { testNow, type TestDatabase } from '../../helpers/database/cluster.ts';
import { openGateway } from '../../helpers/gateway/gateway.ts';
import { addFurtherEncounters, addGuardiansOnStaff } from './further-encounters.ts';
import { readTown, writeTown, type Town } from './town.ts';

/** Reads that fill the access log before the proof begins. Every partner reads. */
const looks: readonly (readonly [persona: string, purpose: string | undefined, matter: string | undefined])[] = [
  ['resident', undefined, undefined],
  ['guardian', undefined, undefined],
  ['neighbour', undefined, undefined],
  ['customer-service', 'SERVICE_PROVISION', matters.encounter],
  ['support', 'CUSTOMER_SUPPORT', matters.ticket],
  ['support', 'CUSTOMER_SUPPORT', matters.protectedTicket],
  ['privacy-officer', 'RIGHTS_FULFILMENT', matters.request],
  ['privacy-officer', 'RIGHTS_FULFILMENT', matters.protectedRequest],
  ['privacy-officer', 'MANDATE_ADMINISTRATION', undefined],
  ['customer-service', 'SERVICE_PROVISION', undefined],
  ...personas.filter(({ mandates }) => mandates.length > 0).map(({ persona }) => [persona, undefined, undefined] as const),
];

/**
 * Adds an unapproved seal to an unapproved order, and to an expired order a seal in force with a later one that awaits approval. They
 * hide nothing, and only privacy officers may know of them.
 */
function addSeals(town: Town): void {
  const later = (days: number): string => new Date(testNow.getTime() + days * 24 * 60 * 60 * 1_000).toISOString();
  const add = (id: string, mandateId: string, days: number, approvers: readonly string[], extend = false): void => {
    const order = town['recreation.mandate'].find((one) => one.id === mandateId)!;
    const proposed = { proposed_by: order.recorded_by, proposed_at: extend ? testNow.toISOString() : order.recorded_at };
    town['recreation.mandate_seal'].push({ id, mandate_id: mandateId, extends: extend, sealed_until: later(days), ...proposed });
    for (const employee_id of approvers)
      town['recreation.mandate_seal_approval'].push({ seal_id: id, employee_id, approved_at: proposed.proposed_at });
  };
  add('71000000-0000-4000-8000-000000000001', matters.halfApprovedOrder, 90, [cast.privacyOfficer2]);
  add('71000000-0000-4000-8000-000000000002', matters.expiredOrder, 90, [cast.privacyOfficer2, cast.privacyOfficer3]);
  add('71000000-0000-4000-8000-000000000003', matters.expiredOrder, 180, [cast.privacyOfficer2], true);
}

/** Adds a request that was answered. The cast's own are all open, and an answer is read once its request is no longer a case. */
function addAnsweredRequest(town: Town): void {
  const filed = town['recreation.request'].find(({ id }) => id === matters.unassignedRequest)!;
  town['recreation.request'].push({
    ...filed,
    id: '60000000-0000-4000-8000-000000000901',
    number: 'R-90000901',
    kind: 'QUESTION',
    resident_id: cast.distantGuardian,
    body: 'Who may see where I live?',
    assignee_id: cast.privacyOfficer2,
    answered_at: testNow.toISOString(),
    answer: 'You, and those who serve you.',
  });
}

/** Adds a request that a guardian filed for a minor, with messages of everybody who can write one, and a request that was withdrawn. */
function addConversation(town: Town): void {
  const filed = town['recreation.request'].find(({ id }) => id === matters.request)!;
  const forMinor = '60000000-0000-4000-8000-000000000902';
  const hour = 60 * 60 * 1_000;
  const at = (hours: number): string => new Date(testNow.getTime() - hours * hour).toISOString();
  town['recreation.request'].push(
    {
      ...filed,
      id: forMinor,
      number: 'R-90000902',
      kind: 'CORRECTION',
      filed_by_id: cast.guardian,
      body: 'The street of my ward is spelt wrong.',
      filed_at: at(9),
    },
    {
      ...filed,
      id: '60000000-0000-4000-8000-000000000903',
      number: 'R-90000903',
      kind: 'COMPLAINT',
      resident_id: cast.neighbour,
      body: 'It was next door after all.',
      filed_at: at(8),
      withdrawn_at: at(1),
    },
  );
  const authors = [{ employee: filed.assignee_id }, { resident: cast.guardian }, { resident: cast.resident }];
  for (const [index, { employee = null, resident = null }] of authors.entries()) {
    town['recreation.request_message'].push({
      id: `b1000000-0000-4000-8000-00000000090${index}`,
      request_id: forMinor,
      author_resident_id: resident,
      author_employee_id: employee,
      body: `What was said ${index + 1}.`,
      sent_at: at(7 - index),
      is_answer: false,
    });
  }
}

/** The contact of two residents, as couples have it: a check of an identity finds several. */
export const sharedContact = { email: 'both.of.us@example.org', phone: '+14035550177' } as const;

function addSharedContact(town: Town): void {
  const ofCast = new Set<string>(Object.values(cast));
  const couple = town['recreation.resident'].filter(({ id }) => !ofCast.has(id)).slice(-2);
  for (const one of couple) Object.assign(one, sharedContact);
}

/**
 * Fills a database with the town that every proof begins with: the demo's population, more cases, and an access log.
 * @param newId gives the ids of the log's entries
 */
export async function firstTown(database: TestDatabase, newId: () => string = randomUUID): Promise<Town> {
  const gateway = await openGateway({ newId });
  try {
    const query = `query ($id: ID!) {
      resident(id: $id) { givenName birthDate address { street locality } household { members { givenName } } }
      residents(first: 5) { edges { node { familyName email } } }
    }`;
    for (const [persona, purpose, matter] of looks) {
      for (const id of [cast.resident, cast.protectedPerson, cast.neighbour]) {
        await gateway.ask(persona, query, { variables: { id }, ...(purpose && { purpose }), ...(matter && { case: matter }) });
      }
    }
    await gateway.sequence();
    const town = await readTown(gateway.database.roles.owner);
    addFurtherEncounters(town, testNow);
    addGuardiansOnStaff(town, testNow);
    addSeals(town);
    addAnsweredRequest(town);
    addConversation(town);
    addSharedContact(town);
    await writeTown(database.roles.owner, town);
    return await readTown(database.roles.owner);
  } finally {
    await gateway.close();
  }
}
