import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { metricCatalogue } from '../../../src/server/observe/metrics/metric-catalogue.ts';
import { Metrics } from '../../../src/server/observe/metrics/metrics.ts';

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const { panels } = JSON.parse(readFileSync('deploy/grafana/need-to-know.json', 'utf8')) as { readonly panels: readonly Panel[] };
const expressions = panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })));

/** The metrics that an expression names, without the suffix of a histogram's series. */
const metricsIn = (expr: string): string[] =>
  [...expr.matchAll(/\b(?:ntk|process|nodejs)_\w+/g)].map(([name]) =>
    name.startsWith('ntk_') && !(name in metricCatalogue) ? name.replace(/_(bucket|sum|count)$/, '') : name,
  );

describe('the dashboard', () => {
  test('names only metrics that exist', async () => {
    const metrics = new Metrics();
    metrics.measureProcess();
    const known = new Set((await metrics.registry.getMetricsAsJSON()).map(({ name }) => name));
    expect(expressions.length).toBeGreaterThan(20);
    expect(expressions.flatMap(({ expr }) => metricsIn(expr)).filter((name) => !known.has(name))).toEqual([]);
  });

  test('shows each metric of the gateway', () => {
    const shown = new Set(expressions.flatMap(({ expr }) => metricsIn(expr)));
    expect(Object.keys(metricCatalogue).filter((name) => !shown.has(name))).toEqual([]);
  });

  test('groups only by labels that its metrics have', () => {
    const wrong = expressions.flatMap(({ title, expr }) => {
      const labels = new Set(metricsIn(expr).flatMap((name) => metricCatalogue[name as keyof typeof metricCatalogue]?.labels ?? []));
      const named = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', '));
      return named.filter((label) => label !== 'le' && !labels.has(label as never)).map((label) => `${title}: ${label}`);
    });
    expect(wrong).toEqual([]);
  });

  test('asks only for the instances that are chosen', () => {
    for (const { title, expr } of expressions) {
      const series = metricsIn(expr).length;
      expect({ title, chosen: expr.match(/\{instance=~"\$instance"/g)?.length }).toEqual({ title, chosen: series });
    }
  });

  test('gives each panel its own id', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });
});
