import type { Mutant } from './mutants.ts';
import type { Comparison, Verdicts } from './run.ts';

/** The result of a run for one policy. */
export interface Finding extends Comparison {
  readonly policy: string;
  readonly verdicts: Verdicts;
}

/** At least so much of the mutants with which a gateway starts must be killed. */
const enough = 0.95;

/** Whether a run found nothing: no difference, and enough mutants killed, with a reason for each that was not. Pure. */
export function isPassed(findings: readonly Finding[]): boolean {
  return findings.every(({ differences, verdicts }) => {
    const { killed, equivalent, survived } = verdicts;
    const isEnough = killed.length >= enough * (killed.length + equivalent.length + survived.length);
    return differences.length === 0 && survived.length === 0 && isEnough;
  });
}

/** The findings as JSON or as text. Pure. */
export function report(
  findings: readonly Finding[],
  run: { readonly seed: number; readonly seconds: number; readonly json: boolean },
): string {
  const { seed, seconds, json } = run;
  const policies = findings.map(({ verdicts, ...finding }) => ({
    ...finding,
    mutants: {
      killed: verdicts.killed.length,
      refused: verdicts.refused.map(inWords),
      equivalent: verdicts.equivalent.map(inWords),
      survived: verdicts.survived.map(inWords),
    },
  }));
  if (json) return `${JSON.stringify({ seed, seconds, policies }, null, 2)}\n`;
  const blocks = policies.flatMap(({ policy, cells, permitted, entries, random, differences, mutants }) => [
    ...differences.map((difference) => `DIFFERENCE in the ${policy}: ${difference}`),
    `${policy}: ${cells} cells (${permitted} permitted), ${entries} entries, ${random} random questions: ${differences.length} differences`,
    `  mutants: ${mutants.killed} killed, ${mutants.survived.length} survived, ${mutants.equivalent.length} equivalent; with ${mutants.refused.length} more no gateway starts`,
    ...mutants.survived.map((mutant) => `  SURVIVED ${mutant}`),
    ...mutants.equivalent.map((mutant) => `  equivalent: ${mutant}`),
  ]);
  return [...blocks, `Seed ${seed}, ${seconds} s.`, ''].join('\n');
}

function inWords({ line, change }: Mutant): string {
  return `${line}: ${change}`;
}
