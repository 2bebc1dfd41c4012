import type { GraphQLSchema } from 'graphql';
import type { Disagreement } from '../review/check/disagreement.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import type { Markings } from './markings.ts';
import { checkClassified } from './check/classified.ts';
import { checkDerived } from './check/derived.ts';
import { checkInterfaces } from './check/interfaces.ts';
import { checkListItems } from './check/list-items.ts';
import { checkNodes } from './check/nodes.ts';
import { checkPersonalFields } from './check/personal-fields.ts';
import { checkRootFields } from './check/root/root-fields.ts';
import { checkRowScopes } from './check/root/row-scopes.ts';
import { checkUsableInputs } from './check/names/usable-inputs.ts';
import { checkVocabularies } from './check/names/vocabulary.ts';

/**
 * Finds every coordinate that is unclassified or whose marking the policy can't honour, and every policy line about
 * something that the schema lacks. The gateway does not start while there is one.
 * @param unread coordinates whose directives can't be read: consequences of that are not reported
 */
export function checkSchema(
  schema: GraphQLSchema,
  markings: Markings,
  policy: Policy,
  unread: ReadonlySet<string> = new Set(),
): Disagreement[] {
  const found = [
    ...checkVocabularies(schema, policy.vocabulary),
    ...checkClassified(schema),
    ...checkPersonalFields(schema, markings, policy.vocabulary),
    ...checkInterfaces(schema),
    ...checkNodes(schema),
    ...checkListItems(schema),
    ...checkDerived(schema, markings, policy, unread),
    ...checkRootFields(schema, policy),
    ...checkRowScopes(schema, markings, policy, unread),
    ...checkUsableInputs(schema, markings, policy),
  ];
  return found.filter(({ coordinate }) => !unread.has(coordinate) && !unread.has(coordinate.split('.')[0]!));
}
