import type { GraphQLSchema, Source } from 'graphql';
import type { Catalogue } from '../../../engine/markings/catalogue.ts';
import { enforce } from '../../../engine/guard/enforce.ts';
import type { ReportGuardFailure } from '../../../engine/guard/guard.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { formatDisagreement } from '../../../engine/review/check/disagreement.ts';
import { policyInForce } from '../../../town/policy/policy.ts';
import type { Policy } from '../../../engine/policy/policy.ts';
import { inspectSchema } from './inspect-schema.ts';
import { schemaSources } from './schema-sources.ts';

/** A schema with all enforcement mounted, and its markings. */
export interface EnforcedSchema {
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;
}

/**
 * Builds the one schema that the gateway validates and executes on, with all enforcement mounted.
 * @param report gets the failures that the guard turns into null; left out where nothing is executed
 * @throws PrivacyError SCHEMA_INCONSISTENT naming every disagreement between schema, directives and policy, each
 *   with its place and a hint
 */
export function buildSchema(
  sources: readonly Source[] = schemaSources(),
  policy: Policy = policyInForce,
  report: ReportGuardFailure = () => undefined,
): EnforcedSchema {
  const { disagreements, built } = inspectSchema(sources, policy);
  if (disagreements.length > 0 || !built) {
    throw new PrivacyError('SCHEMA_INCONSISTENT', { problems: disagreements.map(formatDisagreement) });
  }
  enforce(built.schema, built.catalogue, policy, report);
  return built;
}
