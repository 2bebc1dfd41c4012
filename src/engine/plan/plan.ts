import type { AccessContext } from '../policy/decision/access-context.ts';
import { getVariableValues, OperationTypeNode, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Principal } from '../purpose/principal.ts';
import { RepeatFilter } from '../document/document-store.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { notFormed } from '../../platform/errors/not-formed.ts';
import { policyHash } from '../policy/declaration/policy-hash.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import { type Declaration, acknowledgingField } from '../purpose/declaration.ts';
import type { Markings } from '../markings/markings.ts';
import { collect, fragmentsOf } from './outline/collect.ts';
import { coerceFailures } from './outline/coercion.ts';
import { bind } from './bind/bind.ts';
import type { Plan } from './operation-plan.ts';
import { outline, type Outline, mostBytesKept, sizeOf, type Kept } from './outline/outline.ts';
import { createPermitTables, accessKey } from './bind/permit-table.ts';
import { planLimits } from './plan-limits.ts';
import { isAssured, isFreshProof } from '../policy/decision/enter.ts';

/** A validated operation, chosen from its document. */
export interface ChosenOperation {
  readonly document: DocumentNode;
  /** SHA-256 of the document's text, hex. */
  readonly documentHash: string;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type Planner = (principal: Principal, declaration: Declaration, chosen: ChosenOperation) => Plan;

/**
 * Makes the planner of a schema (stage "plan"). Outlines are cached by everything that they depend on: the document, the
 * operation's name, the role, the purpose, the authority's categories, the limits, the token's purposes and the policy's version. Schema
 * and policy do not change while a planner lives. An outline is cached when it is made for the second time.
 */
export function createPlanner(schema: GraphQLSchema, markings: Markings, policy: Policy): Planner {
  const permitTables = createPermitTables(policy, markings);
  const filter = new RepeatFilter();
  const outlines = new LRUCache<string, Kept>({ max: 2_000, maxSize: mostBytesKept, sizeCalculation: sizeOf });

  return (principal, declaration, { document, documentHash, operation, variables }) => {
    const access: AccessContext = {
      role: principal.role,
      purpose: declaration.purpose,
      named: declaration.authority?.categories ?? new Set(),
      limits: principal.limits && planLimits(markings, principal.limits),
    };
    const key = [documentHash, operation.name?.value ?? '', accessKey(access), principal.tokenPurposes.join(','), policyHash(policy)].join(
      ' ',
    );
    const make = (): Outline => {
      const collected = collect(schema, markings, operation, fragmentsOf(document));
      const mutation = operation.operation === OperationTypeNode.MUTATION;
      if (mutation && collected.roots.length !== 1) throw new PrivacyError('MUTATION_FIELD_COUNT');
      if (collected.introspection && collected.roots.length > 0) throw new PrivacyError('INTROSPECTION_MIXED');
      return outline(policy, markings, collected, access, permitTables(access), mutation);
    };
    const kept = outlines.get(key)?.outline;
    const known = kept ?? make();
    if (!kept && filter.isRepeated(key)) outlines.set(key, { outline: known, document });
    // Without variables every request's plan is the same.
    const definitions = operation.variableDefinitions ?? [];
    if (definitions.length === 0) return (known.bound ??= bind(markings, known, {}));
    const coerced = getVariableValues(schema, definitions, variables);
    if (coerced.errors) throw notFormed(coerceFailures(schema, operation, variables));
    return bind(markings, known, coerced.coerced);
  };
}

/**
 * Refuses a whole operation for which it is not sure enough who asks: in a role that needs a passkey, or at a root field whose line
 * needs a fresh proof. The rules are the same for sessions and for tokens of every issuer.
 * @throws PrivacyError STEP_UP_NEEDED
 */
export function checkAssurance({ roots, policy }: Plan, { role, assurance }: Principal, now: Date): void {
  const needsFreshProof = [...roots.values()].some(({ line }) => line?.freshProof === true);
  if (isAssured(policy.vocabulary, role, assurance?.acr) && (!needsFreshProof || isFreshProof(assurance, now))) return;
  throw new PrivacyError('STEP_UP_NEEDED');
}

/**
 * Refuses a whole operation that its plan shows to be impossible.
 * @param rejectWithheld whether the client wants no answer if something is certainly withheld
 * @throws PrivacyError PURPOSE_REQUIRED, PURPOSE_NOT_ACKNOWLEDGED, OPERATION_WITHHELD
 */
export function checkPlan(plan: Plan, declaration: Declaration, rejectWithheld: boolean): void {
  const { access, personal, withheld } = plan;
  if (personal && access.purpose === undefined && plan.policy.vocabulary.roles[access.role].heldBy !== 'NOBODY')
    throw new PrivacyError('PURPOSE_REQUIRED');
  if (personal && !isAcknowledged(plan, declaration)) {
    throw new PrivacyError('PURPOSE_NOT_ACKNOWLEDGED', { purposeText: declaration.purposeText?.version });
  }
  const never = withheld.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED');
  if (rejectWithheld && never.length > 0) {
    throw new PrivacyError('OPERATION_WITHHELD', { coordinates: [...new Set(never.map(({ coordinate }) => coordinate))] });
  }
}

/** Whether the principal has acknowledged what the purpose is for, or does so by this operation. Other roles acknowledge nothing. */
function isAcknowledged({ policy, access, mutation, roots }: Plan, { purposeText }: Declaration): boolean {
  if (!policy.vocabulary.roles[access.role].acknowledges) return true;
  // A mutation has exactly one root field.
  return purposeText?.isAcknowledged === true || (mutation && roots.has(acknowledgingField));
}
