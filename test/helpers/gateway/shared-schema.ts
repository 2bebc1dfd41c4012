import { town } from '../../../src/town/index.ts';
import { buildSchema, type EnforcedSchema } from '../../../src/server/spine/document/build-schema.ts';
import { countGuardFailures } from '../../../src/server/spine/entry/count-guard-failures.ts';
import { schemaSources } from '../../../src/town/shared/graphql/schema-sources.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import type { Observed } from './observed.ts';

const failed = new Set<string>();

/**
 * The schema under the policy in force, for all gateways of a worker: to build and check it takes longer than the rest of a gateway. The
 * process that a test starts builds its own, and so does a gateway that is opened with another policy or with `ownSchema`.
 */
export const sharedSchema: EnforcedSchema = buildSchema(town, undefined, undefined, (coordinate, errorClass) => {
  failed.add(`${coordinate}: ${errorClass}`);
});

/** @throws Error where a resolver of the shared schema has failed, whose value was then withheld */
export function assertNoneFailed(): void {
  const found = [...failed];
  failed.clear();
  if (found.length > 0) throw new Error(`resolvers failed: ${found.join(', ')}`);
}

/** Builds a schema for one gateway, which logs and counts the failures of its resolvers. */
export function buildOwnSchema(
  policy: Policy | undefined,
  { log, observability }: Pick<Observed, 'log' | 'observability'>,
): EnforcedSchema {
  return buildSchema(town, schemaSources(), policy, countGuardFailures(log, observability.metrics));
}
