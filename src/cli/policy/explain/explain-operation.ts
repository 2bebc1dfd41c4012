import { hash } from 'node:crypto';
import { Kind, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import type { Principal } from '../../../engine/purpose/principal.ts';
import { touchedInputs } from '../../../engine/plan/bind/bind.ts';
import { collect, type Touch } from '../../../engine/plan/outline/collect.ts';
import { createPlanner } from '../../../engine/plan/plan.ts';
import type { Plan } from '../../../engine/plan/operation-plan.ts';
import { asPrivacyError, PrivacyError } from '../../../platform/errors/errors.ts';
import type { EnforcedSchema } from '../../../server/spine/document/build-schema.ts';
import { purposesOf } from '../../../engine/policy/decision/enter.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { agreeOnPurpose } from '../../../engine/purpose/declare-purpose.ts';
import { readCoordinates } from './coordinates.ts';
import { documentOrder } from './document-order.ts';
import { explainCoordinate, type CoordinateExplanation, type Effect } from './explain-coordinate.ts';
import type { ReadOperation } from './read-operation.ts';
import { defaultPurpose, namedCategories, type AskedAs } from './asked-as.ts';

/** One coordinate of an operation: the plan's decision, and why. */
export interface PlannedExplanation {
  readonly coordinate: string;
  readonly paths: readonly string[];
  /** The plan's decision; if a relationship is given, the final decision under it. */
  readonly effect: Effect;
  readonly because: CoordinateExplanation;
}

export interface OperationExplanation {
  readonly asked: AskedAs;
  readonly coordinates: readonly PlannedExplanation[];
}

/**
 * Explains the plan of an operation, coordinate by coordinate, in the order of the document.
 * @param only the one coordinate to explain. A coordinate that the operation does not select counts as withheld by it.
 * @throws {PrivacyError} PURPOSE_CONFLICT, PURPOSE_NOT_ALLOWED, INPUT_INVALID, MUTATION_FIELD_COUNT, and all other refusals of
 *   a whole operation before it is planned
 */
export function explainOperation(
  policy: Policy,
  { schema, markings }: EnforcedSchema,
  given: AskedAs,
  { text, document, operation }: ReadOperation,
  variables: Readonly<Record<string, unknown>>,
  only?: string,
): OperationExplanation {
  const asked = { ...given, purpose: purposeOf(policy, given, operation) };
  const named = namedCategories(policy.vocabulary, asked);
  const plan = planFor();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const collected = collect(schema, markings, operation, fragments);
  const isOpen = ({ gates }: Pick<Touch, 'gates'>): boolean => gates.every(({ variable, open }) => plan.variables[variable] === open);
  const inputsAt = (path: readonly string[], field: string): string[] =>
    collected.arguments
      .filter((touch) => isOpen(touch) && touch.field === field && touch.path.join('.') === path.join('.'))
      .flatMap((touch) => [...touchedInputs(markings, touch, plan.variables)]);

  const all = readCoordinates(schema, markings);
  const coordinates = documentOrder(collected, isOpen, inputsAt).map(({ coordinate, paths }): PlannedExplanation => {
    const because = narrowed(explainCoordinate(policy, all, asked, coordinate));
    const effect = effectOf(because);
    const by = because.withheldBy.length > 0 ? because.withheldBy : (['POLICY'] as const);
    return { coordinate, paths, effect, because: { ...because, withheldBy: effect === 'WITHHOLD' ? by : [] } };
  });
  if (only === undefined) return { asked, coordinates };
  const found = coordinates.filter(({ coordinate }) => coordinate === only);
  return { asked, coordinates: found.length > 0 ? found : [notAskedFor(explainCoordinate(policy, all, asked, only))] };

  function planFor(): Plan {
    const { role, purpose } = asked;
    const partner = policy.vocabulary.roles[role].organisation !== undefined;
    const principal: Principal = {
      id: undefined,
      role,
      partner,
      tokenPurposes: purposesOf(policy, role),
      authorityId: undefined,
      caseId: undefined,
      limits: asked.limits,
    };
    const authority = partner ? { id: '', inForce: true, categories: named } : undefined;
    const chosen = { document, documentHash: hash('sha256', text), operation, variables };
    try {
      return createPlanner(schema, markings, policy)(principal, { purpose, openCase: undefined, authority }, chosen);
    } catch (error) {
      const known = asPrivacyError(error);
      const coordinates = (known?.extensions['coordinates'] as string[] | undefined) ?? [];
      if (known?.code === 'INPUT_INVALID') throw new PrivacyError('INPUT_INVALID', { problems: coordinates });
      throw error;
    }
  }

  /** Explains an input coordinate only at the root fields of this operation. */
  function narrowed(because: CoordinateExplanation): CoordinateExplanation {
    return because.kind === 'USED' ? { ...because, at: because.at.filter(({ entry }) => plan.roots.has(entry.field)) } : because;
  }

  function effectOf(because: CoordinateExplanation): Effect {
    // A given relationship decides what the plan leaves open.
    if (because.kind === 'SEEN' && asked.relationship !== undefined) return because.effect;
    if (because.kind === 'ENTERED') return plan.roots.get(because.coordinate)?.line ? 'PERMIT' : 'WITHHOLD';
    const items = plan.withheld.filter(({ coordinate }) => coordinate === because.coordinate);
    if (items.length === 0) return 'PERMIT';
    const open = because.kind === 'SEEN' && items.some(({ reason }) => reason === 'RELATIONSHIP_REQUIRED');
    return open ? 'RELATIONSHIP_REQUIRED' : 'WITHHOLD';
  }
}

function purposeOf(policy: Policy, { role, purpose }: AskedAs, { directives }: OperationDefinitionNode): AskedAs['purpose'] {
  const value = directives?.find(({ name }) => name.value === 'purpose')?.arguments?.find(({ name }) => name.value === 'is')?.value;
  const directive = value?.kind === Kind.ENUM ? value.value : undefined;
  const principal = { role, tokenPurposes: purposesOf(policy, role) };
  const authority = policy.vocabulary.roles[role].organisation && defaultPurpose(policy, role);
  return agreeOnPurpose(policy, principal, { header: purpose, directive, authority });
}

function notAskedFor(because: CoordinateExplanation): PlannedExplanation {
  const { coordinate, withheldBy } = because;
  return { coordinate, paths: [], effect: 'WITHHOLD', because: { ...because, withheldBy: [...withheldBy, 'OPERATION'] } };
}
