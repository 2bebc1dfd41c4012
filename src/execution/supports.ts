import {
  Kind,
  OperationTypeNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { eachDirective } from './directives.ts';

/** Directives that tell an executor to answer in parts. graphql-js 16 passes them over; whatever it does is done. */
const inParts = new Set(['defer', 'stream']);

/**
 * Whether an operation can be made ready here. What cannot is graphql-js' own: a subscription, an operation
 * for which the schema has no root, a mutation whose root fields are to be worked off one after the other
 * (GraphQL October 2021 §6.2.2), and a document that asks for its answer in parts.
 */
export function supports(
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION || !schema.getRootType(operation.operation)) return false;
  if (operation.operation === OperationTypeNode.MUTATION && rootNames(operation.selectionSet, fragments).size > 1) return false;
  let supported = true;
  for (const { selectionSet } of [operation, ...Object.values(fragments)]) {
    eachDirective(selectionSet, ({ name }) => void (supported &&= !inParts.has(name.value)));
  }
  return supported;
}

/** The response names at the root, whatever the gates. */
function rootNames(
  { selections }: SelectionSetNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  names = new Set<string>(),
  visited = new Set<string>(),
): Set<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) rootNames(selection.selectionSet, fragments, names, visited);
    else if (!visited.has(selection.name.value)) {
      visited.add(selection.name.value);
      const fragment = fragments[selection.name.value];
      if (fragment) rootNames(fragment.selectionSet, fragments, names, visited);
    }
  }
  return names;
}
