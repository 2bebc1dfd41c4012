import { describe, expect, test } from '@jest/globals';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { askFrom, standpoints } from '../helpers/asking/standpoints.ts';

// hasura/graphql-engine#7660: the count of an aggregate left out the conditions on rows.
const gateway = useGateway();

describe('hasura/graphql-engine#7660: a count covers exactly the rows that can be read one by one', () => {
  test.each(['residents', 'accounts', 'tickets', 'requests', 'webVisits'])('%s', async (field) => {
    const counts: Record<string, number> = {};
    for (const standpoint of standpoints) {
      const query = `query ($after: String) { list: ${field}(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } } }`;
      let rows = 0;
      let total: number | null | undefined;
      let after: string | null = null;
      do {
        const { data } = await askFrom(gateway, standpoint, query, { after });
        if (!data?.list) break;
        rows += data.list.edges.length;
        total = data.list.totalCount;
        after = data.list.pageInfo.hasNextPage ? data.list.pageInfo.endCursor : null;
      } while (after !== null);
      if (total === undefined) continue;
      // More people than the log names for a total are not counted.
      const isCounted = rows <= 100 || !['residents', 'accounts'].includes(field);
      expect({ name: standpoint.name, total }).toEqual({ name: standpoint.name, total: isCounted ? rows : null });
      counts[standpoint.name] = rows;
    }
    // The counts differ between standpoints: some count a whole table, others few rows or none.
    const table = {
      residents: 'recreation.resident',
      accounts: 'recreation.account',
      tickets: 'recreation.ticket',
      requests: 'recreation.request',
      webVisits: 'web.visit',
    }[field]!;
    const [all] = await gateway.database.asOwner<{ count: number }>(`select count(*)::int as count from ${table}`);
    expect(Math.max(...Object.values(counts))).toBeGreaterThanOrEqual(all!.count - 1);
    if (field !== 'webVisits') expect(Math.min(...Object.values(counts))).toBeLessThanOrEqual(2);
  });

  test('a count with a filter and without any row obeys the conditions on rows', async () => {
    for (const [name, total] of [
      ['clerk', 1],
      ['guardian', 1],
      ['neighbour', 0],
      ['police', 1],
      ['credit bureau', undefined],
    ] as const) {
      const one = standpoints.find((standpoint) => standpoint.name === name)!;
      const { data } = await askFrom(gateway, one, '{ residents(filter: { familyName: "Castellow" }) { totalCount } }');
      expect({ name, total: data.residents?.totalCount }).toEqual({ name, total });
    }
  });

  test('statistics show no count below 11', async () => {
    const query = '{ webVisitStatistics(by: SECTION) { value visits } }';
    const { data } = await gateway.ask('security', query, { purpose: 'WEBSITE_SECURITY' });
    const shown: { value: string; visits: number | null }[] = data.webVisitStatistics;
    const rows = await gateway.database.asOwner<{ value: string; visits: number }>(
      'select section as value, count(*)::int as visits from web.visit group by 1',
    );
    expect(shown.filter(({ visits }) => visits !== null).every(({ visits }) => visits! >= 11)).toBe(true);
    expect(shown.filter(({ visits }) => visits === null).map(({ value }) => value)).toEqual(
      rows
        .filter(({ visits }) => visits < 11)
        .map(({ value }) => value)
        .toSorted(),
    );
    for (const persona of ['resident', 'police', 'auditor'])
      expect((await gateway.ask(persona, query)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});
