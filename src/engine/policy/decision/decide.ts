import type { Clause, Condition, DataCategory, Purpose, Relationship, Role } from '../../register.ts';
import type { Grant, Prohibition } from '../declaration/lines.ts';
import type { Policy, PolicyLines } from '../declaration/policy.ts';
import type { AccessContext } from './access-context.ts';
import { limitOn } from '../declaration/access-limits.ts';

/** Every reason why a value is withheld. */
export const withheldReasons = [
  'PURPOSE_REQUIRED',
  'NO_GRANT',
  'PROHIBITED',
  'CONDITION',
  'RELATIONSHIP_REQUIRED',
  'NOT_IN_AUTHORITY',
  'NOT_IN_REGISTRATION',
  'NOT_IN_TOKEN',
] as const;
/** Why a value is withheld. NOT_IN_AUTHORITY: the policy grants it if the authority names the category. */
export type WithheldReason = (typeof withheldReasons)[number];

/** May this role see this category for this purpose, of a data subject with this relationship? */
export interface Question {
  readonly role: Role;
  /** Undefined if none is declared. */
  readonly purpose: Purpose | undefined;
  readonly relationship: Relationship;
  readonly category: DataCategory;
  /** The conditions that hold for the data subject; see `conditions.ts`. */
  readonly holding: ReadonlySet<Condition>;
}

/** The answer, with the deciding line of the policy. `lacking`: the conditions of the nearest grant that do not hold. */
export type Decision =
  | { readonly effect: 'PERMIT'; readonly line: string; readonly clause: Clause }
  | {
      readonly effect: 'WITHHOLD';
      readonly reason: WithheldReason;
      readonly line?: string;
      readonly clause?: Clause;
      readonly lacking?: readonly Condition[];
    };

/** The lines that apply to a question, under any conditions. */
export interface Lines {
  readonly grants: readonly Grant[];
  readonly prohibitions: readonly Prohibition[];
}

/** The lines of a policy for a role, purpose, relationship and category. */
export function linesFor(policy: PolicyLines, question: Omit<Question, 'holding'>): Lines {
  return {
    grants: policy.grants.filter(
      (grant) =>
        grant.role === question.role &&
        grant.purpose === question.purpose &&
        grant.relationship === question.relationship &&
        grant.categories.includes(question.category),
    ),
    prohibitions: policy.prohibitions.filter((prohibition) => appliesTo(prohibition, question)),
  };
}

function appliesTo(prohibition: Prohibition, question: Omit<Question, 'holding'>): boolean {
  const { categories, roles, purposes, unless } = prohibition;
  return (
    categories.includes(question.category) &&
    (roles === undefined || roles.includes(question.role)) &&
    (purposes === undefined || (question.purpose !== undefined && purposes.includes(question.purpose))) &&
    !(question.purpose !== undefined && unless?.purposes?.includes(question.purpose)) &&
    !unless?.relationships?.includes(question.relationship)
  );
}

function binds(prohibition: Prohibition, holding: ReadonlySet<Condition>): boolean {
  const { when, unless } = prohibition;
  return (when ?? []).every((condition) => holding.has(condition)) && !unless?.conditions?.some((condition) => holding.has(condition));
}

/** Decides one question: a prohibition beats a grant, and no grant means no. Pure (the policy decision point of XACML). */
export function decide(policy: Policy, question: Question): Decision {
  if (question.purpose === undefined) return { effect: 'WITHHOLD', reason: 'PURPOSE_REQUIRED' };
  const lines = linesFor(policy, question);
  const prohibition = lines.prohibitions.find((candidate) => binds(candidate, question.holding));
  if (prohibition) {
    return { effect: 'WITHHOLD', reason: 'PROHIBITED', line: prohibition.line, clause: prohibition.clause };
  }
  const lackingOf = (grant: Grant): Condition[] => (grant.when ?? []).filter((condition) => !question.holding.has(condition));
  const grant = lines.grants.find((candidate) => lackingOf(candidate).length === 0);
  if (grant) return { effect: 'PERMIT', line: grant.line, clause: grant.clause };
  const [nearest] = lines.grants;
  if (nearest === undefined) return { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  return { effect: 'WITHHOLD', reason: 'CONDITION', line: nearest.line, clause: nearest.clause, lacking: lackingOf(nearest) };
}

/** A decision about a category for all data subjects, made before any is known. */
export type AdvanceDecision =
  | { readonly effect: 'PERMIT' }
  | { readonly effect: 'RELATIONSHIP_REQUIRED' }
  | { readonly effect: 'WITHHOLD'; readonly reason: WithheldReason };

/** A category that is asked for, before any data subject is known. */
export interface CategoryAccess extends AccessContext {
  readonly category: DataCategory;
  /** The possible relationships to the data subjects. */
  readonly relationships: readonly Relationship[];
  /** The output field that holds the category; undefined: whichever. */
  readonly coordinate?: string;
}

/** The relationships that a role can have to data subjects for a purpose, NONE included. */
export function relationshipsOf(policy: Policy, role: Role, purpose: Purpose | undefined): readonly Relationship[] {
  const granted = policy.grants.filter((grant) => grant.role === role && grant.purpose === purpose);
  return [...new Set<Relationship>([...granted.map((grant) => grant.relationship), 'NONE'])];
}

/**
 * Decides a category for all data subjects at once: PERMIT if every relationship has an unconditional grant that no
 * prohibition can beat; WITHHOLD if no relationship can permit it, or a limit of the principal withholds what the policy permits;
 * otherwise the relationship must be looked up. Pure.
 */
export function decideInAdvance(policy: Policy, access: CategoryAccess): AdvanceDecision {
  const decision = decideByPolicy(policy, access);
  if (decision.effect === 'WITHHOLD') return decision;
  const reason = limitOn(access.limits, access.category, access.coordinate);
  return reason === undefined ? decision : { effect: 'WITHHOLD', reason };
}

function decideByPolicy(policy: Policy, access: CategoryAccess): AdvanceDecision {
  if (access.purpose === undefined) return { effect: 'WITHHOLD', reason: 'PURPOSE_REQUIRED' };
  const each = access.relationships.map((relationship) => decideFor(policy, access, relationship));
  if (each.length > 0 && each.every((one) => one.effect === 'PERMIT')) return { effect: 'PERMIT' };
  if (each.every((one) => one.effect === 'WITHHOLD')) {
    const because = (reason: WithheldReason): AdvanceDecision | undefined =>
      each.some((one) => one.effect === 'WITHHOLD' && one.reason === reason) ? { effect: 'WITHHOLD', reason } : undefined;
    return because('PROHIBITED') ?? because('NOT_IN_AUTHORITY') ?? { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  }
  return { effect: 'RELATIONSHIP_REQUIRED' };
}

function decideFor(policy: Policy, access: CategoryAccess, relationship: Relationship): AdvanceDecision {
  const lines = linesFor(policy, { ...access, relationship });
  // The authority is known before any row is read, so this condition is already decided.
  const open = (when: readonly Condition[] = []): readonly Condition[] | undefined => {
    if (when.includes('CATEGORY_NAMED') && !access.named.has(access.category)) return undefined;
    return when.filter((condition) => condition !== 'CATEGORY_NAMED');
  };
  if (lines.prohibitions.some((prohibition) => prohibition.when === undefined && prohibition.unless?.conditions === undefined)) {
    return { effect: 'WITHHOLD', reason: 'PROHIBITED' };
  }
  const possible = lines.grants.map((grant) => open(grant.when)).filter((left) => left !== undefined);
  if (possible.length === 0) return { effect: 'WITHHOLD', reason: lines.grants.length > 0 ? 'NOT_IN_AUTHORITY' : 'NO_GRANT' };
  const certain = possible.some((left) => left.length === 0) && lines.prohibitions.length === 0;
  return certain ? { effect: 'PERMIT' } : { effect: 'RELATIONSHIP_REQUIRED' };
}
