import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { withBudget } from '../../helpers/policy/changed-policy.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { alwaysProven, provenCode } from '../../helpers/identity/proven-contact.ts';

// A person without an account, or a clerk, makes pages of the log that are too costly to read.
const perHour = 25;
let gateway: TestGateway;
beforeEach(async () => {
  const policy = withBudget('PRIVACY_OFFICER', 'ACCESS_REVIEW', (line) => ({ ...line, perHour }));
  gateway = await openGateway({ policy, anonymousSenders: alwaysProven });
});
afterEach(() => gateway.close());

const counter = { purpose: 'SERVICE_PROVISION' } as const;
const review = { purpose: 'ACCESS_REVIEW' } as const;
const file = `mutation { fileRequest(input: { kind: QUESTION, body: "A dog?", contactEmail: "dog@example.org", contactCode: "${provenCode}" }) {
  receipt { requestId } } }`;
const log = (asked: string): Promise<Answered> =>
  gateway.ask('reviewer', `{ accessEntries(${asked}) { edges { node { role subjects { pseudonym } } } } }`, review);
const subjectsIn = ({ data }: Answered): number =>
  data.accessEntries.edges.reduce((sum: number, { node }: { node: { subjects: unknown[] } }) => sum + node.subjects.length, 0);
const spent = async (): Promise<number> => {
  const [row] = await gateway.database.asOwner<{ count: number }>(
    `select count(*)::int from access_log.budget_subject where purpose = 'ACCESS_REVIEW' and period like '%T%'`,
  );
  return row!.count;
};

test('a reviewer spends no budget on requests without an account, and finds the other entries among them', async () => {
  for (let one = 0; one < perHour + 5; one += 1) expect((await gateway.ask(null, file)).codes).toEqual([]);
  await gateway.ask('resident', '{ me { birthDate } }');
  await gateway.sequence();
  const flooded = await log('first: 100, filter: { role: ANONYMOUS }');
  expect(flooded.codes).toEqual([]);
  expect(subjectsIn(flooded)).toBe(perHour + 5);
  expect(await spent()).toBe(0);
  const other = await log('first: 1, filter: { role: RESIDENT, purpose: SELF_SERVICE }');
  expect(subjectsIn(other)).toBe(1);
  expect(await spent()).toBe(1);
});

test('a reviewer reads a page with a read of many people', async () => {
  const many = await gateway.ask('customer-service', '{ residents(first: 60) { edges { node { givenName } } } }', counter);
  expect(many.data.residents.edges).toHaveLength(60);
  await gateway.sequence();
  for (let times = 0; times < 2; times += 1) {
    const page = await log('first: 20');
    expect(page.codes).toEqual([]);
    expect(subjectsIn(page)).toBeGreaterThanOrEqual(60);
    expect(await spent()).toBe(20);
  }
  // Entries about other people still cost what they show.
  for (const familyName of ['A', 'B', 'C', 'D']) {
    await gateway.ask(
      'customer-service',
      `{ residents(first: 10, filter: { familyName: "${familyName}" }) { edges { node { givenName } } } }`,
      counter,
    );
  }
  await gateway.sequence();
  expect((await log('first: 10')).codes).toEqual(['READ_BUDGET_SPENT']);
});
