import type { Purpose, Role, DataCategory, Act } from '../../register.ts';
import type { RootFieldLine, Budget, Limits } from '../declaration/lines.ts';
import type { Policy } from '../declaration/policy.ts';
import type { AccessContext } from './access-context.ts';
import { decideInAdvance, relationshipsOf, type AdvanceDecision } from './decide.ts';
import { type Vocabulary, wordsOf } from '../declaration/vocabulary.ts';

/** The line that lets a role use a root field for a purpose; undefined if none does. Pure. */
export function rootFieldLine(policy: Policy, field: string, role: Role, purpose: Purpose | undefined): RootFieldLine | undefined {
  return policy.rootFields.find(
    (line) =>
      line.fields.includes(field) &&
      (line.role === 'ANYBODY' || line.role === role) &&
      (line.purposes === 'ANY' || (purpose !== undefined && line.purposes.includes(purpose))),
  );
}

// Every operation needs them, and a policy never changes.
const known = new WeakMap<Policy, Map<Role, readonly Purpose[]>>();

/** The purposes that a role can declare: those for which a root field is open to it. Pure. */
export function purposesOf(policy: Policy, role: Role): readonly Purpose[] {
  let roles = known.get(policy);
  if (!roles) known.set(policy, (roles = new Map()));
  let purposes = roles.get(role);
  if (!purposes) {
    const own = policy.rootFields.filter((line) => line.role === role);
    purposes = [...new Set(own.flatMap((line) => (line.purposes === 'ANY' ? [] : line.purposes)))];
    roles.set(role, purposes);
  }
  return purposes;
}

/** The line that opens a root field to a principal, its `needs` checked; undefined if the field is closed. Pure. */
export function openLine(policy: Policy, field: string, access: AccessContext): RootFieldLine | undefined {
  const line = rootFieldLine(policy, field, access.role, access.purpose);
  if (line?.needs === undefined) return line;
  return decideRows(policy, line, access, line.needs).effect === 'WITHHOLD' ? undefined : line;
}

/** Whether a category only chooses among the rows of a field. Pure. */
export function isIdentifier({ vocabulary }: Pick<Policy, 'vocabulary'>, category: DataCategory): boolean {
  return vocabulary.categories[category]?.isIdentifier === true;
}

/** The marking of a personal argument, input field or enum value. */
export interface InputMarking {
  readonly category: DataCategory;
  /** Whether a mutation compares it with stored values, as a query does with each of its own. */
  readonly isCompared: boolean;
}

/**
 * Decides in advance whether a root field can be filtered, sorted or paged by a category. That is reading, so it needs PERMIT for
 * every row. An identifier only chooses among the field's rows, and the input of a mutation reads nothing unless the schema says
 * that it is compared; a budget of acts bounds one by which a person is identified. An input has no field of its own, so a token
 * that names fields permits none by which rows are chosen or sorted. Pure.
 * @param line the field's open line; undefined if the field is closed
 */
export function decideInput(
  policy: Policy,
  field: string,
  line: RootFieldLine | undefined,
  access: AccessContext,
  { category, isCompared }: InputMarking,
): AdvanceDecision {
  const reads = isCompared || !field.startsWith('Mutation.');
  if (line && (isIdentifier(policy, category) || !reads)) return { effect: 'PERMIT' };
  const decision = decideRows(policy, line, access, category);
  const isOutside = decision.effect !== 'WITHHOLD' && access.limits?.coordinates !== undefined;
  return isOutside ? { effect: 'WITHHOLD', reason: 'NOT_IN_TOKEN' } : decision;
}

/** Decides a category in advance for all data subjects that a root field, opened by this line, can return. Pure. */
export function decideRows(
  policy: Policy,
  line: RootFieldLine | undefined,
  access: AccessContext,
  category: DataCategory,
): AdvanceDecision {
  if (!line) return { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  const relationships = policy.vocabulary.scopes[line.scope]?.relationships ?? relationshipsOf(policy, access.role, access.purpose);
  return decideInAdvance(policy, { ...access, category, relationships });
}

/** Whether a root field may be filtered, sorted or paged by an input; see `decideInput`. Pure. */
export function mayFilter(policy: Policy, field: string, line: RootFieldLine, access: AccessContext, input: InputMarking): boolean {
  return decideInput(policy, field, line, access, input).effect === 'PERMIT';
}

/** How sure it is who signed in. A member that no one vouches for is undefined. */
export interface Assurance {
  /** OpenID Connect Core 1.0 §2, `acr`. */
  readonly acr: string | undefined;
  /** When that was proven last: at the sign-in, or at a step-up (`auth_time`). */
  readonly provenAt: Date | undefined;
}

/** A phishing-resistant sign-in: a passkey (OpenID Connect Extended Authentication Profile ACR Values 1.0). */
export const passkeyAcr = 'phr';

/** Seconds for which a proof is fresh. */
export const freshFor = 300;
/** Seconds by which the clocks of an issuer and the gateway may differ. */
export const clockSkew = 5;

/** Whether a sign-in is enough to act in a role. Pure. */
export function isAssured({ roles }: Pick<Vocabulary, 'roles'>, role: Role, acr: string | undefined): boolean {
  return acr === passkeyAcr || !roles[role].needsPasskey;
}

/**
 * Whether a passkey has just proven who asks, as root fields with `freshProof` need it. Pure.
 * @param assurance undefined: no one signed in
 */
export function isFreshProof(assurance: Assurance | undefined, now: Date): boolean {
  if (assurance?.acr !== passkeyAcr || assurance.provenAt === undefined) return false;
  const age = (now.getTime() - assurance.provenAt.getTime()) / 1_000;
  return age <= freshFor + clockSkew && age >= -clockSkew;
}

/** The roles whose reads are counted. Pure. */
export function budgetedRoles({ roles }: Vocabulary): readonly Role[] {
  return wordsOf(roles).filter((role) => roles[role].isCounted);
}

const none: Limits = { perHour: 0, perDay: 0 };

/**
 * The read budget of a role for a purpose (clause `safeguards`); undefined if its reads are not counted. A counted role
 * without a line may read no data subject. Pure.
 */
export function budgetOf(policy: Policy, role: Role, purpose: Purpose | undefined): Limits | undefined {
  if (!policy.vocabulary.roles[role].isCounted) return undefined;
  return lineOf(policy, role, purpose) ?? none;
}

/** How often one principal of a role may do an act for a purpose. Pure. */
export function actBudgetOf(policy: Policy, role: Role, purpose: Purpose | undefined, act: Act): Limits {
  return lineOf(policy, role, purpose)?.acts?.[act] ?? none;
}

function lineOf(policy: Policy, role: Role, purpose: Purpose | undefined): Budget | undefined {
  return policy.budgets.find((line) => line.role === role && purpose !== undefined && line.purposes.includes(purpose));
}

/** The purposes for which a role can use a root field with personal rows, each with the first such field. Pure. */
export function budgetedPurposes(policy: Policy, role: Role): ReadonlyMap<Purpose, string> {
  const found = new Map<Purpose, string>();
  for (const { fields, role: who, purposes, scope } of policy.rootFields) {
    if ((who !== role && who !== 'ANYBODY') || policy.vocabulary.scopes[scope]?.subjects === 'NONE' || fields[0] === undefined) continue;
    for (const purpose of purposes === 'ANY' ? purposesOf(policy, role) : purposes) {
      if (!found.has(purpose)) found.set(purpose, fields[0]);
    }
  }
  return found;
}

/**
 * The purposes that an employee's duty leaves of those of the role. Roles that cannot review the log keep them all. Pure.
 * @param purposes of the role
 * @param duty what the staff record says: who reviews the log, and who can be a data subject
 */
export function purposesWithin(
  { reviewPurpose }: Pick<Vocabulary, 'reviewPurpose'>,
  purposes: readonly Purpose[],
  duty: { readonly reviewsLog: boolean; readonly onRecord: boolean },
): readonly Purpose[] {
  if (!purposes.includes(reviewPurpose)) return purposes;
  return purposes.filter((purpose) => (purpose === reviewPurpose ? duty.reviewsLog && !duty.onRecord : !duty.reviewsLog));
}
