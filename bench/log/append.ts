import { town as application } from '../../src/town/index.ts';
import type { Entry } from '../../src/log/entry/entry.ts';
import { openGroupCommit, type GroupCommit } from '../../src/log/store/staging/group-commit.ts';
import { createReceipts } from '../../src/log/store/publication/make-receipts.ts';
import { openLogKeys } from '../../src/log/store/publication/log-key-store.ts';
import { median } from '../median.ts';
import type { Figure } from '../report.ts';
import { searchEntry } from './entries.ts';
import type { Part, Size } from './part.ts';

const rounds = 5;
const clients = [1, 16];
const subjects = [3, 50];
const entries: Readonly<Record<Size, number>> = { whole: 2_000, quick: 100 };

/** Measures committed entries per second without their creation. Each client waits for its receipt before the next entry. */
export const append: Part = {
  ticks: () => clients.length * subjects.length * rounds,
  async run(town, size, tick) {
    const roles = await town.database('append', 0);
    const keys = openLogKeys(town.config, town.config.logOrigin);
    const appends = openGroupCommit(roles.gateway, createReceipts(keys.origin, keys.newest, Date.now), application.access, () => undefined);
    const results: Figure[] = [];
    try {
      for (const each of subjects) {
        for (const many of clients) {
          const samples: number[] = [];
          // The first round is a warm-up.
          for (let round = 0; round <= rounds; round += 1) {
            const made = Array.from({ length: (entries[size] * many) / 16 }, () => searchEntry(each));
            const seconds = await appendAll(appends, made, many);
            if (round === 0) continue;
            samples.push(made.length / seconds);
            tick();
          }
          const contender = many === 1 ? '1 client' : `${many} clients`;
          results.push({ case: `append, ${each} data subjects`, contender, median: median(samples), unit: 'entries/s' });
        }
      }
    } finally {
      await appends.stop();
    }
    return { results, ratios: {} };
  },
};

/** @returns seconds */
async function appendAll(appends: GroupCommit, made: readonly Entry[], many: number): Promise<number> {
  const waiting = made.values();
  const begun = performance.now();
  const client = async (): Promise<void> => {
    for (const entry of waiting) await appends.append(entry);
  };
  await Promise.all(Array.from({ length: many }, client));
  return (performance.now() - begun) / 1_000;
}
