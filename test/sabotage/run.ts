import { Stale } from './anchor/sources.ts';
import { apply } from './apply.ts';
import type { Copy } from './copy.ts';
import type { Verdict } from './judge.ts';
import type { Sabotage } from './patch.ts';
import { NoResults, runJest } from './run-jest.ts';

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
  /** A suite of its own fails without any sabotage, so that it notices nothing, or does not end. */
  | { readonly kind: 'untried'; readonly because: string };

export interface Reported extends Numbered {
  readonly outcome: Outcome;
  /** Whether its own suites did not notice, but another one did. */
  readonly elsewhere: boolean;
}

/** Why a suite fails on the unchanged tree, by its path. A suite that passes is not in it. */
export type RedBaselines = ReadonlyMap<string, string>;

/** Runs suites on the unchanged tree, and once more those that fail by chance. */
export async function readBaselines(copy: Copy, suites: readonly string[], prepared: string, signal: AbortSignal): Promise<RedBaselines> {
  const red = new Map<string, string>();
  const first = await runJest(copy.root, { suites, prepared, inBand: false, signal });
  const bad = first.filter(isBad).map(({ suite }) => suite);
  const again = bad.length === 0 ? [] : await runJest(copy.root, { suites: bad, prepared, signal });
  for (const verdict of again.filter(isBad)) red.set(verdict.suite, `${verdict.suite}: ${detailOf(verdict)}`);
  // Jest leaves out a path that is no suite.
  if (first.length < suites.length) for (const suite of suites.filter((one) => !copy.has(one))) red.set(suite, `${suite}: it does not run`);
  return red;
}

/** The tree in which mistakes are made. */
export interface Workshop {
  /** Whether all other suites run too, where its own do not notice a mistake. */
  readonly searches: boolean;
  readonly copy: Copy;
  /** A data directory with a filled PostgreSQL. */
  readonly prepared: string;
  /** The files that filled it. A mistake in one of them needs a PostgreSQL of its own. */
  readonly filledBy: ReadonlySet<string>;
}

/** Makes one mistake in the copy, runs the suites that should notice, then all others if the workshop searches, and undoes it. */
export async function run(workshop: Workshop, numbered: Numbered, baselines: RedBaselines, signal: AbortSignal): Promise<Reported> {
  const { copy } = workshop;
  const { sabotage } = numbered;
  const because = whyStale(copy, sabotage);
  if (because) return { ...numbered, outcome: { kind: 'stale', because }, elsewhere: false };
  for (const suite of sabotage.tests) {
    const red = baselines.get(suite);
    if (red) return { ...numbered, outcome: { kind: 'untried', because: red }, elsewhere: false };
  }
  const { files, undo } = apply(copy, sabotage);
  const prepared = files.every((file) => file.endsWith('.ts') && !workshop.filledBy.has(file)) ? workshop.prepared : undefined;
  try {
    const broken: string[] = [];
    for (const suite of sabotage.tests) {
      const verdicts = await runJest(copy.root, { suites: [suite], prepared, signal });
      const red = verdicts.find(isRed);
      if (red) return { ...numbered, outcome: { ...red, kind: 'noticed' }, elsewhere: false };
      broken.push(...brokenIn(verdicts));
    }
    if (!workshop.searches) return { ...numbered, outcome: { kind: 'unnoticed', broken }, elsewhere: false };
    const bad = (await runJest(copy.root, { suites: undefined, prepared, signal })).filter(isBad);
    const again = await redAmong(copy, bad.filter(isRed), prepared, signal);
    undo();
    const anyway = await redAmong(copy, again, workshop.prepared, signal);
    const noticed = again.find(({ suite }) => !anyway.some((one) => one.suite === suite));
    const outcome: Outcome = noticed ? { ...noticed, kind: 'noticed' } : { kind: 'unnoticed', broken: brokenIn(bad) };
    return { ...numbered, outcome, elsewhere: noticed !== undefined };
  } catch (error) {
    const because =
      error instanceof NoResults ? error.message : (error as Error).name === 'TimeoutError' ? 'its suites did not end in time' : undefined;
    if (because === undefined) throw error;
    return { ...numbered, outcome: { kind: 'untried', because }, elsewhere: false };
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
async function redAmong(copy: Copy, reds: readonly Red[], prepared: string | undefined, signal: AbortSignal): Promise<Red[]> {
  if (reds.length === 0) return [];
  const suites = reds.map(({ suite }) => suite);
  return (await runJest(copy.root, { suites, prepared, signal })).filter(isRed);
}

type Red = Extract<Verdict, { kind: 'red' }>;
type Bad = Exclude<Verdict, { kind: 'green' }>;

function isRed(verdict: Verdict): verdict is Red {
  return verdict.kind === 'red';
}

function isBad(verdict: Verdict): verdict is Bad {
  return verdict.kind !== 'green';
}

function brokenIn(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.filter(isBad).flatMap((one) => (one.kind === 'broken' ? [`${one.suite}: ${detailOf(one)}`] : []));
}

function detailOf(verdict: Bad): string {
  return verdict.kind === 'red' ? `${verdict.test} (${verdict.because})` : verdict.because;
}
