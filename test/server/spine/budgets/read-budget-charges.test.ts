import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { openTwoInstances, outcome, perHour, refused, shown, type TwoInstances } from '../../../helpers/gateway/two-instances.ts';

// Clause `safeguards`: a count or a cursor discloses people as their names do, so the budget charges it in the same way.
let instances: TwoInstances;
beforeEach(async () => {
  instances = await openTwoInstances();
});
afterEach(() => instances.close());

const officer = { persona: 'privacy-officer', headers: { 'privacy-purpose': 'MANDATE_ADMINISTRATION' } };
interface Person {
  readonly given_name: string;
  readonly family_name: string;
  readonly birth_date: string;
}
const people = (from: number, to: number): Promise<Person[]> =>
  instances.one.database.asOwner<Person>(
    'select given_name, family_name, birth_date::text from recreation.resident where id = any($1::uuid[])',
    [instances.ids.slice(from, to)],
  );

describe('with a spent budget', () => {
  test('a count reveals no birth date', async () => {
    const { one, ids, look, ask } = instances;
    const counts = (await people(10, 40)).map(
      ({ given_name: givenName, family_name: familyName, birth_date: birthDate }, at) =>
        `a${at}: residents(first: 1, filter: { givenName: "${givenName}", familyName: "${familyName}", birthDate: "${birthDate}" }) { totalCount }`,
    );
    expect((await ask(one, `{ ${counts[0]!} }`, officer)).data.a0).toEqual({ totalCount: 1 });
    expect(shown(await look(one, ids.slice(0, 4), officer))).toBe(4);
    expect(outcome(await look(one, ids.slice(5, 6), officer))).toEqual(refused);
    expect(outcome(await ask(one, `{ ${counts.join(' ')} }`, officer))).toEqual(refused);
  });

  test('a cursor reveals no name', async () => {
    const { one, ids, look, ask } = instances;
    const [{ given_name: givenName, family_name: familyName } = { given_name: '', family_name: '' }] = await people(30, 31);
    const query = 'query($filter: ResidentFilter) { residents(first: 1, filter: $filter) { edges { cursor } } }';
    const asking = { variables: { filter: { givenName, familyName } } };
    const colleague = cast.otherClerk;
    expect((await ask(one, query, { ...asking, subject: colleague })).data.residents.edges).toHaveLength(1);
    expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
    expect(outcome(await ask(one, query, asking))).toEqual(refused);
  });
});

test('a spent budget refuses a search in the same way, whether it finds a new person, a counted one or none', async () => {
  const { one, other, ids, look, ask, pass } = instances;
  const query = 'query($filter: ResidentFilter) { residents(first: 1, filter: $filter) { totalCount } }';
  const [counted, fresh] = await Promise.all([0, 30].map((from) => people(from, from + 1)));
  const filters = [counted![0]!, fresh![0]!].map(({ given_name: givenName, family_name: familyName }) => ({ givenName, familyName }));
  const all = [...filters, { familyName: 'Nobody at all' }].map((filter) => ({ variables: { filter } }));
  expect((await ask(one, query, all[2])).data.residents).toEqual({ totalCount: 0 });
  expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
  const whole = async (): Promise<object[]> =>
    Promise.all(
      // The other instance has counted no one yet.
      [one, other].flatMap((gateway) =>
        all.map(async (asking) => {
          const answer = await ask(gateway, query, asking);
          return { ...outcome(answer), after: answer.headers.get('retry-after'), budget: answer.privacy.budget };
        }),
      ),
    );
  expect(new Set((await whole()).map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ...refused, after: '3600', budget: { window: 'HOUR', limit: perHour, used: perHour } })]),
  );
  // Counted people are still shown by id, and an hour later they can be searched for again.
  expect(shown(await look(one, ids.slice(0, 1)))).toBe(1);
  pass(1);
  expect((await ask(one, query, all[0])).data.residents).toEqual({ totalCount: 1 });
});

describe('nothing is charged', () => {
  test('for a queue without its tickets’ data subjects, even if the tickets’ text is withheld', async () => {
    const { one, ask, counted } = instances;
    const helpdesk = { persona: 'support', headers: { 'privacy-purpose': 'CUSTOMER_SUPPORT' } };
    for (const asked of ['number topic', 'number subject']) {
      const { data } = await ask(one, `{ tickets { totalCount edges { cursor node { ${asked} } } } }`, helpdesk);
      expect(data.tickets.edges.length).toBeGreaterThan(2);
    }
    const other = await ask(one, `{ ticket(id: "${matters.otherTicket}") { number subject } }`, helpdesk);
    expect(other.data.ticket).toEqual({ number: expect.any(String), subject: null });
    expect(await counted()).toBe(0);
    // The ticket of the principal's own case discloses its data subject.
    const assigned = { ...helpdesk, headers: { ...helpdesk.headers, 'privacy-case': matters.ticket } };
    const { data } = await ask(one, '{ currentCase { ... on Ticket { number } } }', assigned);
    expect(data.currentCase).toEqual({ number: expect.any(String) });
    expect(await counted()).toBe(1);
  });

  test('for data subjects that the answer hides, although the entry names them', async () => {
    const { one, ask, counted } = instances;
    const request = { 'privacy-purpose': 'RIGHTS_FULFILMENT', 'privacy-case': matters.request };
    const query = `{ resident(id: "${cast.resident}") { household { members { residentId } } } }`;
    const { data, privacy } = await ask(one, query, { persona: 'privacy-officer', headers: request });
    expect(data.resident.household.members).toEqual([{ residentId: cast.resident }]);
    await one.sequence();
    const [entry] = await one.database.asOwner<{ people: number }>(
      'select count(*)::int as people from access_log.entry join access_log.segment using (seq) where id = $1 and ordinal > 1',
      [privacy.receipt!.entry],
    );
    expect(entry!.people).toBeGreaterThan(1);
    expect(await counted()).toBe(1);
  });
});

test('the payload of a change is charged: with a spent budget no encounter begins, and nothing is shown', async () => {
  const { one, ids, look, ask } = instances;
  const start =
    'mutation ($id: ID!) { startEncounter(input: { residentId: $id, identifiedBy: PHOTO_CARD }) { encounter { resident { email } people { givenName } } } }';
  const begin = (id: string) => ask(one, start, { variables: { id } });
  expect((await begin(ids[0]!)).data.startEncounter.encounter.resident.email).toEqual(expect.any(String));
  // The people of the first encounter count, so the hour allows fewer than these.
  for (const id of ids.slice(1, perHour)) await look(one, [id]);
  expect(outcome(await begin(ids.at(-1)!))).toEqual(refused);
  const open = await one.database.asOwner('select 1 from recreation.encounter where resident_id = $1', [ids.at(-1)]);
  expect(open).toEqual([]);
});
