import { formatTable } from '../../src/cli/terminal/format-table.ts';
import type { FileScore } from './run-all.ts';
import type { SurvivorComparison } from './survivors.ts';

/** Percentage of mutants that must be killed, in each folder and in total. */
const least = 90;

interface Line {
  readonly name: string;
  readonly mutants: number;
  readonly killed: number;
  /** How many of the killed mutants timed out or ended the process. */
  readonly hung: number;
  readonly survived: number;
  /** Undefined without mutants. */
  readonly percent: number | undefined;
}

/** The result of a run, which --json prints. */
export interface Report extends SurvivorComparison {
  readonly files: readonly Line[];
  readonly folders: readonly Line[];
  readonly total: Line;
  readonly least: number;
  readonly passed: boolean;
}

/** Sums up a run. It passes if enough mutants are killed, every survivor has a reason, and every reason belongs to a survivor. */
export function makeReport(scores: readonly FileScore[], comparison: SurvivorComparison): Report {
  const groups = [...new Set(scores.map(({ target }) => target.group))];
  const folders = groups.map((group) =>
    lineOf(
      group,
      scores.filter(({ target }) => target.group === group),
    ),
  );
  const total = lineOf('all', scores);
  const enough = [...folders, total].every(({ percent }) => percent === undefined || percent >= least);
  return {
    files: scores.map((score) => lineOf(score.target.file, [score])),
    folders,
    total,
    least,
    ...comparison,
    passed: enough && comparison.survivors.every(({ explained }) => explained) && comparison.stale.length === 0,
  };
}

function lineOf(name: string, scores: readonly FileScore[]): Line {
  const verdicts = scores.flatMap((score) => score.verdicts);
  const survived = verdicts.filter(({ how }) => how === 'survived').length;
  const hung = verdicts.filter(({ how }) => how === 'time-out' || how === 'died').length;
  const [mutants, killed] = [verdicts.length, verdicts.length - survived];
  // Rounded down: 89.99 is not 90.
  return { name, mutants, killed, hung, survived, percent: mutants === 0 ? undefined : Math.floor((1000 * killed) / mutants) / 10 };
}

/** The report as text. */
export function asText({ files, folders, total, survivors, stale, passed }: Report): string {
  const lines = [...files, ...folders, total].map(({ name, mutants, killed, hung, survived, percent }) => [
    name,
    ...[mutants, killed, hung, survived].map(String),
    percent === undefined ? '' : `${percent.toFixed(1)} %`,
  ]);
  const parts = [
    formatTable(['', 'mutants', 'killed', 'of these hung', 'survived', 'killed %'], lines, 'right').join('\n'),
    ...survivors.map(({ file, line, place, change, because }) => `${file}:${line}  ${place}\n  ${change}\n  ${because || 'NO REASON'}`),
    ...stale.map(({ file, place, change }) => `${file}  ${place}\n  ${change}\n  HAS A REASON, but does not survive`),
    passed ? `At least ${least} % are killed, and every survivor has a reason.` : 'Not passed.',
  ];
  return `${parts.join('\n\n')}\n`;
}
