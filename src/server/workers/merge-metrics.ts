import { AggregatorRegistry, Registry } from 'prom-client';
import type { ScrapedMetrics } from '../observe/metrics/metrics-server.ts';
import type { ScrapedMetric } from './messages.ts';

/**
 * The metrics of several processes at one address. Each series keeps the label `worker` of its process and is not summed: Prometheus
 * takes a counter that falls for one that began again, so a sum that lost a worker would rise by all that the others had counted.
 * @param collect what each process measures now
 */
export function mergeMetrics(collect: () => Promise<readonly (readonly ScrapedMetric[])[]>): ScrapedMetrics {
  return {
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    metrics: async () => {
      const processes = await collect();
      // No two series have the same labels, so there is one to take. Without this, prom-client leaves out some metrics.
      const apart = processes.map((metrics) => metrics.map((metric) => ({ ...metric, aggregator: 'first' as const })));
      return AggregatorRegistry.aggregate(apart).metrics();
    },
  };
}
