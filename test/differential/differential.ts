import { town } from '../../src/town/index.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { compareDocuments } from '../engine/execution/compare-documents.ts';
import { runEvidence } from '../helpers/processes/evidence-command.ts';
import { neverAsked } from '../non-interference/coverage.ts';
import { report } from './report.ts';
import { compareExecutors } from './run.ts';

const description = `Compares the compiled executor with graphql-js: runs the corpus and random operations on two gateways over equal databases and compares answers, SQL statements and access entries; then runs as many random documents in memory, on a schema with every kind of type.
Exit codes: 0 no difference, 1 a difference (each is printed as small as possible), 2 the run failed, or it compared nothing.`;

await runEvidence({ name: 'differential', description, operations: 20_000 }, async ({ operations, seed, json, onProgress }) => {
  const begun = performance.now();
  const inMemory = await compareDocuments({ documents: operations, seed });
  const found = await compareExecutors({ operations, seed, onProgress });
  const { schema, markings } = buildSchema(town);
  const missed = neverAsked(found.coverage, schema, markings);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  // A run that compares nothing finds nothing.
  const inconclusive = found.operations < operations || inMemory.census.data === 0 || found.entries === 0;
  const exitCode = found.differences.length + inMemory.differences.length > 0 ? 1 : inconclusive ? 2 : 0;
  return { report: report(found, inMemory, { seed, seconds, missed, json: json === true }), exitCode };
});
