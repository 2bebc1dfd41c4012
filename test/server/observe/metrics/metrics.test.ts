import { describe, expect, test } from '@jest/globals';
import { metricCatalogue } from '../../../../src/server/observe/metrics/metric-catalogue.ts';
import { Metrics } from '../../../../src/server/observe/metrics/metrics.ts';

const scrape = (metrics: Metrics, name: string): Promise<string> => metrics.registry.getSingleMetricAsString(name);

describe('the metrics', () => {
  test('are those of the catalogue, with its types', async () => {
    const registered = (await new Metrics().registry.getMetricsAsJSON()).map(({ name, type, help }) => [name, { type, help }]);
    const described = Object.entries(metricCatalogue).map(([name, { type, help }]) => [name, { type, help }]);
    expect(Object.fromEntries(registered)).toEqual(Object.fromEntries(described));
  });

  test('count durations in buckets, each with all that were shorter', async () => {
    const metrics = new Metrics();
    for (const seconds of [0.0004, 0.0005, 0.003, 20]) metrics.countStage('plan', undefined, seconds);
    metrics.countStage('plan', 'PURPOSE_UNKNOWN', 0.003);
    const lines = (await scrape(metrics, 'ntk_stage_duration_seconds')).split('\n');
    const answered = 'stage="plan",outcome="ANSWERED",code=""';
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE ntk_stage_duration_seconds histogram',
        `ntk_stage_duration_seconds_bucket{${answered},le="0.0005"} 2`,
        `ntk_stage_duration_seconds_bucket{${answered},le="0.0025"} 2`,
        `ntk_stage_duration_seconds_bucket{${answered},le="0.005"} 3`,
        `ntk_stage_duration_seconds_bucket{${answered},le="10"} 3`,
        `ntk_stage_duration_seconds_bucket{${answered},le="+Inf"} 4`,
        `ntk_stage_duration_seconds_sum{${answered}} 20.0039`,
        `ntk_stage_duration_seconds_count{${answered}} 4`,
        'ntk_stage_duration_seconds_count{stage="plan",outcome="REFUSED",code="PURPOSE_UNKNOWN"} 1',
      ]),
    );
  });

  test('do not show a backlog that cannot be read', async () => {
    const metrics = new Metrics();
    let backlog: { readonly entries: number; readonly oldestSeconds: number; readonly logBytes: number } | undefined;
    metrics.showBacklog(() => backlog);
    const value = async (): Promise<string | undefined> =>
      (await scrape(metrics, 'ntk_access_log_staged_entries')).split('\n').find((line) => !line.startsWith('#'));
    expect(await value()).toBeUndefined();
    backlog = { entries: 7, oldestSeconds: 3, logBytes: 8_192 };
    expect(await value()).toBe('ntk_access_log_staged_entries 7');
    backlog = undefined;
    expect(await value()).toBeUndefined();
  });

  test('show the pools that exist', async () => {
    const metrics = new Metrics();
    metrics.showPool('records', { totalCount: 5, idleCount: 2, waitingCount: 1 });
    expect(await scrape(metrics, 'ntk_pool_connections')).toMatch(/state="idle"\} 2\n.*state="busy"\} 3/);
    expect(await scrape(metrics, 'ntk_pool_waiting')).toContain('ntk_pool_waiting{pool="records"} 1');
  });

  test('count what a read budget allowed and refused', async () => {
    const metrics = new Metrics();
    metrics.countCharge('CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'WITHIN', 20);
    metrics.countCharge('CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'SPENT', 0);
    expect(await scrape(metrics, 'ntk_read_budget_charges_total')).toContain('purpose="SERVICE_PROVISION",state="SPENT"} 1');
    expect(await scrape(metrics, 'ntk_read_budget_people_total')).toMatch(/purpose="SERVICE_PROVISION"\} 20/);
  });
});
