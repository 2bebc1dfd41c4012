import { town as application } from '../../src/town/index.ts';
import type { MikroORM } from '@mikro-orm/postgresql';
import { issueToken } from '../../test/helpers/tokens/issuer.ts';
import { personaNamed } from '../../demo/personas.ts';
import { openOrm } from '../../src/platform/postgres/connections/orm.ts';
import { median } from '../median.ts';
import { noLog, openApp, type OpenApp } from './app.ts';
import { fillLog, fillTicks } from './fill-log.ts';
import type { Part, Size } from './part.ts';

const sizes: Readonly<Record<Size, readonly [number, number]>> = { whole: [10_000, 5_000_000], quick: [2_000, 20_000] };
const residents = 300;
const rounds = 15;
const asks = 20;
const rows = 50;

const operation = `{ me { accessHistory(first: ${rows}) { edges { node { entryId at by { role } purpose why fields kind } } } } }`;

/** Times the access history of a person with 200 entries, in a small and in a large log. */
export const history: Part = {
  ticks: () => 2 * fillTicks + rounds,
  async run(town, size, tick) {
    const { config } = town;
    const { principal, role, purposes } = personaNamed('neighbour');
    const token = await issueToken(config, { subject: principal, role, purposes, now: new Date(), lifetime: 12 * 60 * 60 });
    const opened: { readonly orm: MikroORM; readonly app: OpenApp }[] = [];
    try {
      for (const entries of sizes[size]) {
        const roles = await town.database(`history_${entries}`, residents);
        await fillLog(roles, entries, principal, tick);
        const orm = await openOrm(roles.gateway, application.entities);
        opened.push({ orm, app: await openApp(config, orm, noLog) });
      }
      const samples = sizes[size].map(() => new Array<number>());
      for (let round = 0; round <= rounds; round += 1) {
        for (const [at, { app }] of opened.entries()) {
          const begun = performance.now();
          for (let asked = 0; asked < asks; asked += 1) await ask(app.url, token);
          // The first round is a warm-up.
          if (round > 0) samples[at]!.push((performance.now() - begun) / asks);
        }
        if (round > 0) tick();
      }
      const medians = samples.map(median);
      return {
        results: medians.map((found, at) => ({
          case: 'who looked at me',
          contender: `${sizes[size][at]} entries`,
          median: found,
          unit: 'ms',
        })),
        ratios: { [`accessHistory@${sizes[size][1]}/${sizes[size][0]}`]: medians[1]! / medians[0]! },
      };
    } finally {
      for (const { orm, app } of opened) {
        await app.close();
        await orm.close(true);
      }
    }
  },
};

async function ask(url: string, token: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: operation }),
  });
  const { data } = (await response.json()) as { data?: { me?: { accessHistory?: { edges: readonly unknown[] } } } };
  if (data?.me?.accessHistory?.edges.length !== rows) throw new Error(`The history does not have ${rows} entries.`);
}
