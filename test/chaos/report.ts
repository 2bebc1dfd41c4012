import { formatTable } from '../../src/cli/terminal/format-table.ts';
import type { Round } from './run.ts';

interface KindFigures {
  readonly fault: string;
  readonly rounds: number;
  readonly answers: number;
  readonly refused: number;
  readonly lost: number;
  readonly entries: number;
  readonly found: number;
}

function byKind(rounds: readonly Round[]): KindFigures[] {
  return [...Map.groupBy(rounds, ({ fault }) => fault)].map(([fault, group]) => {
    const sum = (of: (round: Round) => number): number => group.reduce((total, round) => total + of(round), 0);
    return {
      fault,
      rounds: group.length,
      answers: sum(({ answers }) => answers),
      refused: sum(({ refused }) => refused),
      lost: sum(({ lost }) => lost),
      entries: sum(({ entries }) => entries),
      found: sum(({ found }) => found.length),
    };
  });
}

/** The report as text: a line for each kind of fault, then each finding with its round. */
export function asText(rounds: readonly Round[], seed: number, seconds: number): string {
  const titles = ['', 'rounds', 'answers', 'refused', 'lost', 'entries', 'faults found'];
  const table = byKind(rounds).map((figures) => Object.values(figures).map(String));
  const lines = formatTable(titles, table, 'right');
  const found = rounds.flatMap((round, at) => shortened(round.found).map((sentence) => `round ${at + 1} (${round.fault}): ${sentence}`));
  const verdict = found.length === 0 ? 'Each answer has its entry, none is doubled, and the log verifies.' : found.join('\n');
  return `${lines.join('\n')}\n\n${verdict}\n\n${rounds.length} rounds, seed ${seed}, ${seconds} s\n`;
}

const shown = 5;

function shortened(found: readonly string[]): readonly string[] {
  return found.length <= shown ? found : [...found.slice(0, shown), `and ${found.length - shown} more`];
}

/** The report as JSON. */
export function asJson(rounds: readonly Round[], seed: number, seconds: number): string {
  return `${JSON.stringify({ seed, seconds, kinds: byKind(rounds), rounds }, null, 2)}\n`;
}

/** 0: no findings; 1: findings; 2: fewer rounds than requested, or clients without answers. */
export function exitCodeOf(rounds: readonly Round[], asked: number): 0 | 1 | 2 {
  if (rounds.some(({ found }) => found.length > 0)) return 1;
  return rounds.length === asked && rounds.every(({ answers, entries }) => answers > 0 && entries > 0) ? 0 : 2;
}
