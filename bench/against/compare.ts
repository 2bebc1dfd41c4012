import { median } from '../median.ts';
import type { Figure } from '../report.ts';
import { sides, type Tree } from './open-trees.ts';

/** One tree, and how it is loaded. */
export interface Side {
  readonly tree: Tree;
  /** Loads it for that many milliseconds. */
  load(milliseconds: number): Promise<{ readonly answers: number; readonly seconds: number }>;
}

export interface CompareOptions {
  /** The name of the case, and the short one that its ratios get. */
  readonly name: string;
  readonly short: string;
  readonly unit: string;
  readonly rounds: number;
  /** Milliseconds of load on each side before the first round, until its code is compiled. */
  readonly warmUp: number;
  /** Milliseconds of load on each side in each round. */
  readonly milliseconds: number;
}

export interface Compared {
  readonly results: readonly Figure[];
  readonly ratios: Readonly<Record<string, number>>;
}

interface Sample {
  readonly rate: number;
  readonly gateway: number;
  readonly database: number;
}

/**
 * Loads both sides in turn, with the side that begins alternating. The ratio is the median of the rounds' own ratios, because
 * what else the machine does changes both slices of a round alike; the quartiles tell how much to trust it.
 * @param tick called after each round
 */
export async function compare(both: readonly [Side, Side], options: CompareOptions, tick: () => void): Promise<Compared> {
  const { name, short, unit, rounds, warmUp, milliseconds } = options;
  const samples: Sample[][] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const sample = await takeSample(both[at]!, round === 0 ? warmUp : milliseconds);
      if (round > 0) samples[at]!.push(sample);
    }
    if (round > 0) tick();
  }
  const results: Figure[] = [];
  const note = (what: string, of: keyof Sample, its: string): void => {
    for (const [at, contender] of sides.entries()) {
      results.push({ case: `${name}${what}`, contender, median: median(samples[at]!.map((sample) => sample[of])), unit: its });
    }
  };
  note('', 'rate', unit);
  if (both[0].tree.cpu() !== undefined) {
    note(', CPU of the gateway', 'gateway', 'µs');
    note(', CPU of PostgreSQL', 'database', 'µs');
  }
  const byRound = samples[0]!.map(({ rate }, round) => rate / samples[1]![round]!.rate).toSorted((one, other) => one - other);
  const half = Math.floor(byRound.length / 2);
  return {
    results,
    ratios: {
      [`this/other@${short}`]: median(byRound),
      [`this/other@${short}, lower quartile`]: median(byRound.slice(0, half)),
      [`this/other@${short}, upper quartile`]: median(byRound.slice(-half)),
    },
  };
}

/** CPU is counted until the entries are numbered: they are part of what the answers cost. */
async function takeSample(side: Side, milliseconds: number): Promise<Sample> {
  const { tree } = side;
  const before = tree.cpu();
  const { answers, seconds } = await side.load(milliseconds);
  await tree.settle();
  const after = tree.cpu();
  return {
    rate: answers / seconds,
    gateway: ((after?.gateway ?? 0) - (before?.gateway ?? 0)) / answers,
    database: ((after?.database ?? 0) - (before?.database ?? 0)) / answers,
  };
}
