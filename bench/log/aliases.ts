import { town as application } from '../../src/town/index.ts';
import { issueToken } from '../../test/helpers/tokens/issuer.ts';
import { openOrm } from '../../src/platform/postgres/connections/orm.ts';
import { median } from '../median.ts';
import { drawSample } from '../scale/sample.ts';
import { noLog, openApp } from './app.ts';
import { appendEntries } from './append-entries.ts';
import type { Part, Size } from './part.ts';
import { readByClerk } from './sealed-reads.ts';

const residents = 300;
const reads = 100;
const aliases = 20;
/** How often each operation is asked in a round. */
const asks = 10;
const rounds: Readonly<Record<Size, number>> = { whole: 30, quick: 3 };

// Both have as many rows in all: 20 pages of 1 to 20 rows, and 10 pages each of 10 and of 11 rows.
const pages = {
  'different pages': Array.from({ length: aliases }, (_alias, at) => at + 1),
  'the same pages': Array.from({ length: aliases }, (_alias, at) => aliases / 2 + (at % 2)),
} as const;
const names = Object.keys(pages) as readonly (keyof typeof pages)[];

/**
 * Times one operation with twenty aliases of the access history: of pages that differ, and of pages that are the same and so are read once.
 * The difference is the cost of reading each page separately.
 */
export const aliasesPart: Part = {
  ticks: (size) => rounds[size],
  async run(town, size, tick) {
    const { config } = town;
    const roles = await town.database('aliases', residents);
    const [person] = (await drawSample(roles, { residents: 1, visitors: 0, buyers: 0 })).residents;
    await appendEntries(
      config,
      roles,
      Array.from({ length: reads }, () => readByClerk(person!)),
    );
    const token = await issueToken(config, { subject: person!, role: 'RESIDENT', purposes: ['SELF_SERVICE'], now: new Date() });
    const orm = await openOrm(roles.gateway, application.entities);
    const app = await openApp(config, orm, noLog);
    try {
      const samples = names.map(() => new Array<number>());
      for (let round = 0; round <= rounds[size]; round += 1) {
        for (let asked = 0; asked < asks; asked += 1) {
          for (const [at, name] of names.entries()) {
            const begun = performance.now();
            await ask(app.url, token, pages[name]);
            // The first round is a warm-up.
            if (round > 0) samples[at]!.push(performance.now() - begun);
          }
        }
        if (round > 0) tick();
      }
      const medians = samples.map(median);
      return {
        results: names.map((contender, at) => ({
          case: `${aliases} aliases of who looked at me`,
          contender,
          median: medians[at]!,
          unit: 'ms',
        })),
        ratios: { [`different/same pages@${aliases}`]: medians[0]! / medians[1]! },
      };
    } finally {
      await app.close();
      await orm.close(true);
    }
  },
};

async function ask(url: string, token: string, sizes: readonly number[]): Promise<void> {
  const fields = sizes.map((size, at) => `page${at}: accessHistory(first: ${size}) { edges { node { at purpose why fields kind } } }`);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: `{ me { ${fields.join(' ')} } }` }),
  });
  const { data, errors } = (await response.json()) as Answer;
  if (!sizes.every((size, at) => data?.me?.[`page${at}`]?.edges.length === size))
    throw new Error(`The pages are not of the sizes that were asked for: ${JSON.stringify(errors)}`);
}

interface Answer {
  readonly errors?: unknown;
  readonly data?: { readonly me?: Readonly<Record<string, { readonly edges: readonly unknown[] }>> };
}
