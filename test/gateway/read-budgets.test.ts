import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { issueToken } from '../../src/authentication/development-issuer.ts';
import { readConfig } from '../../src/config.ts';
import { cast, matters, personaNamed } from '../../src/database/demo/personas.ts';
import { withBudget } from '../helpers/changed-policy.ts';
import { testCluster, testNow } from '../helpers/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../helpers/gateway.ts';
import { captureStatements } from '../helpers/statements.ts';

// Clause `safeguards`: nobody reads everybody, however it is asked and of however many instances.
const perHour = 20;
const perDay = 30;
const hours = 60 * 60 * 1_000;
const policy = withBudget(
  'CUSTOMER_SERVICE',
  'SERVICE_PROVISION',
  (line) => ({ ...line, perHour, perDay }),
  withBudget('PRIVACY_OFFICER', 'MANDATE_ADMINISTRATION', (line) => ({ ...line, perHour: 5, perDay })),
);

let now: Date;
let one: TestGateway;
let other: TestGateway;
let ids: readonly string[];
beforeEach(async () => {
  now = testNow;
  one = await openGateway({ policy, now: () => now });
  other = await openGateway({ policy, now: () => now }, one.database);
  const rows = await one.database.asOwner<{ id: string }>('select id from recreation.resident order by id desc limit 90');
  ids = rows.map(({ id }) => id);
});
afterEach(async () => {
  await other.close();
  await one.close();
});

const aboutThem = (people: readonly string[]): string =>
  `{ ${people.map((id, at) => `r${at}: resident(id: "${id}") { givenName }`).join(' ')} }`;

interface Asking {
  readonly persona?: string;
  /** Another employee of the same role. */
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly variables?: object;
}
/** Asks at whatever time it is; without anything else, as the clerk. */
async function ask(
  gateway: TestGateway,
  query: string,
  { persona = 'customer-service', subject, headers, variables }: Asking = {},
): Promise<Answered> {
  const { principal, role, purposes } = personaNamed(persona);
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const token = await issueToken(config, { subject: subject ?? principal, role, purposes, now });
  return gateway.send({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(persona !== 'resident' && { 'privacy-purpose': 'SERVICE_PROVISION' }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
}
const look = (gateway: TestGateway, people: readonly string[], asking?: Asking): Promise<Answered> =>
  ask(gateway, aboutThem(people), asking);
const shown = ({ data }: Answered): number => Object.values((data ?? {}) as object).filter((value) => value !== null).length;
const spent = ({ status, codes, data }: Answered): object => ({ status, codes, data });
const refused = { status: 429, codes: ['READ_BUDGET_SPENT'], data: null };

async function counted(): Promise<number> {
  const [row] = await one.database.asOwner<{ count: string }>('select count(*) from access_log.budget_subject where period like $1', [
    '%T%',
  ]);
  return Number(row!.count);
}

describe('a flood', () => {
  test('is stopped at the limit, counted over two instances', async () => {
    expect(shown(await look(one, ids.slice(0, 10)))).toBe(10);
    expect(shown(await look(other, ids.slice(10, 18)))).toBe(8);
    const over = await look(one, ids.slice(18, 21));
    expect(spent(over)).toEqual(refused);
    expect(over.errors[0]?.message).toBe(
      'The read budget of this role for this purpose is spent: ask about fewer people, or try again later.',
    );
    expect(over.headers.get('retry-after')).toBe('3600');
    expect(over.privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 18 });
    // The two that are left can still be asked about, at either instance; then it is over at both.
    expect(shown(await look(other, ids.slice(18, 20)))).toBe(2);
    for (const gateway of [one, other]) expect(spent(await look(gateway, ids.slice(20, 21)))).toEqual(refused);
    expect(await counted()).toBe(perHour);
  });

  test('of searches is stopped like any other', async () => {
    const search = (after: string | null): Promise<Answered> =>
      ask(one, 'query ($after: String) { residents(first: 8, after: $after) { edges { node { initials } } pageInfo { endCursor } } }', {
        variables: { after },
      });
    let cursor: string | null = null;
    for (let page = 0; page < 2; page += 1) {
      const found = await search(cursor);
      expect(found.data.residents.edges).toHaveLength(8);
      cursor = found.data.residents.pageInfo.endCursor;
    }
    expect(spent(await search(cursor))).toEqual(refused);
  });

  test('by sixteen at once at two instances never gets one too many, and not one too few', async () => {
    const asked = await Promise.all(ids.slice(0, 48).map((id, at) => look(at % 2 === 0 ? one : other, [id])));
    expect(asked.reduce((sum, answer) => sum + shown(answer), 0)).toBe(perHour);
    for (const answer of asked) if (shown(answer) === 0) expect(spent(answer)).toEqual(refused);
    expect(await counted()).toBe(perHour);
    const threes = Array.from({ length: 16 }, (_, at) => ids.slice(at * 3, at * 3 + 3));
    now = new Date(testNow.getTime() + 24 * hours);
    const more = await Promise.all(threes.map((people, at) => look(at % 2 === 0 ? one : other, people)));
    expect(more.map(shown).filter((count) => count > 0)).toEqual([3, 3, 3, 3, 3, 3]);
  });

  test('is each principal’s and each purpose’s own', async () => {
    const officer = { persona: 'privacy-officer', headers: { 'privacy-purpose': 'MANDATE_ADMINISTRATION' } };
    expect(shown(await look(one, ids.slice(0, 5), officer))).toBe(5);
    expect(spent(await look(one, ids.slice(5, 6), officer))).toEqual(refused);
    const request = { 'privacy-purpose': 'RIGHTS_FULFILMENT', 'privacy-case': matters.request };
    expect(shown(await look(one, [cast.resident], { persona: 'privacy-officer', headers: request }))).toBe(1);
    expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
    expect(spent(await look(one, ids.slice(perHour, perHour + 1)))).toEqual(refused);
    const colleague = '30000000-0000-4000-8000-0000000000c1';
    expect(shown(await look(one, ids.slice(perHour, perHour + 1), { subject: colleague }))).toBe(1);
  });
});

describe('who was counted already', () => {
  test('costs no statement, and is never stopped', async () => {
    const captured = captureStatements();
    const spending = (): number => captured.statements.splice(0).filter(({ text }) => text.includes('access_log.spend')).length;
    try {
      expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
      expect(spending()).toBe(1);
      for (let again = 0; again < 3; again += 1) expect(shown(await look(one, ids.slice(again, perHour)))).toBe(perHour - again);
      expect(spending()).toBe(0);
      // Another instance asks once, and nothing more is counted.
      for (const statements of [1, 0]) {
        expect(shown(await look(other, ids.slice(0, perHour)))).toBe(perHour);
        expect(spending()).toBe(statements);
      }
      expect(await counted()).toBe(perHour);
      // The next hour begins anew.
      now = new Date(testNow.getTime() + hours);
      expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
      expect(spending()).toBe(1);
    } finally {
      captured.stop();
    }
  });

  test('is never a resident’s, nor anybody who was not shown', async () => {
    const captured = captureStatements();
    try {
      expect(
        (await ask(one, '{ me { givenName } residents { edges { node { givenName } } } }', { persona: 'resident' })).data.me.givenName,
      ).toEqual(expect.any(String));
      expect((await ask(one, '{ residents { totalCount } }')).data.residents.totalCount).toBeGreaterThan(100);
      expect((await look(one, ['10000000-0000-4000-8000-00000000a11c'])).data).toEqual({ r0: null });
      expect((await look(one, [cast.resident], { headers: { 'privacy-purpose': 'PAYMENT' } })).data).toEqual({ r0: null });
      expect(captured.statements.filter(({ text }) => text.includes('access_log.spend'))).toEqual([]);
    } finally {
      captured.stop();
    }
  });
});

describe('time', () => {
  test('an hour later it goes on, until the day is spent, and the day after', async () => {
    expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
    expect(spent(await look(one, ids.slice(20, 21)))).toEqual(refused);
    now = new Date(testNow.getTime() + hours);
    expect(shown(await look(one, ids.slice(20, 30)))).toBe(10);
    const over = await look(other, ids.slice(30, 31));
    expect(spent(over)).toEqual(refused);
    // 13:00 in the municipality.
    expect(over.headers.get('retry-after')).toBe(`${11 * 60 * 60}`);
    expect(over.privacy.budget).toEqual({ window: 'DAY', limit: perDay, used: 30 });
    // Who was counted in the day is still free in another of its hours.
    expect(shown(await look(other, ids.slice(0, 10)))).toBe(10);
    now = new Date(testNow.getTime() + 12 * hours);
    expect(shown(await look(other, ids.slice(30, 31)))).toBe(1);
  });

  test('what no budget counts any more is cleared away', async () => {
    const days = async (): Promise<string[]> =>
      (
        await one.database.asOwner<{ day: string }>('select distinct counted_on::text as day from access_log.budget_subject order by day')
      ).map(({ day }) => day);
    for (const [later, kept] of [
      [0, ['2026-06-15']],
      [2, ['2026-06-15', '2026-06-17']],
      [3, ['2026-06-17', '2026-06-18']],
    ] as const) {
      now = new Date(testNow.getTime() + later * 24 * hours);
      await look(one, ids.slice(0, 2));
      expect(await days()).toEqual(kept);
    }
  });
});

describe('from 80 % on', () => {
  const warnings = (): object[] =>
    [...one.logged, ...other.logged].map((line) => JSON.parse(line) as { level: number }).filter(({ level }) => level === 40);

  test('the answer says how far it is, and the log once for each window', async () => {
    expect((await look(one, ids.slice(0, 15))).privacy).not.toHaveProperty('budget');
    expect(warnings()).toEqual([]);
    expect((await look(other, ids.slice(15, 16))).privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 16 });
    expect((await look(one, ids.slice(16, 18))).privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 18 });
    // A repeat tells it too.
    expect((await look(one, ids.slice(0, 1))).privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 18 });
    const line = {
      level: 40,
      time: expect.any(Number),
      pid: expect.any(Number),
      hostname: expect.any(String),
      code: 'READ_BUDGET_NEAR',
      role: 'CUSTOMER_SERVICE',
      purpose: 'SERVICE_PROVISION',
      msg: 'Four fifths of the read budget of this role for this purpose are spent.',
    };
    expect(warnings()).toEqual([{ ...line, window: 'HOUR', percentage: 80 }]);
    now = new Date(testNow.getTime() + hours);
    expect((await look(one, ids.slice(18, 23))).privacy).not.toHaveProperty('budget');
    expect((await look(one, ids.slice(23, 25))).privacy.budget).toEqual({ window: 'DAY', limit: perDay, used: 25 });
    expect(warnings()).toEqual([
      // The one instance saw the day's threshold passed, the other the hour's.
      { ...line, window: 'DAY', percentage: 83 },
      { ...line, window: 'HOUR', percentage: 80 },
    ]);
  });
});

describe('what is refused', () => {
  const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { givenName } } }';
  const serving = (phone: string): Asking => ({
    headers: { 'privacy-case': matters.encounter },
    variables: { input: { residentId: cast.resident, phone } },
  });
  const phone = async (): Promise<string> =>
    (await one.database.asOwner<{ phone: string }>('select phone from recreation.resident where id = $1', [cast.resident]))[0]!.phone;
  interface Opened {
    readonly outcome: string;
    readonly kind: string;
    readonly content: { readonly released: readonly string[]; readonly withheld: readonly string[] };
  }
  async function entryOf({ privacy }: Answered): Promise<{ readonly outcome: string; readonly subjects: Opened['content'][] }> {
    await one.sequence();
    const rows = await one.database.asOwner<Opened>(
      `select entry.header ->> 'outcome' as outcome, opened.kind, opened.content
       from access_log.entry join access_log.opened on opened.seq = entry.seq and opened.month = entry.month where entry.id = $1`,
      [privacy.receipt!.entry],
    );
    return { outcome: rows[0]!.outcome, subjects: rows.filter(({ kind }) => kind === 'subject').map(({ content }) => content) };
  }
  const releasedIn = ({ subjects }: Awaited<ReturnType<typeof entryOf>>): string[] => subjects.flatMap(({ released }) => released);

  test('is logged as refused, with nobody in it of whom anything was released', async () => {
    const before = await entryOf(await look(one, ids.slice(0, 19)));
    expect(before).toMatchObject({ outcome: 'ANSWERED' });
    expect(before.subjects).toHaveLength(19);
    expect(before.subjects[0]!.released).toContain('Resident.givenName');
    const refusal = await entryOf(await look(one, ids.slice(18, 24)));
    expect(refusal.outcome).toBe('REFUSED');
    expect(refusal.subjects).toHaveLength(6);
    for (const { released, withheld } of refusal.subjects) {
      expect(released).toEqual([]);
      expect(withheld).toContain('Resident.givenName');
      expect(withheld).toEqual(withheld.toSorted());
    }
  });

  test('of a mutation is undone', async () => {
    expect(spent(await ask(one, update, serving('+17805550142')))).toMatchObject({ status: 200, codes: [] });
    expect(await phone()).toBe('+17805550142');
    // What it showed is counted, and stays so.
    expect(await counted()).toBe(1);
    await one.database.asOwner('truncate access_log.budget_subject');
    expect(shown(await look(other, ids.slice(0, perHour)))).toBe(perHour);
    const over = await ask(one, update, serving('+17805550143'));
    expect(spent(over)).toEqual(refused);
    expect(await phone()).toBe('+17805550142');
    const entry = await entryOf(over);
    expect({ outcome: entry.outcome, released: releasedIn(entry) }).toEqual({ outcome: 'REFUSED', released: [] });
    expect(await counted()).toBe(perHour);
  });

  test('has one error, however withheld values are told', async () => {
    await look(one, ids.slice(0, perHour));
    const withheld = await ask(one, `{ resident(id: "${ids[21]!}") { givenName account { balance } } }`, {
      headers: { 'privacy-withheld': 'error' },
    });
    expect(spent(withheld)).toEqual(refused);
  });

  describe.each([
    ['may not be called', 'revoke execute on function access_log.spend from ntk_gateway'],
    ['is not there', 'drop function access_log.spend'],
    ['fails', 'alter table access_log.budget_subject rename to elsewhere'],
  ])('because the counting %s', (_name, statement) => {
    test('releases nothing', async () => {
      expect(shown(await look(one, ids.slice(0, 1)))).toBe(1);
      await one.database.asOwner(statement);
      const failed = await look(one, ids.slice(1, 2));
      expect(spent(failed)).toEqual({ status: 503, codes: ['DATABASE_UNAVAILABLE'], data: null });
      const entry = await entryOf(failed);
      expect({ outcome: entry.outcome, released: releasedIn(entry), subjects: entry.subjects.length }).toEqual({
        outcome: 'FAILED',
        released: [],
        subjects: 1,
      });
      const before = await phone();
      const change = await ask(one, update, serving('+17805550144'));
      expect(spent(change)).toEqual({ status: 503, codes: ['DATABASE_UNAVAILABLE'], data: null });
      expect(await phone()).toBe(before);
      expect(releasedIn(await entryOf(change))).toEqual([]);
    });
  });
});
