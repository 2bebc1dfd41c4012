import { town as application } from '../../src/town/index.ts';
import { issueToken } from '../../test/helpers/tokens/issuer.ts';
import { openOrm } from '../../src/platform/postgres/connections/orm.ts';
import { median } from '../median.ts';
import { drawSample } from '../scale/sample.ts';
import { noLog, openApp } from './app.ts';
import { appendEntries } from './append-entries.ts';
import type { Part, Size } from './part.ts';
import { readByClerk, readUnderOrder, sealOrder } from './sealed-reads.ts';

/** Sealed reads of each person. Two have none: the ratio of their times is the noise of the run. */
const sealedReads = [0, 0, 10, 100, 300] as const;
const visibleReads = 100;
const residents = 300;
const rows = 50;
/** How often each is asked in a round. */
const asks = 20;
const rounds: Readonly<Record<Size, number>> = { whole: 40, quick: 4 };

const operation = `{ me { accessHistory(first: ${rows}) { totalCount edges { node { entryId at by { role } purpose why fields kind } } } } }`;

/**
 * Times the access history of people with as many visible entries each, and with more or fewer sealed reads, all of them
 * newer: the time may not tell that they exist. Each is asked once in turn, because what else the machine does would
 * otherwise look like a difference between them.
 */
export const sealed: Part = {
  ticks: (size) => sealedReads.length + rounds[size],
  async run(town, size, tick) {
    const { config } = town;
    const roles = await town.database('sealed', residents);
    const { residents: people } = await drawSample(roles, { residents: sealedReads.length, visitors: 0, buyers: 0 });
    for (const [at, person] of people.entries()) {
      const order = await sealOrder(roles, person);
      const visible = Array.from({ length: visibleReads }, () => readByClerk(person));
      const hidden = Array.from({ length: sealedReads[at]! }, () => readUnderOrder(order, person));
      await appendEntries(config, roles, [...visible, ...hidden]);
      tick();
    }
    const tokens = await Promise.all(
      people.map((subject) => issueToken(config, { subject, role: 'RESIDENT', purposes: ['SELF_SERVICE'], now: new Date() })),
    );
    const orm = await openOrm(roles.gateway, application.entities);
    const app = await openApp(config, orm, noLog);
    try {
      const samples = people.map(() => new Array<number>());
      for (let round = 0; round <= rounds[size]; round += 1) {
        for (let asked = 0; asked < asks; asked += 1) {
          for (const step of tokens.keys()) {
            // Another begins each time: the first is asked after the loop's own work.
            const at = (asked + step) % tokens.length;
            const begun = performance.now();
            await ask(app.url, tokens[at]!);
            // The first round is a warm-up.
            if (round > 0) samples[at]!.push(performance.now() - begun);
          }
        }
        if (round > 0) tick();
      }
      const medians = samples.map(median);
      const others = [...sealedReads.entries()].slice(1);
      return {
        results: sealedReads.map((many, at) => ({
          case: 'who looked at me',
          contender: `${many} sealed${at === 0 ? '' : at === 1 ? ', again' : ''}`,
          median: medians[at]!,
          unit: 'ms',
        })),
        ratios: Object.fromEntries(others.map(([at, many]) => [`sealed reads@${many}/0`, medians[at]! / medians[0]!])),
      };
    } finally {
      await app.close();
      await orm.close(true);
    }
  },
};

async function ask(url: string, token: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: operation }),
  });
  const { data, errors } = (await response.json()) as Answer;
  const history = data?.me?.accessHistory;
  if (history?.edges.length !== rows || history.totalCount !== visibleReads)
    throw new Error(`The history does not have ${rows} of ${visibleReads} entries: ${JSON.stringify(errors)}`);
}

interface Answer {
  readonly errors?: unknown;
  readonly data?: { readonly me?: { readonly accessHistory?: { readonly totalCount: number; readonly edges: readonly unknown[] } } };
}
