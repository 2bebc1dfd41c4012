import type { DatabaseRoles } from '../src/platform/postgres/roles/roles.ts';
import { openClient } from './conversation/client.ts';
import { median } from './median.ts';
import { showProgress, type Progress } from '../scripts/progress.ts';
import type { Limits, Report } from './report.ts';
import { asksOf, searchRows, type Ask } from './scale/asks.ts';
import { commonBeginnings, drawSample } from './scale/sample.ts';
import { serve, type Served } from './numbered-gateway.ts';
import { openTown, type Town } from './town.ts';

const sizes = { whole: [10_000, 1_000_000], quick: [2_000, 20_000] } as const;
const rounds = 9;
const warmUps = 2;
/** The number of steps of each kind, over all rounds and in one round. */
const asked = { residents: [200, 40], beginnings: [30, 15], visitors: [80, 20], buyers: [200, 40] } as const;

const names = ['resident(id)', 'search', 'search, next page', 'encounter', 'me, purchases'] as const;

/** With a hundred times the residents, an answer may take a third longer. */
export const limits: Limits = Object.fromEntries(names.map((name) => [ratioName(name, sizes.whole), { most: 1.3 }]));

/**
 * Sends the same requests alternately to a small town and to a large one, over HTTP with the log on. They cover many
 * residents, each only a few times.
 */
export async function scale(size: keyof typeof sizes): Promise<Report> {
  const [small, large] = sizes[size];
  const progress = showProgress(2 * loadTicks + rounds + warmUps, 'steps');
  const town = await openTown();
  const opened: Served[] = [];
  const client = openClient();
  try {
    const roles = [await load(town, small, progress), await load(town, large, progress)];
    progress.begin('asking');
    const beginnings = await commonBeginnings(roles[0]!, searchRows, asked.beginnings[0]);
    const towns: { readonly served: Served; readonly asks: readonly Ask[] }[] = [];
    for (const each of roles) {
      const served = await serve(town.config, each);
      opened.push(served);
      const sample = await drawSample(each, { residents: asked.residents[0], visitors: asked.visitors[0], buyers: asked.buyers[0] });
      towns.push({ served, asks: await asksOf(town.config, sample, beginnings) });
    }
    const perRound = [asked.residents[1], asked.beginnings[1], asked.visitors[1], asked.buyers[1]];
    const times = towns.map(() => new Map<string, number[]>(names.map((name) => [name, []])));
    for (let round = 0; round < rounds + warmUps; round += 1) {
      for (const [kind, count] of perRound.entries()) {
        for (const [at, { served, asks }] of towns.entries()) {
          const { timed, conversations } = asks[kind]!;
          const lane = Array.from({ length: count }, (_, place) => conversations[(round * count + place) % conversations.length]!);
          const result = await client.run({ url: served.url, lanes: [lane] });
          if (round < warmUps) continue;
          for (const [place, name] of Object.entries(timed)) {
            times[at]!.get(name)!.push(...result.times[0]!.map((steps) => steps[Number(place)]!));
          }
        }
      }
      for (const { served } of towns) await served.number();
      progress.tick();
    }
    const medians = names.map((name) => [name, ...times.map((each) => median(each.get(name)!))] as const);
    return {
      bench: 'scale',
      results: medians.flatMap(([name, ...both]) =>
        both.map((found, at) => ({ case: name, contender: `${sizes[size][at]!} residents`, median: found, unit: 'ms' })),
      ),
      ratios: Object.fromEntries(medians.map(([name, few, many]) => [ratioName(name, sizes[size]), many! / few!])),
    };
  } finally {
    progress.stop();
    await client.stop();
    for (const served of opened) await served.close();
    await town.close();
  }
}

function ratioName(name: string, [small, large]: readonly [number, number]): string {
  return `${name}@${large}/${small}`;
}

const loadTicks = 10;

/** Creates a town, with a tick for each tenth of its residents. */
async function load(town: Town, residents: number, progress: Progress): Promise<DatabaseRoles> {
  const name = `loading ${residents} residents`;
  progress.begin(name);
  let ticked = 0;
  return town.database(`scale_${residents}`, residents, (done) => {
    for (const tenths = Math.floor((loadTicks * done) / residents); ticked < tenths; ticked += 1) {
      progress.tick();
      progress.begin(name);
    }
  });
}
