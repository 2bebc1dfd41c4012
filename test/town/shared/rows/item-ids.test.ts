import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { openReadLog } from '../../../helpers/entries/open-read-log.ts';
import type { Asked, TestGateway } from '../../../helpers/gateway/gateway.ts';

// Caches of clients keep the items of a list by these ids (src/engine/markings/check/list-items.ts).
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openReadLog();
});
afterAll(() => gateway.close());

const review = { purpose: 'ACCESS_REVIEW' };

async function ask(persona: string, query: string, asked: Asked = {}): Promise<any> {
  const { data, errors } = await gateway.ask(persona, query, asked);
  expect(errors).toEqual([]);
  return data;
}

/** All ids in an answer. */
function idsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(idsIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => (name === 'id' && typeof value === 'string' ? [value] : idsIn(value)));
}

test('no two objects share an id, of whatever type', async () => {
  await ask('guardian', '{ me { givenName guardianships { minor { givenName } } } }');
  await gateway.sequence();
  const history = 'accessHistory(first: 50, includeOwn: true) { edges { node { id entryId } } }';
  const { me } = await ask(
    'guardian',
    `{ me { id account { id } ${history} household { id members { id residentId } }
      guardianships { id minor { id account { id } ${history} } } } }`,
  );
  const ids = idsIn(me);
  expect(ids).toContain(cast.guardian);
  expect(new Set(ids).size).toBe(ids.length);
  expect(me.guardianships.length).toBeGreaterThan(0);
  // The entry of this read is about the guardian and the minor.
  const entriesOf = ({ accessHistory }: any): string[] => accessHistory.edges.map(({ node }: any) => node.entryId);
  const own = new Set(entriesOf(me));
  expect(me.guardianships.flatMap(({ minor }: any) => entriesOf(minor)).some((id: string) => own.has(id))).toBe(true);
  // A member is not the resident.
  expect(me.household.members.map(({ residentId }: any) => residentId)).toContain(cast.guardian);
});

test('a person has one id in each entry of the log, and another in the next', async () => {
  const { accessEntries } = await ask(
    'reviewer',
    '{ accessEntries(first: 50) { edges { node { id subjects { id pseudonym } } } } }',
    review,
  );
  const subjects = accessEntries.edges.flatMap(({ node }: any) => node.subjects);
  expect(new Set(subjects.map(({ id }: any) => id)).size).toBe(subjects.length);
  expect(new Set(subjects.map(({ pseudonym }: any) => pseudonym)).size).toBeLessThan(subjects.length);
});

test('an item keeps its id in every list and answer', async () => {
  const { startEncounter } = await ask(
    'customer-service',
    `mutation { startEncounter(input: { residentId: "${cast.guardian}", identifiedBy: PHOTO_CARD }) { encounter {
      people { ... on HouseholdMember { id residentId } } resident { household { members { id residentId } } } } } }`,
    { purpose: 'SERVICE_PROVISION' },
  );
  const { people, resident } = startEncounter.encounter;
  const served = people.filter(({ id }: any) => id !== undefined);
  expect(served.length).toBeGreaterThan(0);
  expect(resident.household.members).toEqual(expect.arrayContaining(served));
  const statistics = () =>
    ask('security', '{ webVisitStatistics { id value } webVisits(first: 5) { edges { node { id } } } }', { purpose: 'WEBSITE_SECURITY' });
  const [first, again] = [await statistics(), await statistics()];
  expect(again).toEqual(first);
  expect(new Set(idsIn(first)).size).toBe(first.webVisitStatistics.length + 5);
});

test('the id of an item differs for each reader and purpose', async () => {
  const account = `{ resident(id: "${cast.resident}") { account { id } } }`;
  const begin = await ask(
    'customer-service',
    `mutation { startEncounter(input: { residentId: "${cast.resident}", identifiedBy: PHOTO_CARD }) { encounter { id resident { account { id } } } } }`,
    { purpose: 'PAYMENT' },
  );
  const paying = begin.startEncounter.encounter.resident.account.id;
  const found = await Promise.all([
    ask('customer-service', account, { purpose: 'SERVICE_PROVISION' }),
    ask('resident', account),
    ask('police', account),
  ]);
  const ids = [paying, ...found.map(({ resident }) => resident.account.id)];
  expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)));
  expect(new Set(ids).size).toBe(ids.length);
});
