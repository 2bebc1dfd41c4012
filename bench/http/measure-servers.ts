import { openLoad } from '../load/load.ts';
import { median } from '../median.ts';
import { askAt } from './ask.ts';
import { assertAlike } from './assert-alike.ts';
import type { ContenderName } from './contender.ts';
import { dialectOf, type Node } from './dialects.ts';
import type { Servers } from './open-servers.ts';
import { operationFor } from './operation.ts';

const connections = 16;

export interface Course {
  readonly rounds: number;
  /** How long each contender is asked before the first round: until its code is compiled, as a server's is that runs for days. */
  readonly warmUp: number;
  /** How long each contender is asked in each round. */
  readonly milliseconds: number;
}

export interface Measured {
  /** Answers a second. */
  readonly medians: ReadonlyMap<ContenderName, number>;
  /** Seconds that the gateway took after a slice to number what was left; the median. */
  readonly settling: number;
}

/**
 * Asks the contenders in turn, round after round (A B C A B C …), after a warm-up.
 * @param tick told of each finished round
 * @throws Error where the contenders do not answer alike, or one fails
 */
export async function measureServers(
  { servers, headers, protectedIds }: Servers,
  rows: number,
  { rounds, warmUp, milliseconds }: Course,
  tick: () => void,
): Promise<Measured> {
  const answers = new Map<ContenderName, readonly Node[]>();
  const loads = [];
  const samples = new Map<ContenderName, number[]>();
  const settled: number[] = [];
  try {
    for (const { name, serving } of servers) {
      const ask = askAt(serving.url, headers);
      const { body, nodesIn } = await operationFor(dialectOf(name), rows, ask);
      answers.set(name, nodesIn(await ask(body)));
      loads.push({ name, serving, load: await openLoad(serving.url, connections, headers, body) });
      samples.set(name, []);
    }
    assertAlike(answers, rows, protectedIds);
    for (let round = 0; round <= rounds; round += 1) {
      for (const { name, serving, load } of loads) {
        const { answers: answered, seconds } = await load.slice(round === 0 ? warmUp : milliseconds);
        const begun = performance.now();
        await serving.settle();
        if (round === 0) continue;
        samples.get(name)?.push(answered / seconds);
        if (name === 'gateway') settled.push((performance.now() - begun) / 1_000);
      }
      if (round > 0) tick();
    }
  } finally {
    for (const { load } of loads) await load.stop();
  }
  return { medians: new Map([...samples].map(([name, values]) => [name, median(values)])), settling: median(settled) };
}
