import { buildSchema } from '../../src/gateway/build-schema.ts';
import { compareDocuments } from '../execution/compare-documents.ts';
import { runEvidence } from '../helpers/evidence-command.ts';
import { neverAsked } from '../non-interference/coverage.ts';
import { report } from './report.ts';
import { compareExecutors } from './run.ts';

const description =
  'Asks the corpus and random operations of two gateways over equal databases, one with the compiled executor and one with graphql-js, and compares answers, statements and access entries; and as many random documents of a schema with every kind of type, in memory.\nExit codes: 0 no difference, 1 a difference (each as small as it can be), 2 could not.';

await runEvidence({ name: 'differential', description, operations: 20_000 }, async ({ operations, seed, json, onProgress }) => {
  const begun = performance.now();
  const inMemory = await compareDocuments({ documents: operations, seed });
  const found = await compareExecutors({ operations, seed, onProgress });
  const { schema, catalogue } = buildSchema();
  const missed = neverAsked(found.coverage, schema, catalogue);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  // Who asks nothing finds nothing.
  const nothing = found.operations < operations || inMemory.census.data === 0 || found.entries === 0;
  const exitCode = found.differences.length + inMemory.differences.length > 0 ? 1 : nothing ? 2 : 0;
  return { report: report(found, inMemory, { seed, seconds, missed, json: json === true }), exitCode };
});
