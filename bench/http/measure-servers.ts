import { openLoad } from '../load/load.ts';
import { median } from '../median.ts';
import { askAt } from './ask.ts';
import { assertEqualAnswers } from './assert-equal-answers.ts';
import type { ContenderName } from './contender.ts';
import { dialectOf, type Node } from './dialects.ts';
import type { Servers } from './open-servers.ts';
import { operationFor } from './operation.ts';

const connections = 16;

export interface LoadTiming {
  readonly rounds: number;
  /** Milliseconds of load on each contender before the first round, until its code is compiled. */
  readonly warmUp: number;
  /** Milliseconds of load on each contender in each round. */
  readonly milliseconds: number;
}

export interface Measured {
  /** Answers per second. */
  readonly medians: ReadonlyMap<ContenderName, number>;
  /** Median seconds that the gateway took to number the remaining entries after a slice. */
  readonly settling: number;
}

/**
 * Loads the contenders in alternation (A B C A B C …), after a warm-up.
 * @param tick called after each round
 * @throws Error if the contenders' answers differ or one fails
 */
export async function measureServers(
  { servers, headers }: Servers,
  rows: number,
  { rounds, warmUp, milliseconds }: LoadTiming,
  tick: () => void,
): Promise<Measured> {
  const answers = new Map<ContenderName, readonly Node[]>();
  const loads = [];
  const samples = new Map<ContenderName, number[]>();
  const settlingSeconds: number[] = [];
  try {
    for (const { name, serving } of servers) {
      const ask = askAt(serving.url, headers);
      const { body, nodesIn } = await operationFor(dialectOf(name), rows, ask);
      answers.set(name, nodesIn(await ask(body)));
      loads.push({ name, serving, load: await openLoad(serving.url, connections, headers, body) });
      samples.set(name, []);
    }
    assertEqualAnswers(answers, rows);
    for (let round = 0; round <= rounds; round += 1) {
      for (const { name, serving, load } of loads) {
        const { answers: answered, seconds } = await load.slice(round === 0 ? warmUp : milliseconds);
        const begun = performance.now();
        await serving.settle();
        if (round === 0) continue;
        samples.get(name)?.push(answered / seconds);
        if (name === 'gateway') settlingSeconds.push((performance.now() - begun) / 1_000);
      }
      if (round > 0) tick();
    }
  } finally {
    for (const { load } of loads) await load.stop();
  }
  return { medians: new Map([...samples].map(([name, values]) => [name, median(values)])), settling: median(settlingSeconds) };
}
