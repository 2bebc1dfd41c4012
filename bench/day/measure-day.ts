import type { LoadTiming } from '../http/measure-servers.ts';
import type { Servers } from '../http/open-servers.ts';
import { median } from '../median.ts';
import type { Figure } from '../report.ts';
import { compareAnswers } from './compare-answers.ts';
import type { Slice } from './load-process.ts';
import { openDayLoad, type DayLoad } from './load.ts';
import { kinds } from './operations.ts';
import { preparePeople } from './people.ts';
import { drawRequests } from './requests.ts';

const connections = 16;

export interface MeasuredDay {
  readonly results: readonly Figure[];
  readonly ratios: Readonly<Record<string, number>>;
}

/**
 * Loads the gateway and two servers that do the same work with the requests of a town's day, in alternation. Residents,
 * clerks and supporters ask with tokens of their own, one request at a time each, so no limit of a principal is lifted for it.
 * @param tick called after each round
 * @throws Error if the servers' answers differ, or one refuses a request
 */
export async function measureDay(opened: Servers, { rounds, warmUp, milliseconds }: LoadTiming, tick: () => void): Promise<MeasuredDay> {
  const { serving: gateway } = opened.servers.find(({ name }) => name === 'gateway')!;
  const lanes = await preparePeople(opened.town, connections);
  // The reads that the people were given.
  await gateway.settle();
  const sequences = lanes.map((lane, at) => drawRequests(lane, at));
  const servers = [
    { name: 'shield-orm', serving: await opened.start('day-shield-orm') },
    { name: 'plain-sql', serving: await opened.start('day-plain-sql') },
    { name: 'gateway', serving: gateway },
  ];
  await compareAnswers(
    servers.map(({ name, serving: { url } }) => ({ name, url })),
    sequences[0]!,
    opened.issue,
  );
  const loads: DayLoad[] = [];
  const samples = servers.map(() => new Array<Slice>());
  try {
    for (const { serving } of servers) loads.push(await openDayLoad(serving.url, sequences, opened.issue));
    for (let round = 0; round <= rounds; round += 1) {
      for (const [at, { serving }] of servers.entries()) {
        const slice = await loads[at]!.slice(round === 0 ? warmUp : milliseconds);
        await serving.settle();
        if (round > 0) samples[at]!.push(slice);
      }
      if (round > 0) tick();
    }
  } finally {
    for (const load of loads) await load.stop();
  }
  const results: Figure[] = [];
  const note = (name: string, unit: string, of: (slice: Slice) => number): number[] => {
    const medians = samples.map((slices) => median(slices.map(of)));
    for (const [at, { name: contender }] of servers.entries()) results.push({ case: name, contender, median: medians[at]!, unit });
    return medians;
  };
  const [shield, plain, ours] = note('a town’s day', 'req/s', ({ answers, seconds }) => answers / seconds) as [number, number, number];
  note('a town’s day, p99', 'ms', ({ p99 }) => p99);
  for (const kind of kinds) note(`a town’s day, ${kind}`, 'ms', ({ medians }) => medians[kind] ?? Number.NaN);
  return { results, ratios: { 'gateway/shield-orm@day': ours / shield, 'gateway/plain-sql@day': ours / plain } };
}
