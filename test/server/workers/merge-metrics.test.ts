import { expect, test } from '@jest/globals';
import { Metrics } from '../../../src/server/observe/metrics/metrics.ts';
import { mergeMetrics } from '../../../src/server/workers/merge-metrics.ts';
import { scrapeRegistry } from '../../../src/server/workers/scrape-registry.ts';

test('each series keeps its worker, so that none falls when another process ends', async () => {
  const processes = [new Metrics(), new Metrics()];
  processes[0]!.countGuardFailure();
  for (const metrics of processes) metrics.countStage('plan', undefined, 0.003);
  const merged = mergeMetrics(async () => Promise.all(processes.map((metrics, at) => scrapeRegistry(metrics, `${at + 1}`))));
  const text = await merged.metrics();
  expect(text).toContain('ntk_guard_failures_total{worker="1"} 1\n');
  for (const worker of [1, 2]) {
    expect(text).toContain(`ntk_stage_duration_seconds_bucket{stage="plan",outcome="ANSWERED",code="",le="0.005",worker="${worker}"} 1\n`);
  }
  expect(text.split('# TYPE ntk_stage_duration_seconds histogram\n')).toHaveLength(2);
});
