import { policyInForce } from '../../src/town/policy/policy.ts';
import { runEvidence } from '../helpers/processes/evidence-command.ts';
import { clinicPolicy } from './clinic.ts';
import { openMatrix } from './matrix.ts';
import { mutantsOf } from './mutants.ts';
import { isPassed, report, type Finding } from './report.ts';
import { cellsIn, compareMatrix, compareRandom, judgeAll } from './run.ts';

const description = `Decides the policies of the town and of the clinic by Cedar as well: every cell of the matrix, every entry of a root field, and random questions about the town (the operations). Then changes single words of each policy: the gateway, with the changed policy, must differ from Cedar with the original.
Exit codes: 0 no difference, and the changes are noticed; 1 a difference, or a change that is not noticed (each is printed); 2 the run failed, or Cedar permits nothing.`;

const policies = { town: policyInForce, clinic: await clinicPolicy() };
const fixed = Object.values(policies).reduce((sum, policy) => sum + cellsIn(policy) + mutantsOf(policy).length, 0);
const about = { name: 'oracle', description, operations: 100_000, fixed, database: false } as const;

await runEvidence(about, async ({ operations, seed, json, onProgress }) => {
  const begun = performance.now();
  let done = 0;
  const advance = (more = 1): void => onProgress((done += more));
  const findings = Object.entries(policies).map(([name, policy]): Finding => {
    const matrix = openMatrix(name, policy);
    const compared = compareMatrix(matrix, 1, advance);
    // The clinic's matrix has every set of its conditions already.
    const random = name === 'town' ? operations : 0;
    const differences = [...compared.differences, ...compareRandom(matrix, random, seed, advance)];
    return { policy: name, ...compared, random, differences, verdicts: judgeAll(matrix, mutantsOf(policy), advance) };
  });
  const seconds = Math.round((performance.now() - begun) / 1_000);
  // A policy that permits nothing would agree with anything that permits nothing.
  const inconclusive = findings.some(({ permitted }) => permitted === 0);
  const exitCode = !isPassed(findings) ? 1 : inconclusive ? 2 : 0;
  return { report: report(findings, { seed, seconds, json: json === true }), exitCode };
});
