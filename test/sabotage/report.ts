import type { Numbered, Reported } from './run.ts';

/** The outcome of the tried sabotages as text: number, sentence, the test that noticed, and what it says. */
export function asText(reported: readonly Reported[]): string {
  const lines = reported.flatMap((one) => [`${String(one.number).padStart(3)}  ${one.sabotage.sentence}`, `     ${outcomeOf(one)}`]);
  const count = (kind: Reported['outcome']['kind']): number => reported.filter(({ outcome }) => outcome.kind === kind).length;
  const sum = `${reported.length} sabotages: ${count('noticed')} noticed, ${count('unnoticed')} unnoticed, ${count('stale')} no longer apply, ${count('untried')} not tried`;
  return `${[...lines, '', sum].join('\n')}\n`;
}

function outcomeOf({ outcome, elsewhere }: Reported): string {
  switch (outcome.kind) {
    case 'noticed':
      return `noticed by ${outcome.suite}${elsewhere ? ' (not named for it)' : ''}: ${outcome.test}\n     ${outcome.because}`;
    case 'unnoticed':
      return `UNNOTICED${outcome.broken.length > 0 ? `; could not run: ${outcome.broken.join('; ')}` : ''}`;
    case 'stale':
      return `NO LONGER APPLIES: ${outcome.because}`;
    case 'untried':
      return `NOT TRIED, because a suite fails without it: ${outcome.because}`;
    default:
      return outcome satisfies never;
  }
}

/** The outcome as JSON. */
export function asJson(reported: readonly Reported[]): string {
  const flat = reported.map(({ number, sabotage, outcome, elsewhere }) => {
    const { kind, ...details } = outcome;
    return { number, sentence: sabotage.sentence, outcome: kind, ...details, namedFor: sabotage.tests, elsewhere };
  });
  return `${JSON.stringify({ sabotages: flat }, null, 2)}\n`;
}

/** The list of sabotages. */
export function listText(chosen: readonly Numbered[]): string {
  return chosen.map(({ number, sabotage }) => `${String(number).padStart(3)}  ${sabotage.sentence}\n`).join('');
}

export function listJson(chosen: readonly Numbered[]): string {
  return `${JSON.stringify({ sabotages: chosen.map(({ number, sabotage }) => ({ number, ...sabotage })) }, null, 2)}\n`;
}

/** 0: all were noticed; 1: one was not; 2: one could not be tried, so it is unknown whether it would be noticed. */
export function exitCodeOf(reported: readonly Reported[]): 0 | 1 | 2 {
  if (reported.some(({ outcome }) => outcome.kind === 'stale' || outcome.kind === 'untried')) return 2;
  return reported.every(({ outcome }) => outcome.kind === 'noticed') ? 0 : 1;
}
