import { Stale } from './anchor/sources.ts';
import { apply } from './apply.ts';
import type { Copy } from './copy.ts';
import type { Verdict } from './judge.ts';
import type { Sabotage } from './patch.ts';
import { runJest } from './run-jest.ts';

/** A sabotage with its number in the list, from 1. */
export interface Numbered {
  readonly number: number;
  readonly sabotage: Sabotage;
}

/** The outcome of a sabotage. */
export type Outcome =
  /** @property because what the failed test says */
  | { readonly kind: 'noticed'; readonly suite: string; readonly test: string; readonly because: string }
  /** @property broken suites that could not load, which does not count as noticing */
  | { readonly kind: 'unnoticed'; readonly broken: readonly string[] }
  | { readonly kind: 'stale'; readonly because: string }
  /** A suite of its own fails without any sabotage, so that it notices nothing. */
  | { readonly kind: 'untried'; readonly because: string };

export interface Reported extends Numbered {
  readonly outcome: Outcome;
  /** Whether none of its own suites noticed, but another one did. */
  readonly elsewhere: boolean;
}

/** What suites say of the unchanged tree. Each runs once, before its first sabotage, and once more where it fails by chance. */
export class Baselines {
  readonly #copy: Copy;
  readonly #known = new Map<string, Verdict>();

  constructor(copy: Copy) {
    this.#copy = copy;
  }

  /** @returns why a suite fails on the unchanged tree; undefined: it passes */
  async whyRed(suite: string, signal: AbortSignal): Promise<string | undefined> {
    let known = this.#known.get(suite);
    for (let run = 0; run < 2 && (known === undefined || isBad(known)); run += 1) {
      [known] = await runJest(this.#copy.root, [suite], signal);
    }
    if (known) this.#known.set(suite, known);
    if (!known) return `${suite}: it does not run`;
    return isBad(known) ? `${suite}: ${detailOf(known)}` : undefined;
  }
}

/** Makes one mistake in the copy, runs the suites that should notice, then all others, and undoes it. */
export async function run(copy: Copy, numbered: Numbered, baselines: Baselines, signal: AbortSignal): Promise<Reported> {
  const { sabotage } = numbered;
  const because = whyStale(copy, sabotage);
  if (because) return { ...numbered, outcome: { kind: 'stale', because }, elsewhere: false };
  for (const suite of sabotage.tests) {
    const red = await baselines.whyRed(suite, signal);
    if (red) return { ...numbered, outcome: { kind: 'untried', because: red }, elsewhere: false };
  }
  const undo = apply(copy, sabotage);
  try {
    for (const suite of sabotage.tests) {
      const red = (await runJest(copy.root, [suite], signal)).find(isRed);
      if (red) return { ...numbered, outcome: { ...red, kind: 'noticed' }, elsewhere: false };
    }
    const bad = (await runJest(copy.root, undefined, signal)).filter(isBad);
    const again = await redAmong(copy, bad.filter(isRed), signal);
    undo();
    const anyway = await redAmong(copy, again, signal);
    const noticed = again.find(({ suite }) => !anyway.some((one) => one.suite === suite));
    const outcome: Outcome = noticed
      ? { ...noticed, kind: 'noticed' }
      : { kind: 'unnoticed', broken: bad.filter(({ kind }) => kind === 'broken').map((one) => `${one.suite}: ${detailOf(one)}`) };
    return { ...numbered, outcome, elsewhere: noticed !== undefined };
  } finally {
    undo();
  }
}

/** @returns why a sabotage does not apply; undefined: it does */
function whyStale({ sources, read }: Copy, sabotage: Sabotage): string | undefined {
  try {
    apply({ sources, read, write: () => undefined }, sabotage);
    return undefined;
  } catch (error) {
    if (error instanceof Stale) return error.message;
    throw error;
  }
}

/** Runs failed suites again: with the mistake, to exclude chance; without it, to exclude suites that always fail. */
async function redAmong(copy: Copy, reds: readonly Red[], signal: AbortSignal): Promise<Red[]> {
  if (reds.length === 0) return [];
  const suites = reds.map(({ suite }) => suite);
  return (await runJest(copy.root, suites, signal)).filter(isRed);
}

type Red = Extract<Verdict, { kind: 'red' }>;
type Bad = Exclude<Verdict, { kind: 'green' }>;

function isRed(verdict: Verdict): verdict is Red {
  return verdict.kind === 'red';
}

function isBad(verdict: Verdict): verdict is Bad {
  return verdict.kind !== 'green';
}

function detailOf(verdict: Bad): string {
  return verdict.kind === 'red' ? `${verdict.test} (${verdict.because})` : verdict.because;
}
