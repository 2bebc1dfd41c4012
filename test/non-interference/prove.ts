import { buildSchema } from '../../src/gateway/build-schema.ts';
import { runEvidence } from '../helpers/evidence-command.ts';
import { neverAsked } from './census.ts';
import { report } from './report.ts';
import { prove } from './run.ts';

const description =
  'Asks random operations of two gateways over two towns that differ in all that policy-matrix.md withholds from the asker, and compares every byte of the answers and every statement.\nExit codes: 0 no leak, 1 a leak (the smallest leaking operation is printed), 2 could not.';

await runEvidence({ name: 'prove', description, operations: 5_000 }, async ({ operations, seed, json, onProgress }) => {
  const begun = performance.now();
  const proof = await prove({ operations, seed, onProgress });
  const { schema, catalogue } = buildSchema();
  const missed = neverAsked(proof.census, schema, catalogue);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  // Who asks nothing finds nothing.
  const nothing = proof.operations < operations || proof.census.coordinates.size === 0;
  const exitCode = proof.leaks.length > 0 ? 1 : nothing ? 2 : 0;
  return { report: report(proof, { seed, seconds, missed, json: json === true }), exitCode };
});
