import { metricCatalogue } from '../../src/server/observe/metrics/metric-catalogue.ts';
import { markdownTable } from './markdown.ts';

/** Writes the table of the gateway's metrics in docs/operations.md. */
export function metricsTable(): string {
  return markdownTable(
    ['metric', 'type', 'labels', 'what it counts'],
    Object.entries(metricCatalogue).map(([name, { type, labels, help }]) => [
      `\`${name}\``,
      type,
      labels.map((label) => `\`${label}\``).join(', '),
      help,
    ]),
  );
}
