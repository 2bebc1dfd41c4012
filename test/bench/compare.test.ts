import { describe, expect, test } from '@jest/globals';
import { compare, type CompareOptions, type Side } from '../../bench/against/compare.ts';
import type { Cpu, Tree } from '../../bench/against/open-trees.ts';

const options: CompareOptions = { name: '1 row', short: '1', unit: 'req/s', rounds: 4, warmUp: 500, milliseconds: 100 };

/** A side that gives these numbers of answers in a second, its warm-up first, and uses 10 ms of CPU a slice. */
function side(name: Tree['name'], answers: readonly number[], calls: string[], hasCpu = true): Side {
  const left = [...answers];
  const used = { gateway: 0, database: 0 };
  const tree: Tree = {
    name,
    path: '',
    url: '',
    owner: '',
    issue: () => Promise.reject(new Error('Nobody is asked for a token.')),
    settle: () => {
      used.database += 5_000;
      return Promise.resolve();
    },
    cpu: (): Cpu | undefined => (hasCpu ? { ...used } : undefined),
  };
  return {
    tree,
    load: (milliseconds) => {
      calls.push(`${name} ${milliseconds}`);
      used.gateway += 10_000;
      return Promise.resolve({ answers: left.shift()!, seconds: 1 });
    },
  };
}

describe('two trees are compared round by round', () => {
  test('the ratio is the median of the ratios of rounds, so that a slow minute of the machine changes nothing', async () => {
    const calls: string[] = [];
    const both = [side('this tree', [1, 200, 20, 240, 220], calls), side('the other', [1, 100, 10, 100, 100], calls)] as const;
    const { results, ratios } = await compare(both, options, () => undefined);
    expect(ratios['this/other@1']).toBeCloseTo(2.1);
    expect(ratios['this/other@1, lower quartile']).toBeCloseTo(2);
    expect(ratios['this/other@1, upper quartile']).toBeCloseTo(2.3);
    expect(results.slice(0, 2)).toEqual([
      { case: '1 row', contender: 'this tree', median: 210, unit: 'req/s' },
      { case: '1 row', contender: 'the other', median: 100, unit: 'req/s' },
    ]);
  });

  test('the side that begins alternates, and the warm-up is not counted', async () => {
    const calls: string[] = [];
    let ticks = 0;
    const same = [1_000_000, 10, 10, 10, 10];
    await compare([side('this tree', same, calls), side('the other', same, calls)], { ...options, rounds: 2 }, () => (ticks += 1));
    const begun = ['this tree 500', 'the other 500', 'the other 100', 'this tree 100', 'this tree 100', 'the other 100'];
    expect([calls, ticks]).toEqual([begun, 2]);
  });

  test('CPU is that of an answer until it is numbered, and is left out where the system does not say it', async () => {
    const measure = async (hasCpu: boolean) =>
      compare(
        [side('this tree', [1, 10, 10], [], hasCpu), side('the other', [1, 20, 20], [], hasCpu)],
        { ...options, rounds: 2 },
        () => undefined,
      );
    const { results } = await measure(true);
    expect(results.slice(2)).toEqual([
      { case: '1 row, CPU of the gateway', contender: 'this tree', median: 1_000, unit: 'µs' },
      { case: '1 row, CPU of the gateway', contender: 'the other', median: 500, unit: 'µs' },
      { case: '1 row, CPU of PostgreSQL', contender: 'this tree', median: 500, unit: 'µs' },
      { case: '1 row, CPU of PostgreSQL', contender: 'the other', median: 250, unit: 'µs' },
    ]);
    expect((await measure(false)).results).toHaveLength(2);
  });
});
