import { town } from '../../src/town/index.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { runEvidence } from '../helpers/processes/evidence-command.ts';
import { neverAsked } from './coverage.ts';
import { report } from './report.ts';
import { prove } from './run.ts';

const description = `Compares two towns that differ in every value that policy-matrix.md withholds from the viewer: sends random operations to a gateway over each, and compares every byte of the answers and every SQL statement.
Exit codes: 0 no leak, 1 a leak (the smallest leaking operation is printed), 2 the run failed, or it shows nothing for some personal field.`;

await runEvidence({ name: 'prove', description, operations: 5_000 }, async ({ operations, seed, json, onProgress }) => {
  const begun = performance.now();
  const proof = await prove({ operations, seed, onProgress });
  const { schema, markings } = buildSchema(town);
  const missed = neverAsked(proof.coverage, schema, markings);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  // Two equal towns, or no operations, never show a leak.
  const inconclusive = proof.operations < operations || proof.coverage.coordinates.size === 0 || proof.neverVaried.length > 0;
  const exitCode = proof.leaks.length > 0 ? 1 : inconclusive ? 2 : 0;
  return { report: report(proof, { seed, seconds, missed, json: json === true }), exitCode };
});
