import type { AccessContext } from '../../../src/engine/policy/decision/access-context.ts';
import { getVariableValues, OperationTypeNode } from 'graphql';
import { collect, fragmentsOf } from '../../../src/engine/plan/outline/collect.ts';
import { bind } from '../../../src/engine/plan/bind/bind.ts';
import type { Plan } from '../../../src/engine/plan/operation-plan.ts';
import { outline, type Outline } from '../../../src/engine/plan/outline/outline.ts';
import { createPermitTables } from '../../../src/engine/plan/bind/permit-table.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { smallPolicy, smallSchema, operationOf, access } from './small-club.ts';

const club = smallSchema();
const { schema } = club;
export const { markings } = club;
export const self = access('MEMBER', 'OWN_AFFAIRS');
export const desk = access('RECEPTIONIST', 'RECEPTION');
export const age = access('RECEPTIONIST', 'AGE_CHECK');
export const secretary = access('SECRETARY', 'INQUIRIES');
export const federation = access('FEDERATION', 'COMPETITION', ['NAME', 'BIRTH_DATE']);

/** The part of a plan that does not depend on the request, made without the planner's cache. */
export function outlined(text: string, at: AccessContext, policy: Policy = smallPolicy): Outline {
  const { document, operation } = operationOf(schema, text);
  const found = collect(schema, markings, operation, fragmentsOf(document));
  return outline(policy, markings, found, at, createPermitTables(policy, markings)(at), operation.operation === OperationTypeNode.MUTATION);
}

/** A plan for an operation on the club's schema. */
export function planned(text: string, at: AccessContext, variables: Record<string, unknown> = {}, policy: Policy = smallPolicy): Plan {
  const { operation } = operationOf(schema, text);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) throw new Error(errors.join());
  return bind(markings, outlined(text, at, policy), coerced);
}

export const askedOf = ({ asked }: Plan): string[] =>
  [...markings.outputs.values()].filter(({ index }) => asked[index]).map(({ coordinate }) => coordinate);
export const withheldOf = ({ withheld }: Plan): string[] =>
  withheld.map(({ coordinate, path, reason }) => `${coordinate} ${path.join('.')} ${reason}`);
export const belowOf = ({ below }: Plan): Record<string, string[]> =>
  Object.fromEntries([...below].map(([field, coordinates]) => [field, [...coordinates]]));
export const fieldsOf = (plan: Plan, type: string): string[] => [...plan.fieldsOf(type)];
