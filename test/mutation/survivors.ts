import { readFileSync } from 'node:fs';
import type { FileScore } from './run-all.ts';

/** The reason why a mutant may survive. */
export interface Explanation {
  readonly file: string;
  readonly place: string;
  readonly change: string;
  readonly because: string;
}

/** The survivors of a run compared with their written reasons. */
export interface SurvivorComparison {
  readonly survivors: readonly (Explanation & { readonly line: number; readonly explained: boolean })[];
  /** Reasons whose mutant was killed or no longer exists. */
  readonly stale: readonly Explanation[];
}

/** Reads survivors.json. */
export function readExplanations(): readonly Explanation[] {
  return JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8')) as Explanation[];
}

/** Compares the survivors of a run with the reasons for the files that were run. */
export function compareSurvivors(scores: readonly FileScore[], explanations: readonly Explanation[]): SurvivorComparison {
  const key = ({ file, place, change }: Omit<Explanation, 'because'>): string => [file, place, change].join('\n');
  const because = new Map(explanations.map((explanation) => [key(explanation), explanation.because]));
  const survivors = scores
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ how }) => how === 'survived')
    .map(({ mutant: { file, line, place, change } }) => {
      const known = because.get(key({ file, place, change }));
      return { file, line, place, change, because: known ?? '', explained: known !== undefined && known !== '' };
    });
  const alive = new Set(survivors.map(key));
  const files = new Set(scores.map(({ target }) => target.file));
  return { survivors, stale: explanations.filter((one) => files.has(one.file) && !alive.has(key(one))) };
}
