import {
  Kind,
  OperationTypeNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { forEachDirective } from './for-each-directive.ts';

/** Directives of incremental delivery, which graphql-js 16 ignores. graphql-js executes such operations. */
const incremental = new Set(['defer', 'stream']);

/**
 * Whether an operation can be compiled. graphql-js executes the others: a subscription, an operation for which the
 * schema has no root type, a mutation with several root fields, which run in series (GraphQL October 2021 §6.2.2),
 * and a document with incremental delivery.
 */
export function canCompile(
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION || !schema.getRootType(operation.operation)) return false;
  if (operation.operation === OperationTypeNode.MUTATION && rootNames(operation.selectionSet, fragments).size > 1) return false;
  let compilable = true;
  for (const { selectionSet } of [operation, ...Object.values(fragments)]) {
    forEachDirective(selectionSet, ({ name }) => void (compilable &&= !incremental.has(name.value)));
  }
  return compilable;
}

/** The response names at the root, regardless of `@skip` and `@include`. */
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
