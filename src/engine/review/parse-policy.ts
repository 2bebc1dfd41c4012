import { z } from 'zod';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { formatDisagreement, type Disagreement } from './check/disagreement.ts';
import { describeIssue } from './check/issues.ts';
import { checkPolicy } from './check-policy.ts';
import type { Policy, PolicyLines } from '../policy/declaration/policy.ts';
import { wordsOf, type Vocabulary } from '../policy/declaration/vocabulary.ts';

/** The form of a policy in these words. */
function formOf(vocabulary: Vocabulary) {
  const oneOf = <Word extends string>(described: Readonly<Record<Word, unknown>>) => z.enum(wordsOf(described));
  const role = oneOf(vocabulary.roles);
  const purpose = oneOf(vocabulary.purposes);
  const relationship = oneOf(vocabulary.relationships);
  const category = oneOf(vocabulary.categories);
  const categories = z.array(category);
  const purposes = z.array(purpose);
  const conditions = z.array(oneOf(vocabulary.conditions));
  const clause = oneOf(vocabulary.clauses);
  const line = z.string();
  const limits = { perHour: z.number(), perDay: z.number() };

  const grant = z.strictObject({ line, role, purpose, relationship, categories, when: z.exactOptional(conditions), clause });
  const prohibition = z.strictObject({
    line,
    categories,
    roles: z.exactOptional(z.array(role)),
    purposes: z.exactOptional(purposes),
    when: z.exactOptional(conditions),
    unless: z.exactOptional(
      z.strictObject({
        purposes: z.exactOptional(purposes),
        relationships: z.exactOptional(z.array(relationship)),
        conditions: z.exactOptional(conditions),
      }),
    ),
    clause,
    because: z.string(),
  });
  const rootField = z.strictObject({
    fields: z.array(z.string()),
    role: z.enum([...wordsOf(vocabulary.roles), 'ANYBODY']),
    purposes: z.union([z.literal('ANY'), purposes]),
    scope: oneOf(vocabulary.scopes),
    needs: z.exactOptional(category),
    freshProof: z.exactOptional(z.literal(true)),
    clause,
  });
  const budget = z.strictObject({
    role,
    purposes,
    ...limits,
    acts: z.exactOptional(
      z.strictObject(Object.fromEntries(wordsOf(vocabulary.acts).map((act) => [act, z.exactOptional(z.strictObject(limits))]))),
    ),
    clause,
  });
  return z.strictObject({
    grants: z.array(grant),
    prohibitions: z.array(prohibition),
    rootFields: z.array(rootField),
    budgets: z.array(budget),
  });
}

/** A policy that cannot be applied, with a list of its problems. */
export class PolicyInvalid extends PrivacyError {
  readonly disagreements: readonly Disagreement[];

  constructor(disagreements: readonly Disagreement[]) {
    super('POLICY_INVALID', { problems: disagreements.map(formatDisagreement) });
    this.disagreements = disagreements;
  }
}

/**
 * Parses the lines of a policy, without a look at what they say together.
 * @throws {PolicyInvalid} POLICY_INVALID: lists every line that is malformed or unknown
 */
export function parseLines(vocabulary: Vocabulary, value: unknown): PolicyLines {
  const parsed = formOf(vocabulary).safeParse(value);
  if (!parsed.success) throw new PolicyInvalid(parsed.error.issues.flatMap((issue) => describeIssue(vocabulary, value, issue)));
  return parsed.data;
}

/**
 * Parses a policy that comes from a file.
 * @param vocabulary the words that it may use
 * @param value parsed JSON: `{grants, prohibitions, rootFields, budgets}`; the lines have the forms above
 * @throws {PolicyInvalid} POLICY_INVALID: lists every line that is malformed, unknown, contradictory or without effect, with
 *   its place, the problem and a hint
 */
export function parsePolicy(vocabulary: Vocabulary, value: unknown): Policy {
  const policy = { ...parseLines(vocabulary, value), vocabulary };
  const disagreements = checkPolicy(policy);
  if (disagreements.length > 0) throw new PolicyInvalid(disagreements);
  return policy;
}
