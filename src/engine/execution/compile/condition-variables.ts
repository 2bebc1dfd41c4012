import { Kind, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { forEachDirective } from './for-each-directive.ts';

/** The names of the variables that an operation and its document's fragments use in `@skip` and `@include`. */
export function conditionVariables(operation: OperationDefinitionNode, fragments: Record<string, FragmentDefinitionNode>): string[] {
  const names = new Set<string>();
  for (const { selectionSet } of [operation, ...Object.values(fragments)]) {
    forEachDirective(selectionSet, (directive) => {
      if (directive.name.value !== 'skip' && directive.name.value !== 'include') return;
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    });
  }
  return [...names];
}
