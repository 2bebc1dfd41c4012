import { expect, test } from '@jest/globals';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const visits = `query ($after: String) { webVisits(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { networkAddress browser platform visitedAt section download } } } }`;
const statistics = `query ($by: WebVisitDimension) { webVisitStatistics(by: $by) { value visits } }`;
const security = { purpose: 'WEBSITE_SECURITY' };

test('security sees every visit once, newest first, and no more than the time of those that statistics suppress', async () => {
  const found: any[] = [];
  let after: string | null = null;
  do {
    const { data, errors }: any = await gateway.ask('security', visits, { ...security, variables: { after } });
    expect(errors).toEqual([]);
    found.push(...data.webVisits.edges.map(({ node }: any) => node));
    after = data.webVisits.pageInfo.hasNextPage ? data.webVisits.pageInfo.endCursor : null;
    expect(data.webVisits.totalCount).toBeGreaterThan(300);
  } while (after !== null);
  const rows = await gateway.database.asOwner<{ visitedAt: Date }>(
    `select host(network_address) as "networkAddress", browser, platform, visited_at as "visitedAt", section, download
     from web.visit order by visited_at desc, id desc`,
  );
  const rare = (section: unknown): boolean => section === '/careers/archive' || section === '/board-minutes';
  const closed = { networkAddress: null, browser: null, platform: null, section: null, download: null };
  const shown = rows.map((row: any) => ({ ...row, ...(rare(row.section) && closed) }));
  expect(found).toEqual(shown.map((row) => ({ ...row, visitedAt: row.visitedAt.toISOString() })));
});

test('clause telemetry: only security sees a visit', async () => {
  expect((await gateway.ask(null, visits)).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  for (const [persona, purpose] of [
    ['resident', 'SELF_SERVICE'],
    ['support', 'CUSTOMER_SUPPORT'],
    ['reviewer', 'ACCESS_REVIEW'],
    ['police', 'LEGAL_DEMAND'],
    ['maintenance-agent', 'MAINTENANCE'],
  ] as const) {
    for (const document of [visits, statistics]) {
      const { data, codes } = await gateway.ask(persona, document, { purpose });
      expect(Object.values(data)).toEqual([null]);
      expect(codes).toEqual(['FIELD_NOT_PERMITTED']);
    }
  }
});

test('a visit reveals nothing about a person, and security may read nothing else', async () => {
  const { codes } = await gateway.ask('security', '{ residents { totalCount } }', security);
  expect(codes).toEqual(['FIELD_NOT_PERMITTED']);
});

test('statistics count by section by default, without small counts and their complement', async () => {
  const rows = await gateway.database.asOwner<{ value: string; visits: number }>(
    'select section as value, count(*)::int as visits from web.visit group by 1 order by 1',
  );
  const rare = rows.filter(({ visits: count }) => count < 11);
  expect(rare.map(({ visits: count }) => count).toSorted((one, other) => one - other)).toEqual([4, 7]);
  for (const variables of [{}, { by: 'SECTION' }]) {
    const { data, errors } = await gateway.ask('security', statistics, { ...security, variables });
    expect(errors).toEqual([]);
    // 4 and 7 are 11 together, so no complement is needed.
    expect(data.webVisitStatistics).toEqual(rows.map((row) => (rare.includes(row) ? { ...row, visits: null } : row)));
  }
});

test('one rare section is suppressed together with a complement', async () => {
  await gateway.database.asOwner(`delete from web.visit where section = '/board-minutes'`);
  const rows = await gateway.database.asOwner<{ value: string; visits: number }>(
    'select section as value, count(*)::int as visits from web.visit group by 1 order by 1',
  );
  const { data } = await gateway.ask('security', statistics, security);
  const hidden = data.webVisitStatistics.filter(({ visits: count }: any) => count === null).map(({ value }: any) => value);
  const smallest = rows.filter(({ visits: count }) => count >= 11).toSorted((one, other) => one.visits - other.visits)[0]!;
  expect(hidden.toSorted()).toEqual(['/careers/archive', smallest.value].toSorted());
});

test('statistics count by browser and by platform, without visits to suppressed sections', async () => {
  const bySection = (await gateway.ask('security', statistics, security)).data.webVisitStatistics;
  const shown = bySection.filter(({ visits: count }: any) => count !== null).map(({ value }: any) => value);
  for (const [by, column] of [
    ['BROWSER', 'browser'],
    ['PLATFORM', 'platform'],
  ] as const) {
    const rows = await gateway.database.asOwner(
      `select ${column} as value, count(*)::int as visits from web.visit where section = any($1) group by 1 order by 1`,
      [shown],
    );
    const { data } = await gateway.ask('security', statistics, { ...security, variables: { by } });
    expect(data.webVisitStatistics).toEqual(rows);
  }
});
