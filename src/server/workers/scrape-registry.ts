import type { Metrics } from '../observe/metrics/metrics.ts';
import type { ScrapedMetric } from './messages.ts';

/**
 * The current metrics of a process, in a form that a message can hold.
 * @param worker the value of the label `worker` of each series
 */
export async function scrapeRegistry({ registry }: Metrics, worker: string): Promise<readonly ScrapedMetric[]> {
  const metrics = (await registry.getMetricsAsJSON()) as readonly ScrapedMetric[];
  return metrics.map(({ name, help, type, values }) => ({
    name,
    help,
    type,
    values: values.map((value) => ({ ...value, labels: { ...value.labels, worker } })),
  }));
}
