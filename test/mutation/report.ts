import { formatTable } from '../../src/cli/format-table.ts';
import type { FileScore } from './run-all.ts';
import type { Reckoning } from './survivors.ts';

/** The share of mutants that must be killed, of each folder and of all, in per cent. */
const least = 90;

interface Line {
  readonly name: string;
  readonly mutants: number;
  readonly killed: number;
  /** Of the killed: those that never came to an end, or took the process down. */
  readonly hung: number;
  readonly survived: number;
  /** Undefined where there is nothing that could be got wrong. */
  readonly percent: number | undefined;
}

/** What a run found; with --json this is what is printed. */
export interface Report extends Reckoning {
  readonly files: readonly Line[];
  readonly folders: readonly Line[];
  readonly total: Line;
  readonly least: number;
  readonly passed: boolean;
}

/** Sums a run up. It passes if enough are killed, every survivor is explained, and no explanation is out of date. */
export function makeReport(scores: readonly FileScore[], reckoning: Reckoning): Report {
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
    ...reckoning,
    passed: enough && reckoning.survivors.every(({ explained }) => explained) && reckoning.stale.length === 0,
  };
}

function lineOf(name: string, scores: readonly FileScore[]): Line {
  const verdicts = scores.flatMap((score) => score.verdicts);
  const survived = verdicts.filter(({ how }) => how === 'survived').length;
  const hung = verdicts.filter(({ how }) => how === 'time-out' || how === 'died').length;
  const [mutants, killed] = [verdicts.length, verdicts.length - survived];
  // Down, never up: 89.99 is not 90.
  return { name, mutants, killed, hung, survived, percent: mutants === 0 ? undefined : Math.floor((1000 * killed) / mutants) / 10 };
}

/** The report for people. */
export function asText({ files, folders, total, survivors, stale, passed }: Report): string {
  const lines = [...files, ...folders, total].map(({ name, mutants, killed, hung, survived, percent }) => [
    name,
    ...[mutants, killed, hung, survived].map(String),
    percent === undefined ? '' : `${percent.toFixed(1)} %`,
  ]);
  const parts = [
    formatTable(['', 'mutants', 'killed', 'of them hung', 'survived', 'killed of all'], lines, 'right').join('\n'),
    ...survivors.map(({ file, line, place, change, because }) => `${file}:${line}  ${place}\n  ${change}\n  ${because || 'NOT EXPLAINED'}`),
    ...stale.map(({ file, place, change }) => `${file}  ${place}\n  ${change}\n  EXPLAINED, but it does not survive`),
    passed ? `At least ${least} % are killed, and every survivor is explained.` : 'Not passed.',
  ];
  return `${parts.join('\n\n')}\n`;
}
