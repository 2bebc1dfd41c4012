import { isDeepStrictEqual } from 'node:util';
import { personaNamed } from '../../demo/personas.ts';
import { showProgress } from '../../scripts/progress.ts';
import { compare, type Side } from '../against/compare.ts';
import { openTrees, type Tree, type Trees } from '../against/open-trees.ts';
import { openLoad } from '../load/load.ts';
import type { Figure, Report } from '../report.ts';
import { askAt } from './ask.ts';
import { dialectOf } from './dialects.ts';
import { operationFor } from './operation.ts';

const connections = 16;

const sizes = {
  whole: { residents: 20_000, rounds: 11, warmUp: 8_000, milliseconds: 2_000 },
  quick: { residents: 2_000, rounds: 2, warmUp: 1_000, milliseconds: 700 },
} as const;

/**
 * Measures the gateway of this tree against that of another, with the clerk's list that `http` asks of all contenders.
 * @param other the path of a checkout with its packages installed
 * @param only numbers of rows
 * @param given how many rounds; undefined: as the size has
 * @throws Error if the answers differ
 */
export async function httpAgainst(other: string, only: readonly number[], size: keyof typeof sizes, given?: number): Promise<Report> {
  const { residents, rounds: usual, ...timing } = sizes[size];
  const rounds = given ?? usual;
  const progress = showProgress(only.length * rounds + 1, 'rounds');
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  let opened: Trees | undefined;
  try {
    progress.begin(`two towns of ${residents}`);
    opened = await openTrees(other, residents);
    progress.tick();
    for (const rows of only) {
      const name = rows === 1 ? '1 row' : `${rows} rows`;
      progress.begin(name);
      const loaded = [await openSide(opened.trees[0], rows), await openSide(opened.trees[1], rows)] as const;
      try {
        if (!isDeepStrictEqual(loaded[0].answer, loaded[1].answer)) throw new Error(`The trees answer differently at ${rows} rows.`);
        const found = await compare(loaded, { name, short: String(rows), unit: 'req/s', rounds, ...timing }, () => progress.tick());
        results.push(...found.results);
        Object.assign(ratios, found.ratios);
      } finally {
        for (const { stop } of loaded) await stop();
      }
    }
  } finally {
    progress.stop();
    await opened?.close();
  }
  return { bench: 'http, this tree against another', results, ratios };
}

interface LoadedSide extends Side {
  readonly answer: unknown;
  readonly stop: () => Promise<void>;
}

async function openSide(tree: Tree, rows: number): Promise<LoadedSide> {
  const headers = { authorization: `Bearer ${await tree.issue(personaNamed('customer-service'))}`, 'privacy-purpose': 'SERVICE_PROVISION' };
  const ask = askAt(tree.url, headers);
  const { body } = await operationFor(dialectOf('gateway'), rows, ask);
  const answer = await ask(body);
  const load = await openLoad(tree.url, connections, headers, body);
  return { tree, answer, load: (milliseconds) => load.slice(milliseconds), stop: () => load.stop() };
}
