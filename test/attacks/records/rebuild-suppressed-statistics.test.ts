import { expect, test } from '@jest/globals';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// The statistics of web visits withhold small counts (clause `telemetry`). The same reader pages over the visits themselves and
// counts them.
const gateway = useGateway();

const security = { purpose: 'WEBSITE_SECURITY' };
const dimensions = ['section', 'browser', 'platform'] as const;
type Dimension = (typeof dimensions)[number];
const columns = [...dimensions, 'download', 'networkAddress'] as const;
type Visit = Readonly<Record<(typeof columns)[number], string | null>>;

async function allVisits(): Promise<Visit[]> {
  const query = `query ($after: String) { webVisits(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { ${columns.join(' ')} } } } }`;
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

/** The visits as they are, in the order of the rows. */
async function truth(): Promise<readonly Record<Dimension, string>[]> {
  return gateway.database.asOwner(`select section, browser, platform from web.visit order by visited_at desc, id desc`);
}

function countBy<Value>(values: readonly Value[]): ReadonlyMap<Value, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([value, alike]) => [value, alike.length]));
}

/**
 * The counts that fit a suppressed value: at least one visit of it, and of each other value of its dimension, among the visits whose rows
 * are closed, each of which has a suppressed value of some dimension.
 * @param closed how many rows are closed
 * @param names the suppressed values, by dimension
 */
function fitting(closed: number, names: ReadonlyMap<Dimension, readonly string[]>, dimension: Dimension): readonly [number, number] {
  const others = names.get(dimension)!.length - 1;
  const elsewhere = [...names].some(([other, values]) => other !== dimension && values.length > 0);
  return [others > 0 || elsewhere ? 1 : closed, closed - others];
}

/** Asserts that rows and statistics together give each shown count, and no suppressed one. */
async function expectNothingRebuilt(): Promise<void> {
  const visits = await allVisits();
  const real = await truth();
  expect(visits).toHaveLength(real.length);
  const shown = new Map(await Promise.all(dimensions.map(async (dimension) => [dimension, await statistics(dimension)] as const)));
  const names = new Map([...shown].map(([dimension, counts]) => [dimension, counts.filter(isClosed).map(({ value }) => value)] as const));
  const closed = visits.filter((visit) => visit.section === null);
  // Arithmetic: a count minus the rows that show its value says how the other rows divide.
  for (const [dimension, counts] of shown) {
    const counted = countBy(visits.map((visit) => visit[dimension]));
    const differences = counts.filter(({ value, visits: count }) => (count ?? 0) !== (counted.get(value) ?? 0));
    expect({ dimension, differences }).toEqual({ dimension, differences: [] });
    for (const value of names.get(dimension)!) {
      const [least, most] = fitting(closed.length, names, dimension);
      expect({ value, isSettled: least >= most }).toEqual({ value, isSettled: false });
    }
  }
  // Knowledge of the world, such as which browser runs on which platform: the rows that look alike are all of a suppressed value, or none.
  const groups = [...Map.groupBy(real.keys(), (at) => JSON.stringify(visits[at])).values()];
  for (const [dimension, values] of names) {
    const rebuilt = values.filter((value) =>
      groups.every((places) => new Set(places.map((at) => real[at]![dimension] === value)).size === 1),
    );
    expect({ dimension, rebuilt }).toEqual({ dimension, rebuilt: [] });
  }
  expect(closed.filter((visit) => columns.some((column) => visit[column] !== null))).toEqual([]);
}

function isClosed({ visits }: { readonly visits: number | null }): boolean {
  return visits === null;
}

test('rare sections of the demo can be counted by no one', async () => {
  const real = countBy((await truth()).map(({ section }) => section));
  expect([...real.values()].filter((count) => count < 11).toSorted((one, other) => one - other)).toEqual([4, 7]);
  await expectNothingRebuilt();
});

test('a rare browser and a rare platform can be counted by no one, nor by the complement', async () => {
  await gateway.database.asOwner(`update web.visit set browser = 'Lynx' where id in (select id from web.visit order by id limit 3)`);
  await gateway.database.asOwner(`update web.visit set platform = 'Haiku' where id in (select id from web.visit order by id desc limit 1)`);
  const values = new Set((await allVisits()).flatMap(({ browser, platform }) => [browser, platform]));
  expect([values.has('Lynx'), values.has('Haiku'), values.has('Chrome')]).toEqual([false, false, true]);
  await expectNothingRebuilt();
});

test('a platform of one browser alone does not tell how often another, rare one was used', async () => {
  await gateway.database.asOwner(`update web.visit set browser = 'Safari' where platform = 'iOS'`);
  await gateway.database.asOwner(`update web.visit set browser = 'Firefox' where platform <> 'iOS' and browser = 'Safari'`);
  expect((await statistics('platform')).filter(isClosed).length).toBeGreaterThan(0);
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
