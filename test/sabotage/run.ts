import { apply, Stale } from './apply.ts';
import type { Copy } from './copy.ts';
import type { Verdict } from './judge.ts';
import type { Sabotage } from './list/patch.ts';
import { runJest } from './run-jest.ts';

/** A sabotage with its number in the list, from 1. */
export interface Numbered {
  readonly number: number;
  readonly sabotage: Sabotage;
}

/** The outcome of a sabotage. */
export type Outcome =
  | { readonly kind: 'noticed'; readonly suite: string; readonly test: string }
  /** @property broken suites that could not load, which does not count as noticing */
  | { readonly kind: 'unnoticed'; readonly broken: readonly string[] }
  | { readonly kind: 'stale'; readonly because: string };

export interface Reported extends Numbered {
  readonly outcome: Outcome;
  /** Whether none of its own suites noticed, but another one did. */
  readonly elsewhere: boolean;
}

/**
 * Checks that the suites of these sabotages pass on the unchanged tree: a failing suite notices nothing.
 * @throws Error with the suites that fail
 */
export async function proveGreen(copy: Copy, chosen: readonly Numbered[], signal: AbortSignal): Promise<void> {
  const suites = [...new Set(chosen.flatMap(({ sabotage }) => sabotage.tests))];
  const bad = (await runJest(copy.root, { suites, bail: false }, signal)).filter(isBad);
  if (bad.length === 0) return;
  throw new Error(['these suites are not green without any sabotage:', ...bad.map((one) => `  ${one.suite}: ${detailOf(one)}`)].join('\n'));
}

/** Makes one mistake in the copy, runs the suites that should notice, then all others, and undoes it. */
export async function run(copy: Copy, numbered: Numbered, signal: AbortSignal): Promise<Reported> {
  const { sabotage } = numbered;
  let undo: () => void;
  try {
    undo = apply(copy, sabotage);
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return { ...numbered, outcome: { kind: 'stale', because: error.message }, elsewhere: false };
  }
  try {
    for (const suite of sabotage.tests) {
      const red = (await runJest(copy.root, { suites: [suite], bail: true }, signal)).find(isRed);
      if (red) return { ...numbered, outcome: { kind: 'noticed', suite: red.suite, test: red.test }, elsewhere: false };
    }
    const bad = (await runJest(copy.root, { suites: undefined, bail: false }, signal)).filter(isBad);
    const again = await redAmong(copy, bad.filter(isRed), signal);
    undo();
    const anyway = await redAmong(copy, again, signal);
    const noticed = again.find(({ suite }) => !anyway.some((one) => one.suite === suite));
    const outcome: Outcome = noticed
      ? { kind: 'noticed', suite: noticed.suite, test: noticed.test }
      : { kind: 'unnoticed', broken: bad.filter(({ kind }) => kind === 'broken').map((one) => `${one.suite}: ${detailOf(one)}`) };
    return { ...numbered, outcome, elsewhere: noticed !== undefined };
  } finally {
    undo();
  }
}

/** Runs failed suites again: with the mistake, to exclude chance; without it, to exclude suites that always fail. */
async function redAmong(copy: Copy, reds: readonly Red[], signal: AbortSignal): Promise<Red[]> {
  if (reds.length === 0) return [];
  return (await runJest(copy.root, { suites: reds.map(({ suite }) => suite), bail: false }, signal)).filter(isRed);
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
