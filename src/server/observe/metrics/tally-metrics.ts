import { Counter, Histogram, type MetricObjectWithValues, type MetricValueWithName, type Registry } from 'prom-client';
import { metricCatalogue, type MetricName } from './metric-catalogue.ts';
import type { CountTally, DurationTally } from './tally.ts';

/** Registers a counter whose counts are read from a tally at each scrape. */
export function registerCounter(registry: Registry, name: MetricName, tally: CountTally): void {
  const { help, labels } = metricCatalogue[name];
  const collect = (): void => {
    counter.reset();
    for (const [values, count] of tally.entries()) counter.inc(labelled(labels, values), count);
  };
  const counter = new Counter<string>({ name, help, labelNames: labels, registers: [registry], collect });
}

/** Registers a histogram whose durations are read from a tally at each scrape. */
export function registerHistogram(registry: Registry, name: MetricName, bounds: readonly number[], tally: DurationTally): void {
  const { help, labels } = metricCatalogue[name];
  registry.registerMetric(new TallyHistogram(name, help, labels, bounds, tally));
}

/** A histogram of prom-client that takes its values from a tally: prom-client itself can only observe one value at a time. */
class TallyHistogram extends Histogram {
  readonly #describe: () => MetricObjectWithValues<MetricValueWithName<string>>;

  constructor(name: MetricName, help: string, labelNames: readonly string[], bounds: readonly number[], tally: DurationTally) {
    super({ name, help, labelNames, buckets: [...bounds], registers: [] });
    // prom-client's types hide what a metric has of itself, and other types ask for it.
    const described = this as unknown as MetricObjectWithValues<never>;
    this.#describe = () => ({ ...described, name, help, values: [...valuesOf(name, labelNames, bounds, tally)] });
  }

  override get(): Promise<MetricObjectWithValues<MetricValueWithName<string>>> {
    return Promise.resolve(this.#describe());
  }

  /** The method that prom-client calls instead of `get` to write the text. */
  getForPromString(): Promise<MetricObjectWithValues<MetricValueWithName<string>>> {
    return this.get();
  }
}

function* valuesOf(
  name: string,
  labelNames: readonly string[],
  bounds: readonly number[],
  tally: DurationTally,
): Iterable<MetricValueWithName<string>> {
  for (const [values, { buckets, sum }] of tally.entries()) {
    const labels = labelled(labelNames, values);
    let count = 0;
    for (const [index, inBucket] of buckets.entries()) {
      count += inBucket;
      yield { metricName: `${name}_bucket`, labels: { ...labels, le: bounds[index] ?? '+Inf' }, value: count };
    }
    yield { metricName: `${name}_sum`, labels, value: sum };
    yield { metricName: `${name}_count`, labels, value: count };
  }
}

function labelled(names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}
