import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { issueToken } from '../helpers/tokens/issuer.ts';
import { readConfig } from '../../src/platform/settings/config.ts';
import { cast } from '../../demo/personas.ts';
import { askLater, lifetime } from '../helpers/asking/ask-later.ts';
import { testCluster, testNow } from '../helpers/database/cluster.ts';
import { openGateway, type Asked, type TestGateway } from '../helpers/gateway/gateway.ts';

// A missing entry must not reveal a sealed read: earlier entries do not disappear, and the data subject's other entries are shown like
// those of any other data subject.
let gateway: TestGateway;
let clock = testNow;
beforeEach(async () => {
  clock = testNow;
  gateway = await openGateway({ tokenMaxLifetime: lifetime, now: () => clock });
});
afterEach(() => gateway.close());

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const review = { purpose: 'ACCESS_REVIEW' } as const;
const helpdesk = { purpose: 'CUSTOMER_SUPPORT' } as const;
const sealedUntil = '2027-06-01T00:00:00Z';

async function ask(persona: string, query: string, asked: Asked = {}): Promise<any> {
  const { data, errors } = await askLater(gateway, persona, query, asked);
  expect(errors).toEqual([]);
  await gateway.sequence();
  return data;
}

async function record(subjectId: string, more: object = {}): Promise<string> {
  const input = {
    kind: 'COURT_ORDER',
    reference: 'KB-9',
    issuer: 'Court',
    partnerId: cast.police,
    subjectIds: [subjectId],
    categories: ['NAME'],
    validFrom: '2026-06-01T00:00:00Z',
    validUntil: '2026-12-01T00:00:00Z',
    ...more,
  };
  const document = 'mutation($input: RecordMandateInput!) { recordMandate(input: $input) { mandate { id } } }';
  return (await ask('privacy-officer', document, { ...office, variables: { input } })).recordMandate.mandate.id;
}

async function approve(mandateId: string, ...officers: readonly string[]): Promise<void> {
  const document = 'mutation($input: ApproveMandateInput!) { approveMandate(input: $input) { mandate { status } } }';
  for (const officer of officers) await ask(officer, document, { ...office, variables: { input: { mandateId } } });
}

const openSensitiveTicket = (): Promise<any> =>
  ask('resident', 'mutation($input: OpenTicketInput!) { openTicket(input: $input) { ticket { id } } }', {
    variables: { input: { topic: 'OTHER', subject: 'In confidence', body: 'Tell nobody', sensitive: true } },
  });

async function purposesShownTo(persona: string): Promise<string[]> {
  const { me } = await ask(persona, '{ me { accessHistory(first: 100) { edges { node { purpose } } } } }');
  return me.accessHistory.edges.map(({ node }: any) => node.purpose);
}

async function readsOfTheMinor(): Promise<unknown> {
  const fields = 'totalCount edges { node { by { role } kind why fields } }';
  return (await ask('guardian', `{ resident(id: "${cast.resident}") { accessHistory { ${fields} } } }`)).resident.accessHistory;
}

/** For each read by a review: how many data subjects it has among the reader and the reader's child, as shown to the reader. */
async function reviewedSubjectCounts(persona: string): Promise<number[]> {
  const { accessEntries } = await ask(persona, '{ accessEntries(first: 100) { edges { node { purpose subjects { pseudonym } } } } }');
  return accessEntries.edges.filter(({ node }: any) => node.purpose === 'ACCESS_REVIEW').map(({ node }: any) => node.subjects.length);
}

test('what the subject could see before the order was recorded does not vanish with it', async () => {
  await ask('privacy-officer', `{ resident(id: "${cast.resident}") { givenName } }`, office);
  const before = await purposesShownTo('resident');
  await record(cast.resident, { sealedUntil });
  expect(await purposesShownTo('resident')).toEqual(before);
});

test('an officer’s look-up is shown a day later, unless it led to a sealed order', async () => {
  for (const id of [cast.resident, cast.neighbour]) await ask('privacy-officer', `{ resident(id: "${id}") { givenName } }`, office);
  const of = async (persona: string): Promise<number> =>
    (await purposesShownTo(persona)).filter((purpose) => purpose === 'MANDATE_ADMINISTRATION').length;
  clock = new Date(testNow.getTime() + 86_399_999);
  expect([await of('resident'), await of('neighbour')]).toEqual([0, 0]);
  const id = await record(cast.resident, { sealedUntil });
  clock = new Date(testNow.getTime() + 86_400_000);
  expect([await of('resident'), await of('neighbour')]).toEqual([0, 1]);
  await approve(id, 'privacy-officer-2', 'privacy-officer-3');
  // An operation on several orders at once is hidden too when one of them is sealed.
  const work = await record(cast.resident, { kind: 'WORK_ORDER', partnerId: cast.maintenanceFirm, categories: ['INITIALS'] });
  const fields = '{ subjects { givenName } }';
  await ask('privacy-officer', `{ one: mandate(id: "${work}") ${fields} other: mandate(id: "${id}") ${fields} }`, office);
  expect(await of('resident')).toBe(1);
  clock = new Date(sealedUntil);
  expect(await of('resident')).toBe(6);
});

test('an order cannot be approved after 30 days, because its preparation is shown by then', async () => {
  const id = await record(cast.resident, { sealedUntil });
  await approve(id, 'privacy-officer-2');
  const days = (number: number): Date => new Date(testNow.getTime() + number * 86_400_000);
  clock = new Date(days(30).getTime() - 1);
  expect(await purposesShownTo('resident')).not.toContain('MANDATE_ADMINISTRATION');
  clock = days(30);
  const before = await purposesShownTo('resident');
  expect(before.filter((purpose) => purpose === 'MANDATE_ADMINISTRATION')).toHaveLength(2);
  const document = 'mutation($input: ApproveMandateInput!) { approveMandate(input: $input) { mandate { status } } }';
  const late = await askLater(gateway, 'privacy-officer-3', document, { ...office, variables: { input: { mandateId: id } } });
  expect(late.codes).toEqual(['CONFLICT']);
  expect(await purposesShownTo('resident')).toEqual(before);
});

test('reads under another mandate are shown the same, with and without a sealed order', async () => {
  const shown: unknown[] = [];
  for (const subject of [
    { id: cast.neighbour, persona: 'neighbour', sealed: false },
    { id: cast.resident, persona: 'resident', sealed: true },
  ]) {
    if (subject.sealed) await approve(await record(subject.id, { sealedUntil }), 'privacy-officer-2', 'privacy-officer-3');
    const work = await record(subject.id, { kind: 'WORK_ORDER', partnerId: cast.maintenanceFirm, categories: ['INITIALS'] });
    await approve(work, 'privacy-officer-2');
    await ask('maintenance-agent', '{ residents { edges { node { initials } } } }', { mandate: work });
    shown.push(await purposesShownTo(subject.persona));
  }
  expect(shown[1]).toEqual(shown[0]);
});

test('a review of a read about two people shows both, with and without a sealed order', async () => {
  const shown: unknown[] = [];
  const order = async (sealed: object): Promise<void> => {
    await ask('guardian', `{ me { givenName } resident(id: "${cast.resident}") { givenName } }`);
    await approve(await record(cast.guardian, sealed), 'privacy-officer-2', 'privacy-officer-3');
    await ask('reviewer', '{ accessEntries(first: 100) { edges { node { subjects { released } } } } }', review);
    shown.push((await reviewedSubjectCounts('guardian'))[0]);
  };
  await order({});
  await order({ sealedUntil });
  expect(shown[1]).toEqual(shown[0]);
});

test('a review of a read about two people shows both, with and without a sensitive ticket', async () => {
  const shown: unknown[] = [];
  for (const sensitive of [false, true]) {
    await ask('guardian', `{ me { givenName } resident(id: "${cast.resident}") { givenName } }`);
    if (sensitive) await openSensitiveTicket();
    await ask('reviewer', '{ accessEntries(first: 100) { edges { node { subjects { released } } } } }', review);
    shown.push((await reviewedSubjectCounts('guardian'))[0]);
  }
  expect(shown[1]).toEqual(shown[0]);
});

test('two guardians can’t find out together whether there is a sensitive ticket', async () => {
  const known = 'ticket_id in (select id from recreation.ticket where resident_id = $1)';
  for (const table of ['ticket_message', 'ticket_read'])
    await gateway.database.asOwner(`delete from recreation.${table} where ${known}`, [cast.resident]);
  await gateway.database.asOwner('delete from recreation.ticket where resident_id = $1', [cast.resident]);
  const scope = `update recreation.guardianship set scope = '{SUPPORT_HISTORY}' where guardian_id = $1`;
  await gateway.database.asOwner(scope, [cast.distantGuardian]);
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const subject = cast.distantGuardian;
  const token = await issueToken(config, { subject, role: 'RESIDENT', purposes: ['SELF_SERVICE'], now: testNow });
  const shown: unknown[] = [];
  for (const sensitive of [false, true]) {
    if (sensitive) await openSensitiveTicket();
    const before = ((await readsOfTheMinor()) as { totalCount: number }).totalCount;
    const { errors } = await gateway.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: `{ resident(id: "${cast.resident}") { tickets { totalCount } } }` }),
    });
    expect(errors).toEqual([]);
    await gateway.sequence();
    shown.push(((await readsOfTheMinor()) as { totalCount: number }).totalCount - before);
  }
  expect(shown[1]).toEqual(shown[0]);
});

test('a read of the helpdesk’s queue does not reveal an open sensitive ticket to a guardian', async () => {
  const closed = "update recreation.ticket set closed_at = opened_at + interval '1 hour' where resident_id = $1";
  await gateway.database.asOwner(closed, [cast.resident]);
  const shown: unknown[] = [];
  for (const sensitive of [false, true]) {
    if (sensitive) await openSensitiveTicket();
    await ask('support', '{ tickets(status: OPEN) { edges { node { number subject } } } }', helpdesk);
    shown.push(await readsOfTheMinor());
  }
  expect(shown[1]).toEqual(shown[0]);
});

test('an entry names the pages of the whole log whose data subjects were read, and no page of a resident’s own entries', async () => {
  const page = 'edges { node { subjects { pseudonym } } }';
  for (let times = 0; times < 3; times += 1) await ask('police', '{ residents { edges { node { givenName } } } }');
  await ask('resident', `{ accessEntries { ${page} } }`);
  await ask('reviewer', `{ accessEntries { totalCount edges { node { role } } } disclosures(first: 2) { ${page} } }`, review);
  await ask('reviewer', `{ one: accessEntries(first: 1) { ${page} } more: accessEntries(first: 3) { ${page} } }`, review);
  const found = await gateway.database.asOwner<{ covers: string[] | null }>(
    `select header -> 'covers' as covers from access_log.full_entry entry order by seq desc limit 3`,
  );
  const [{ last } = { last: 0 }] = await gateway.database.asOwner<{ last: number }>('select max(seq)::int as last from access_log.entry');
  expect(found.map(({ covers }) => covers)).toEqual([
    [`ALL ${last - 1}-${last - 1}`, `ALL ${last - 3}-${last - 1}`].toSorted(),
    [`DISCLOSURES ${last - 4}-${last - 3}`],
    null,
  ]);
});
