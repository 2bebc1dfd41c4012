import type { ContenderName } from './contenders/contender.ts';
import { startContender, type TimedContender } from './contenders/start-contender.ts';
import type { ListName } from './contenders/list.ts';
import { measure, type MeasureOptions } from './measure.ts';
import { installPackage } from '../test/helpers/package/install-package.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Figure, Limits, Report } from './report.ts';

const rounds = 15;

// Each sample takes about a fifth of a second, so that it includes the contender's own garbage collections.
const sizes: readonly MeasureOptions[] = [
  { rows: 1, rounds, operations: { plain: 8_000, shield: 4_000, gateway: 8_000, 'gateway+entry': 2_500 } },
  { rows: 20, rounds, operations: { plain: 2_000, shield: 400, gateway: 5_000, 'gateway+entry': 1_700 } },
  { rows: 100, rounds, operations: { plain: 500, shield: 70, gateway: 1_500, 'gateway+entry': 600 } },
  { rows: 1_000, rounds, operations: { plain: 50, shield: 4, gateway: 200, 'gateway+entry': 80 } },
];

const lists: readonly ListName[] = ['town', 'clinic'];
const names: readonly ContenderName[] = ['plain', 'shield', 'gateway', 'gateway+entry'];

/** The gateway must take less than half as long as plain Apollo Server for the town, and less than a third as long for long lists. */
export const limits: Limits = {
  'gateway/plain@20': { most: 0.45 },
  'gateway/plain@1000': { most: 0.3 },
};

/**
 * Times the same list served by plain Apollo Server, by Apollo Server with a graphql-shield rule on every personal field, and by the gateway
 * with relationships and the collection of reads; "gateway+entry" also makes the access entry. The list of the town has nine personal fields a
 * row, that of the clinic, whose application comes from the packed package, four.
 */
export async function enforcement(): Promise<Report> {
  const progress = showProgress(lists.length * sizes.length * rounds, 'rounds');
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  try {
    progress.begin('packing');
    await installPackage(['clinic']);
    for (const list of lists) {
      const found = await measureList(list, progress);
      results.push(...found.results);
      Object.assign(ratios, found.ratios);
    }
  } finally {
    progress.stop();
  }
  return { bench: 'enforcement', results, ratios };
}

async function measureList(list: ListName, progress: ReturnType<typeof showProgress>): Promise<Pick<Report, 'results' | 'ratios'>> {
  const contenders: TimedContender[] = [];
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  const before = list === 'town' ? '' : `${list}, `;
  try {
    for (const name of names)
      contenders.push(
        await startContender(
          name,
          list,
          sizes.map(({ rows }) => rows),
        ),
      );
    for (const size of sizes) {
      const { rows } = size;
      const name = `${before}${rows === 1 ? '1 row' : `${rows} rows`}`;
      progress.begin(name);
      const medians = await measure(contenders, size, () => progress.tick());
      for (const [contender, median] of medians) results.push({ case: name, contender, median, unit: 'ms' });
      const toPlain = (name: ContenderName): number => medians.get(name)! / medians.get('plain')!;
      if (rows >= 20) ratios[`${before}gateway/plain@${rows}`] = toPlain('gateway');
      if (rows === 1_000) ratios[`${before}gateway+entry/plain@${rows}`] = toPlain('gateway+entry');
      if (rows === 1_000) ratios[`${before}shield/plain@${rows}`] = toPlain('shield');
    }
  } finally {
    for (const contender of contenders) await contender.stop();
  }
  return { results, ratios };
}
