import type { GraphQLSchema, Source } from 'graphql';
import type { Markings } from '../../../engine/markings/markings.ts';
import { enforce, type ReportGuardFailure } from '../../../engine/guard/guard.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { formatDisagreement } from '../../../engine/review/check/disagreement.ts';
import type { Application } from '../../../engine/application.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { inspectSchema } from './inspect-schema.ts';

/** A schema with all enforcement mounted, and its markings. */
export interface EnforcedSchema {
  readonly schema: GraphQLSchema;
  readonly markings: Markings;
}

/**
 * Builds the one schema that the gateway validates and executes on, with all enforcement mounted.
 * @param report gets the failures that the guard turns into null; left out where nothing is executed
 * @throws PrivacyError SCHEMA_INCONSISTENT naming every disagreement between schema, directives and policy, each
 *   with its place and a hint
 */
export function buildSchema(
  application: Pick<Application, 'schema' | 'policy'>,
  sources: readonly Source[] = application.schema.sources(),
  policy: Policy = application.policy,
  report: ReportGuardFailure = () => undefined,
): EnforcedSchema {
  const { disagreements, built } = inspectSchema(application.schema, sources, policy);
  if (disagreements.length > 0 || !built) {
    throw new PrivacyError('SCHEMA_INCONSISTENT', { problems: disagreements.map(formatDisagreement) });
  }
  enforce(built.schema, built.markings, policy, report);
  return built;
}
