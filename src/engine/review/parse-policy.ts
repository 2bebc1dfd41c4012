import { z } from 'zod';
import { DataCategory, Purpose, Relationship, Role, RowScope } from '../../town/graphql/generated/schema.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { formatDisagreement, type Disagreement } from './check/disagreement.ts';
import { describeIssue } from './check/issues.ts';
import { checkPolicy } from './check-policy.ts';
import { clauses } from '../../town/policy/clauses.ts';
import { allConditions } from '../../town/policy/conditions.ts';
import type { Policy } from '../policy/policy.ts';

const categories = z.array(z.enum(DataCategory));
const purposes = z.array(z.enum(Purpose));
const conditions = z.array(z.enum(allConditions));
const clause = z.enum(clauses);
const line = z.string();

const grant = z.strictObject({
  line,
  role: z.enum(Role),
  purpose: z.enum(Purpose),
  relationship: z.enum(Relationship),
  categories,
  when: z.exactOptional(conditions),
  clause,
});

const prohibition = z.strictObject({
  line,
  categories,
  roles: z.exactOptional(z.array(z.enum(Role))),
  purposes: z.exactOptional(purposes),
  when: z.exactOptional(conditions),
  unless: z.exactOptional(
    z.strictObject({
      purposes: z.exactOptional(purposes),
      relationships: z.exactOptional(z.array(z.enum(Relationship))),
      conditions: z.exactOptional(conditions),
    }),
  ),
  clause,
  because: z.string(),
});

const rootField = z.strictObject({
  fields: z.array(z.string()),
  role: z.enum({ ...Role, ANYBODY: 'ANYBODY' }),
  purposes: z.union([z.literal('ANY'), purposes]),
  scope: z.enum(RowScope),
  needs: z.exactOptional(z.enum(DataCategory)),
  freshProof: z.exactOptional(z.literal(true)),
  clause,
});

const limits = { perHour: z.number(), perDay: z.number() };
const budget = z.strictObject({
  role: z.enum(Role),
  purposes,
  ...limits,
  unserved: z.exactOptional(z.strictObject(limits)),
  identityChecks: z.exactOptional(z.strictObject(limits)),
  claims: z.exactOptional(z.strictObject(limits)),
  clause,
});

const form = z.strictObject({
  grants: z.array(grant),
  prohibitions: z.array(prohibition),
  rootFields: z.array(rootField),
  budgets: z.array(budget),
});

/** A policy that cannot be applied, with a list of its problems. */
export class PolicyInvalid extends PrivacyError {
  readonly disagreements: readonly Disagreement[];

  constructor(disagreements: readonly Disagreement[]) {
    super('POLICY_INVALID', { problems: disagreements.map(formatDisagreement) });
    this.disagreements = disagreements;
  }
}

/**
 * Parses a policy that comes from a file.
 * @param value parsed JSON: `{grants, prohibitions, rootFields, budgets}`; the lines have the forms above
 * @throws {PolicyInvalid} POLICY_INVALID: lists every line that is malformed, unknown, contradictory or without effect, with
 *   its place, the problem and a hint
 */
export function parsePolicy(value: unknown): Policy {
  const parsed = form.safeParse(value);
  if (!parsed.success) throw new PolicyInvalid(parsed.error.issues.flatMap((issue) => describeIssue(value, issue)));
  const disagreements = checkPolicy(parsed.data);
  if (disagreements.length > 0) throw new PolicyInvalid(disagreements);
  return parsed.data;
}
