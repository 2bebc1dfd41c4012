import type { Contender, ContenderName } from './contenders/contender.ts';
import { startGateway } from './contenders/gateway.ts';
import { startPlain } from './contenders/plain.ts';
import { startShield } from './contenders/shield.ts';
import { measure, type Course } from './measure.ts';
import { populate } from './population.ts';
import { createProgress } from './progress.ts';
import type { Figure, Limits, Report } from './report.ts';

const rounds = 15;

// A sample is long enough to hold its own garbage collections, and all of them together take less than a minute.
const courses: readonly Course[] = [
  { rows: 1, rounds, operations: { plain: 800, shield: 400, gateway: 400, 'gateway+entry': 400 } },
  { rows: 20, rounds, operations: { plain: 400, shield: 80, gateway: 300, 'gateway+entry': 300 } },
  { rows: 100, rounds, operations: { plain: 100, shield: 15, gateway: 70, 'gateway+entry': 70 } },
  { rows: 1_000, rounds, operations: { plain: 12, shield: 1, gateway: 8, 'gateway+entry': 8 } },
];

/** From 20 rows on the enforcement and its log may cost a quarter of what Apollo Server itself takes. */
export const limits: Limits = {
  'gateway/plain@20': { most: 1.25 },
  'gateway/plain@100': { most: 1.25 },
  'gateway/plain@1000': { most: 1.25 },
};

/**
 * What enforcement costs: the same list, nine personal fields a row, served by Apollo Server alone,
 * with a graphql-shield rule on every personal field, and by the gateway with its relationships and
 * what it collects for the log; for the record, with the entry made of that as well.
 */
export async function enforcement(): Promise<Report> {
  const population = populate(courses.map(({ rows }) => rows));
  const contenders: readonly Contender[] = [
    await startPlain(population),
    await startShield(population),
    await startGateway(population, 'collection'),
    await startGateway(population, 'entry'),
  ];
  const progress = createProgress(courses.length * rounds);
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  try {
    for (const course of courses) {
      const { rows } = course;
      progress.begin(caseOf(rows));
      const medians = await measure(contenders, course, () => progress.tick());
      for (const [contender, median] of medians) results.push({ case: caseOf(rows), contender, median, unit: 'ms' });
      const toPlain = (name: ContenderName): number => medians.get(name)! / medians.get('plain')!;
      if (rows >= 20) ratios[`gateway/plain@${rows}`] = toPlain('gateway');
      if (rows === 1_000) ratios[`gateway+entry/plain@${rows}`] = toPlain('gateway+entry');
      if (rows === 1_000) ratios[`shield/plain@${rows}`] = toPlain('shield');
    }
  } finally {
    progress.end();
    for (const contender of contenders) await contender.stop();
  }
  return { bench: 'enforcement', results, ratios };
}

function caseOf(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}
