import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';

// The statistics of web visits withhold small counts (clause `telemetry`). The same reader pages over the visits themselves and
// counts them.
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
});
afterAll(() => gateway.close());

const security = { purpose: 'WEBSITE_SECURITY' };
const dimensions = ['section', 'browser', 'platform'] as const;
type Dimension = (typeof dimensions)[number];
type Visit = Readonly<Record<Dimension | 'download', string | null>>;

async function allVisits(): Promise<Visit[]> {
  const query = `query ($after: String) { webVisits(first: 100, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { browser platform section download } } } }`;
  const found: Visit[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors }: any = await gateway.ask('security', query, { ...security, variables: { after } });
    expect(errors).toEqual([]);
    found.push(...data.webVisits.edges.map(({ node }: any) => node));
    if (!data.webVisits.pageInfo.hasNextPage) return found;
    after = data.webVisits.pageInfo.endCursor;
  }
}

async function statistics(by: Dimension): Promise<{ value: string; visits: number | null }[]> {
  const { data, errors } = await gateway.ask('security', `{ webVisitStatistics(by: ${by.toUpperCase()}) { value visits } }`, security);
  expect(errors).toEqual([]);
  return data.webVisitStatistics;
}

async function truth(by: Dimension): Promise<ReadonlyMap<string, number>> {
  const rows = await gateway.database.asOwner<{ value: string; visits: number }>(
    `select ${by} as value, count(*)::int as visits from web.visit group by 1`,
  );
  return new Map(rows.map(({ value, visits }) => [value, visits]));
}

/** Asserts that the visits, counted by a dimension, give a shown count exactly and no suppressed count. */
async function expectNothingRebuilt(): Promise<void> {
  const visits = await allVisits();
  for (const dimension of dimensions) {
    const counted = new Map<string | null, number>();
    for (const visit of visits) counted.set(visit[dimension], (counted.get(visit[dimension]) ?? 0) + 1);
    const shown = await statistics(dimension);
    for (const { value, visits: count } of shown) expect({ value, count: counted.get(value) ?? null }).toEqual({ value, count });
    // What is left is the sum of the suppressed counts, which stands for several of them.
    const suppressed = shown.filter(({ visits: count }) => count === null).map(({ value }) => value);
    const real = await truth(dimension);
    const sum = suppressed.reduce((total, value) => total + real.get(value)!, 0);
    if (shown.length > 0) expect(counted.get(null) ?? 0).toBe(sum);
    else expect(new Set(counted.keys())).toEqual(new Set([null]));
    expect(suppressed).not.toHaveLength(1);
  }
}

test('rare sections of the demo can be counted by nobody', async () => {
  const real = await truth('section');
  expect([...real.values()].filter((count) => count < 11).toSorted((one, other) => one - other)).toEqual([4, 7]);
  await expectNothingRebuilt();
});

test('a rare browser and a rare platform can be counted by nobody, nor by the complement', async () => {
  await gateway.database.asOwner(`update web.visit set browser = 'Lynx' where id in (select id from web.visit order by id limit 3)`);
  await gateway.database.asOwner(`update web.visit set platform = 'Haiku' where id in (select id from web.visit order by id desc limit 1)`);
  const values = new Set((await allVisits()).flatMap(({ browser, platform }) => [browser, platform]));
  expect([values.has('Lynx'), values.has('Haiku'), values.has('Chrome')]).toEqual([false, false, true]);
  await expectNothingRebuilt();
});

test('a download that only a rare section offers does not name the section', async () => {
  await gateway.database.asOwner(`update web.visit set download = 'minutes.pdf' where section = '/board-minutes'`);
  const downloads = (await allVisits()).map(({ download }) => download);
  expect(downloads).toContain('course-guide.pdf');
  expect(downloads).not.toContain('minutes.pdf');
});

test('sections that were visited once each are not settled by their sum', async () => {
  await gateway.database.asOwner(`delete from web.visit where section in ('/careers/archive', '/board-minutes')`);
  await gateway.database.asOwner(
    `update web.visit set section = '/rare/' || id where id in (select id from web.visit where section = '/camps' order by id limit 11)`,
  );
  const shown = await statistics('section');
  expect(shown.filter(({ visits }) => visits === null)).toHaveLength(12);
  await expectNothingRebuilt();
});

test('a site with few visits to one section gives neither the section nor a count of it', async () => {
  await gateway.database.asOwner(`delete from web.visit where section <> '/camps'`);
  await gateway.database.asOwner(`delete from web.visit where id not in (select id from web.visit order by id limit 4)`);
  expect(await statistics('section')).toEqual([]);
  await expectNothingRebuilt();
});
