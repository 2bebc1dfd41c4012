import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openWorld, type Seen, type Step, type World } from '../../helpers/gateway/world.ts';

// A guardian who lives elsewhere looks whether reads of the child appear: if the child's home is protected, a clerk who serves a member of
// the home does not serve its minors too. The times of the reads tell when the child is at the counter. The two worlds differ only in the
// protection of an adult of the child's home.
let open: World;
let guarded: World;
let times = 0;
beforeAll(async () => {
  [open, guarded] = [await openWorld(), await openWorld()];
  for (const { gateway } of [open, guarded]) {
    // The neighbour is a second guardian, for everything. The child is there at times: it is the child's second household.
    await gateway.database.asOwner(
      `insert into recreation.guardianship (guardian_id, minor_id, scope, valid_from)
       values ($1, $2, array['ADDRESS', 'HOUSEHOLD', 'SUPPORT_HISTORY'], '2020-01-01')`,
      [cast.neighbour, cast.resident],
    );
    await gateway.database.asOwner(
      `insert into recreation.household_member (household_id, resident_id, is_home)
       select household_id, $2, false from recreation.household_member where resident_id = $1 and is_home`,
      [cast.neighbour, cast.resident],
    );
  }
  await guarded.gateway.database.asOwner('update recreation.resident set address_protected = true where id = $1', [cast.guardian]);
  for (const served of [cast.guardian, cast.neighbour, cast.resident]) await serve(served);
});
afterAll(async () => {
  await open.close();
  await guarded.close();
});

/** The people whom the clerk finds in an encounter, by the person who is served, in the open and in the guarded world. */
const found = new Map<string, readonly string[][]>();

/** Begins an encounter in both worlds. @returns its id */
async function begin(resident: string, at: Date): Promise<string> {
  times += 1;
  const id = `4e000000-0000-4000-8000-${String(times).padStart(12, '0')}`;
  for (const { gateway } of [open, guarded]) {
    await gateway.database.asOwner('update recreation.encounter set ended_at = $2 where employee_id = $1 and ended_at is null', [
      cast.clerk,
      at,
    ]);
    await gateway.database.asOwner(
      `insert into recreation.encounter select (jsonb_populate_record(
         like_this, jsonb_build_object('id', $1::text, 'resident_id', $2::text, 'purpose', 'SERVICE_PROVISION', 'ended_at', null, 'last_active_at', $4::text))).*
       from recreation.encounter like_this where id = $3`,
      [id, resident, matters.encounter, at.toISOString()],
    );
  }
  return id;
}

/** Serves a person in both worlds: the clerk reads everyone who is served. */
async function serve(resident: string): Promise<void> {
  const id = await begin(resident, testNow);
  const step: Step = {
    persona: 'customer-service',
    query:
      '{ currentCase { ... on Encounter { resident { id givenName } people { ... on Resident { id givenName } ... on HouseholdMember { residentId givenName } } } } }',
    asked: { purpose: 'SERVICE_PROVISION', case: id },
  };
  const people = (await inBoth(step)).map(({ answer }) => {
    expect(answer.errors).toEqual([]);
    return (answer.data.currentCase.people ?? []).map(({ id, residentId }: any) => id ?? residentId);
  });
  found.set(resident, people);
}

async function inBoth(step: Step): Promise<readonly [Seen, Seen]> {
  // One after another: the driver has only one listener at a time.
  const first = await open.step(step);
  return [first!, (await guarded.step(step))!];
}

/** Asserts that a step has the same response and the same statements in both worlds. */
async function expectAlike(step: Step): Promise<Seen> {
  const [one, other] = await inBoth(step);
  expect(other.whole).toBe(one.whole);
  expect(other.statements).toEqual(one.statements);
  return one;
}

const history = (given: string): string =>
  `{ resident(id: "${cast.resident}") { accessHistory(${given}) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id entryId at why kind need { openedAt closedAt } by { role } } } } } }`;
const ofClerks = ({ answer }: Seen): any[] =>
  answer.data.resident.accessHistory.edges.map(({ node }: any) => node).filter(({ by }: any) => by.role === 'CUSTOMER_SERVICE');

/** The time of a clock in the municipality. */
const timeInTown = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/Edmonton',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

test('the protection is there: under an encounter of the adult, the child is served in one world only', () => {
  const [one, other] = found.get(cast.guardian)!;
  expect(one).toContain(cast.resident);
  expect(other).not.toContain(cast.resident);
});

test('a clerk who serves an adult of the second household does not serve the child, protected or not', () => {
  expect(found.get(cast.neighbour)).toEqual([[cast.neighbour], [cast.neighbour]]);
});

test('a guardian who lives elsewhere sees nothing of the same day', async () => {
  const { answer } = await expectAlike({ persona: 'neighbour', query: history('first: 50, includeOwn: true') });
  expect(answer.data.resident.accessHistory).toMatchObject({ totalCount: 0, edges: [] });
});

test('the next day, the guardian sees what was read of the child alone, by the day, protected or not', async () => {
  for (const world of [open, guarded]) world.moveTo(new Date(testNow.getTime() + 26 * 60 * 60_000));
  const seen = await expectAlike({ persona: 'neighbour', query: history('first: 50') });
  const told = ofClerks(seen);
  expect(told).toHaveLength(1);
  for (const { at, need } of told) expect([timeInTown(at), timeInTown(need.openedAt)]).toEqual(['00:00:00', '00:00:00']);

  // The adult of the home sees both, with their times.
  const [home] = await inBoth({ persona: 'guardian', query: history('first: 50') });
  const atHome = ofClerks(home);
  expect(atHome).toHaveLength(2);
  expect(atHome.map(({ at }: any) => timeInTown(at))).not.toContain('00:00:00');

  // A filter finds the day, and not the minute.
  const day = told[0].at as string;
  const until = new Date(Date.parse(day) + 1).toISOString();
  const count = async (filter: string): Promise<number> => {
    const { answer } = await expectAlike({ persona: 'neighbour', query: history(`first: 50, filter: { ${filter} }`) });
    return answer.data.resident.accessHistory.totalCount;
  };
  const all: number = seen.answer.data.resident.accessHistory.totalCount;
  expect([await count(`from: "${day}", until: "${until}"`), await count(`from: "${until}"`)]).toEqual([all, 0]);

  // Pages have the same entries, in an order that does not depend on the time of the day.
  const pages: string[] = [];
  let after = '';
  for (let more = true; more;) {
    const { answer } = await expectAlike({ persona: 'neighbour', query: history(`first: 1${after}`) });
    const { edges, pageInfo } = answer.data.resident.accessHistory;
    pages.push(...edges.map(({ node }: any) => node.id));
    after = `, after: "${pageInfo.endCursor}"`;
    more = pageInfo.hasNextPage;
  }
  expect(pages).toEqual(seen.answer.data.resident.accessHistory.edges.map(({ node }: any) => node.id));
  const backward = await expectAlike({ persona: 'neighbour', query: history('last: 50') });
  expect(backward.answer.data.resident.accessHistory.edges.map(({ node }: any) => node.id)).toEqual(pages);

  // The place in the tree would tell the minute.
  const proof = `{ accessLog { inclusionProof(entry: "${told[0].entryId}") { number } } }`;
  expect((await expectAlike({ persona: 'neighbour', query: proof })).answer.codes).toEqual(['NOT_FOUND']);
  const list = '{ accessEntries(first: 50) { totalCount edges { node { role number at } } } }';
  const { answer } = await expectAlike({ persona: 'neighbour', query: list });
  expect(answer.data.accessEntries.edges.filter(({ node }: any) => node.role === 'CUSTOMER_SERVICE')).toEqual(
    // The guardian's own visit.
    [{ node: expect.objectContaining({ role: 'CUSTOMER_SERVICE' }) }],
  );
});

test('only a clerk who serves the home reads of the child what takes an encounter', async () => {
  const later = new Date(testNow.getTime() + 50 * 60 * 60_000);
  for (const world of [open, guarded]) world.moveTo(later);
  const shown = async (served: string): Promise<unknown[]> => {
    const asked = { purpose: 'SERVICE_PROVISION', case: await begin(served, later) } as const;
    const query = `{ resident(id: "${cast.resident}") { email } }`;
    return (await inBoth({ persona: 'customer-service', query, asked })).map(({ answer }) => answer.data.resident.email);
  };
  expect(await shown(cast.guardian)).toEqual([expect.any(String), null]);
  expect(await shown(cast.neighbour)).toEqual([null, null]);
});

test('a guardian who lives elsewhere learns the day of what the child bought and paid, and the adult of the home the time', async () => {
  const at = '2026-06-10T17:23:45.678Z';
  for (const { gateway } of [open, guarded])
    await gateway.database.asOwner(
      `insert into recreation.payment (id, resident_id, amount, method, paid_at) values (gen_random_uuid(), $1, 5, 'CASH', $2)`,
      [cast.resident, at],
    );
  const query = `{ resident(id: "${cast.resident}") { purchases(first: 50) { edges { node { purchasedAt } } } payments(first: 50) { edges { node { paidAt } } } } }`;
  const told = ({ answer }: Seen): string[] => {
    const { purchases, payments } = answer.data.resident;
    return [...purchases.edges.map(({ node }: any) => node.purchasedAt), ...payments.edges.map(({ node }: any) => node.paidAt)];
  };
  const elsewhere = told(await expectAlike({ persona: 'neighbour', query }));
  const [home] = await inBoth({ persona: 'guardian', query });
  expect(told(home)).toContain(at);
  expect(elsewhere).toHaveLength(told(home).length);
  expect(elsewhere).toContain('2026-06-10T06:00:00.000Z');
  expect(elsewhere.map(timeInTown)).toEqual(elsewhere.map(() => '00:00:00'));
});
