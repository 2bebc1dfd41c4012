import { formatTable } from '../../src/cli/terminal/format-table.ts';
import type { Round } from './run.ts';

const titles = ['', 'answers', 'refused', 'abandoned', 'slowest answer', 'noticed after', 'recovered after', 'memory grew', 'found'];

/** The report as text: a line for each round, then each finding with its round. */
export function asText(rounds: readonly Round[], seconds: number): string {
  const lines = formatTable(
    titles,
    rounds.map(({ fault, answers, refused, abandoned, slowest, noticed, recovered, grown, found }) => [
      fault,
      String(answers),
      String(refused),
      String(abandoned),
      `${slowest} ms`,
      noticed === undefined ? '' : `${noticed} ms`,
      `${recovered} ms`,
      `${grown} MiB`,
      String(found.length),
    ]),
    'right',
  );
  const found = rounds.flatMap((round, at) => round.found.map((sentence) => `round ${at + 1} (${round.fault}): ${sentence}`));
  const verdict =
    found.length === 0
      ? 'Every request was answered in time or refused with its code, nothing that was abandoned was logged, and every fault passed without a restart.'
      : found.join('\n');
  return `${lines.join('\n')}\n\n${verdict}\n\n${rounds.length} rounds, ${seconds} s\n`;
}

/** The report as JSON. */
export function asJson(rounds: readonly Round[], seconds: number): string {
  return `${JSON.stringify({ seconds, rounds }, null, 2)}\n`;
}

/** 0: no findings; 1: findings; 2: a round without requests. */
export function exitCodeOf(rounds: readonly Round[]): 0 | 1 | 2 {
  if (rounds.some(({ found }) => found.length > 0)) return 1;
  return rounds.every(({ answers, refused }) => answers + refused > 0) ? 0 : 2;
}
