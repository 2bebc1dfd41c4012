import { policyInForce } from '../../src/town/policy/policy.ts';
import { describe, expect, test } from '@jest/globals';
import { readAlarms } from '../../scripts/docs/alarms.ts';
import { metricCatalogue } from '../../src/server/observe/metrics/metric-catalogue.ts';
import { Metrics } from '../../src/server/observe/metrics/metrics.ts';

/** The counts of a gateway at its start. */
function beginning(): Metrics {
  const metrics = new Metrics();
  metrics.beginBudgets(policyInForce.budgets);
  return metrics;
}

/** A selector of series in PromQL: a metric with its matchers. */
const selectorsIn = (expr: string): { readonly metric: string; readonly matchers: readonly (readonly [string, string, string])[] }[] =>
  [...expr.matchAll(/\b(ntk_\w+)(?:\{([^}]*)\})?/g)].map(([, metric = '', inner = '']) => ({
    metric,
    matchers: [...inner.matchAll(/(\w+)(=~|!=|=)"([^"]*)"/g)].map(
      ([, label = '', operator = '', value = '']) => [label, operator, value] as const,
    ),
  }));

const matches = (given: string, operator: string, value: string): boolean =>
  operator === '=~' ? new RegExp(`^(?:${value})$`).test(given) : (given === value) === (operator === '=');

describe('the alarms', () => {
  const alarms = readAlarms();
  const selectors = alarms.flatMap(({ name, expr }) => selectorsIn(expr).map((selector) => ({ name, ...selector })));

  test('has alarms, each with a name of its own', () => {
    expect(alarms.length).toBeGreaterThan(5);
    expect(new Set(alarms.map(({ name }) => name)).size).toBe(alarms.length);
    for (const { name } of alarms) expect(selectors.some((selector) => selector.name === name)).toBe(true);
  });

  test('names only metrics and labels that exist', () => {
    const unknown = selectors.filter(
      ({ metric, matchers }) =>
        !(metric in metricCatalogue) ||
        matchers.some(([label]) => !metricCatalogue[metric as keyof typeof metricCatalogue].labels.some((known) => known === label)),
    );
    expect(unknown).toEqual([]);
  });

  test('names counters that start at zero in each series, so that the first event is an increase', async () => {
    const series = (await beginning().registry.getMetricsAsJSON()).flatMap(({ name, type, values }) =>
      String(type) === 'counter' ? values.map(({ labels, value }) => ({ name, labels, value })) : [],
    );
    expect(series.every(({ value }) => value === 0)).toBe(true);
    const counters = selectors.filter(({ metric }) => metricCatalogue[metric as keyof typeof metricCatalogue].type === 'counter');
    expect(counters.length).toBeGreaterThan(5);
    for (const { metric, matchers } of counters) {
      const selected = series.filter(
        ({ name, labels }) =>
          name === metric && matchers.every(([label, operator, value]) => matches(String(labels[label]), operator, value)),
      );
      expect({ metric, matchers, selects: selected.length > 0 }).toEqual({ metric, matchers, selects: true });
      // Each alternative is one that can come.
      for (const [label, operator, value] of matchers.filter(([, given]) => given === '=~'))
        for (const one of value.split('|'))
          expect({ one, selects: selected.some(({ labels }) => matches(String(labels[label]), operator, one)) }).toEqual({
            one,
            selects: true,
          });
    }
  });

  test('names no histogram, whose series begin with their first event', () => {
    expect(selectors.filter(({ metric }) => metricCatalogue[metric as keyof typeof metricCatalogue].type === 'histogram')).toEqual([]);
  });
});

test('every counter with labels starts at zero', async () => {
  const counters = (await beginning().registry.getMetricsAsJSON()).filter(({ type }) => String(type) === 'counter');
  expect(counters.filter(({ values }) => values.length === 0).map(({ name }) => name)).toEqual([]);
});
