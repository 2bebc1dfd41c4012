import { town } from '../../../src/town/index.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CompiledQuery } from 'kysely';
import { cast, matters } from '../../../demo/personas.ts';
import { acknowledgementsOf } from '../../../demo/population/acknowledgements.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { Acknowledgements, PurposeTexts } from '../../../src/engine/purpose/purpose-texts.ts';
import type { Database } from '../../../src/platform/sql/sql.ts';
import { asRole } from '../../helpers/database/as-role.ts';
import { withGrant, withRootLine } from '../../helpers/policy/changed-policy.ts';
import { testNow, testToday } from '../../helpers/database/cluster.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../../helpers/gateway/gateway.ts';

const name = `query ($id: ID!) { resident(id: $id) { givenName } }`;
const served: Asked = { purpose: 'SERVICE_PROVISION', case: matters.encounter, variables: { id: cast.resident } };
const clerk = 'customer-service';

/** The version of a text of the counter. */
function versionOf(purpose: string, policy = policyInForce): string {
  return new PurposeTexts(policy, town.sayPurpose).of('CUSTOMER_SERVICE', testToday).find((one) => one.purpose === purpose)!.version;
}

// Two instances over one database. The clerk has acknowledged nothing.
let gateway: TestGateway;
let other: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
  other = await openGateway({}, gateway.database);
  await gateway.database.asOwner('delete from recreation.acknowledgement where employee_id = $1', [cast.clerk]);
});
afterAll(async () => {
  await other.close();
  await gateway.close();
});

const acknowledge = (version: string, asked: Asked, at = gateway): Promise<Answered> =>
  at.ask(
    clerk,
    'mutation ($version: String!) { acknowledgePurpose(input: { version: $version }) { purposeText { version acknowledgedAt } } }',
    {
      ...asked,
      variables: { version },
    },
  );
const newestEntry = async (): Promise<any> => {
  await gateway.sequence();
  const [entry] = await gateway.database.asOwner(
    `select role, principal_id as principal, subjects, template ->> 'purpose' as purpose, template ->> 'purposeText' as text,
       template -> 'rootFields' as fields, template ->> 'outcome' as outcome from access_log.full_entry order by seq desc limit 1`,
  );
  return entry;
};

test('the first use of a purpose is refused with the version of its text, and the attempt is recorded', async () => {
  const seen = await gateway.ask('resident', '{ me { givenName } }');
  expect(seen.data.me.givenName).toEqual(expect.any(String));
  // The clock stands still, and entries of one time are numbered in no particular order.
  await gateway.sequence();
  const refused = await gateway.ask(clerk, name, served);
  expect(refused.codes).toEqual(['PURPOSE_NOT_ACKNOWLEDGED']);
  expect(refused.status).toBe(403);
  expect(refused.errors[0]!.extensions).toMatchObject({ purposeText: versionOf('SERVICE_PROVISION') });
  expect(refused.data ?? null).toBeNull();
  expect(refused.text).not.toContain(seen.data.me.givenName);
  expect(await newestEntry()).toEqual({
    role: 'CUSTOMER_SERVICE',
    principal: cast.clerk,
    subjects: [],
    purpose: 'SERVICE_PROVISION',
    text: null,
    fields: ['Query.resident'],
    outcome: 'REFUSED',
  });
});

test.each([
  ['a list', '{ residents(first: 1) { totalCount } }'],
  ['an alias like the field that acknowledges', `{ acknowledgePurpose: resident(id: "${cast.resident}") { id } }`],
  ['a read beside the texts', `{ purposeTexts { version } resident(id: "${cast.resident}") { id } }`],
  ['a fragment', `{ ...F } fragment F on Query { resident(id: "${cast.resident}") { id } }`],
  ['a change', `mutation { startEncounter(input: { residentId: "${cast.neighbour}", identifiedBy: PHOTO_CARD }) { encounter { id } } }`],
])('%s under it is refused as well', async (_what, document) => {
  const answer = await gateway.ask(clerk, document, { purpose: 'SERVICE_PROVISION' });
  expect(answer.codes).toEqual(['PURPOSE_NOT_ACKNOWLEDGED']);
  expect(answer.data ?? null).toBeNull();
});

test('the texts can be read without a purpose and under it, in the language of the client, and only employees have any', async () => {
  const texts = '{ purposeTexts { purpose version text acknowledgedAt } }';
  const { data } = await gateway.ask(clerk, texts);
  expect(data.purposeTexts.map(({ purpose }: any) => purpose)).toEqual(['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION']);
  expect(data.purposeTexts[2]).toEqual({
    purpose: 'AGE_VERIFICATION',
    version: versionOf('AGE_VERIFICATION'),
    text: `Use this purpose for checking an age, and for nothing else.

Customer service was serving the person, or an adult of the person’s home, to check an age. Of that person you can be shown: that the person is on record, name, initials, birth date, age band.

The privacy statement promises: To serve you we may ask who you are: your name, your date of birth, how to reach you, and where you live.

Each use is recorded under your name before you are shown anything, and is reviewed.`,
    acknowledgedAt: null,
  });
  expect((await gateway.ask(clerk, texts, { purpose: 'PAYMENT' })).data).toEqual(data);
  const french = await gateway.ask(clerk, texts, { headers: { 'accept-language': 'fr' } });
  expect(french.data.purposeTexts[2].text).toContain('Cette fin sert à vérifier un âge, et à rien d’autre.');
  expect(french.data.purposeTexts[2].version).toBe(data.purposeTexts[2].version);
  for (const who of ['resident', 'police', null]) expect((await gateway.ask(who, texts)).data).toEqual({ purposeTexts: [] });
});

test('an earlier version, or that of another purpose, acknowledges nothing', async () => {
  for (const version of ['0'.repeat(32), versionOf('PAYMENT')]) {
    const refused = await acknowledge(version, { purpose: 'SERVICE_PROVISION' });
    expect(refused.codes).toEqual(['CONFLICT']);
    expect(refused.errors[0]!.extensions).toMatchObject({ reason: 'PURPOSE_TEXT_CHANGED' });
    expect(await newestEntry()).toMatchObject({ outcome: 'REFUSED', text: null });
  }
  expect((await gateway.ask(clerk, name, served)).codes).toEqual(['PURPOSE_NOT_ACKNOWLEDGED']);
});

test('once it is acknowledged, every instance serves the purpose, and the version stands in each entry', async () => {
  const version = versionOf('SERVICE_PROVISION');
  await gateway.sequence();
  const made = await acknowledge(version, { purpose: 'SERVICE_PROVISION' });
  expect(made.data).toEqual({ acknowledgePurpose: { purposeText: { version, acknowledgedAt: testNow.toISOString() } } });
  expect(await newestEntry()).toMatchObject({ outcome: 'ANSWERED', text: version, fields: ['Mutation.acknowledgePurpose'] });
  for (const at of [gateway, other]) {
    const answer = await at.ask(clerk, name, served);
    expect(answer.data.resident.givenName).toEqual(expect.any(String));
    expect(await newestEntry()).toMatchObject({ outcome: 'ANSWERED', text: version, subjects: [cast.resident] });
  }
  // For the other purposes nothing was acknowledged.
  expect((await gateway.ask(clerk, '{ openEncounter { id } }', { purpose: 'PAYMENT' })).codes).toEqual(['PURPOSE_NOT_ACKNOWLEDGED']);
});

test('an acknowledgement stays as it was made first, and the gateway can neither change nor withdraw it', async () => {
  const later = await openGateway({ clock: () => new Date(testNow.getTime() + 60_000) }, gateway.database);
  const again = await acknowledge(versionOf('SERVICE_PROVISION'), { purpose: 'SERVICE_PROVISION' }, later);
  await later.close();
  expect(again.data.acknowledgePurpose.purposeText.acknowledgedAt).toBe(testNow.toISOString());
  for (const change of ['update recreation.acknowledgement set at = now()', 'delete from recreation.acknowledgement']) {
    await expect(asRole(gateway.database.roles.gateway, (client) => client.query(change))).rejects.toThrow('permission denied');
  }
});

test('a reviewer finds with each read which text was acknowledged', async () => {
  const { data } = await gateway.ask(
    'reviewer',
    '{ accessEntries(first: 100, filter: { purpose: SERVICE_PROVISION }) { edges { node { outcome purposeText employee { id } } } } }',
    { purpose: 'ACCESS_REVIEW' },
  );
  const entries = data.accessEntries.edges.map(({ node }: any) => node);
  const answered = entries.filter(({ outcome }: any) => outcome === 'ANSWERED');
  expect(answered.length).toBeGreaterThan(1);
  for (const { purposeText } of answered) expect(purposeText).toBe(versionOf('SERVICE_PROVISION'));
  expect(entries.filter(({ outcome }: any) => outcome === 'REFUSED').map(({ purposeText }: any) => purposeText)).toContain(null);
});

test('a change of what a purpose lets its role see or do asks again, and a change of another does not', async () => {
  const wider = withGrant('counter-payment', (line) => ({ ...line, categories: [...line.categories, 'BIRTH_DATE'] }));
  expect(versionOf('PAYMENT', wider)).not.toBe(versionOf('PAYMENT'));
  expect(versionOf('AGE_VERIFICATION', wider)).toBe(versionOf('AGE_VERIFICATION'));
  const opened = withRootLine('CUSTOMER_SERVICE', 'PAYMENT', 'Query.resident', (line) => ({ ...line, scope: 'ALL' }));
  expect(versionOf('PAYMENT', opened)).not.toBe(versionOf('PAYMENT'));
  expect(versionOf('SERVICE_PROVISION', opened)).toBe(versionOf('SERVICE_PROVISION'));
  // The same lines in another order, under other names, say the same.
  const renamed = { ...policyInForce, grants: policyInForce.grants.map((line) => ({ ...line, line: `other-${line.line}` })).toReversed() };
  expect(versionOf('PAYMENT', renamed)).toBe(versionOf('PAYMENT'));
});

test('what was read is remembered, for as many employees as the memory has room', async () => {
  const acknowledgements = new Acknowledgements(new PurposeTexts(policyInForce, town.sayPurpose), town.acknowledgements, 2);
  let statements = 0;
  const database: Database = {
    async executeQuery<Row>({ sql: text, parameters }: CompiledQuery<Row>) {
      statements += 1;
      return { rows: (await gateway.database.asOwner(text, [...parameters])) as Row[] };
    },
  };
  const ask = (id: string): Promise<unknown> =>
    acknowledgements.find({ id, role: 'SUPPORT' }, 'CUSTOMER_SUPPORT', { database, now: testNow, today: testToday });
  const [made] = acknowledgementsOf({ id: cast.supporter, roles: ['SUPPORT'] }, testNow);
  for (let times = 0; times < 3; times += 1) {
    expect(await ask(cast.supporter)).toEqual({ version: made!.version, isAcknowledged: true });
  }
  expect(statements).toBe(1);
  // A text that was not acknowledged is read each time.
  for (let times = 0; times < 2; times += 1) expect(await ask(cast.clerk)).toMatchObject({ isAcknowledged: false });
  expect(statements).toBe(3);
  const colleagues = await gateway.database.asOwner<{ id: string }>(
    `select id from recreation.employee where 'SUPPORT' = any(roles) and id <> $1 limit 2`,
    [cast.supporter],
  );
  for (const { id } of colleagues) await ask(id);
  await ask(cast.supporter);
  expect(statements).toBe(6);
});
