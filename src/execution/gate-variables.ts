import { Kind, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { eachDirective } from './directives.ts';

/** The variables of an operation's document that `@skip` and `@include` wait for. */
export function gateVariables(operation: OperationDefinitionNode, fragments: Record<string, FragmentDefinitionNode>): string[] {
  const names = new Set<string>();
  for (const { selectionSet } of [operation, ...Object.values(fragments)]) {
    eachDirective(selectionSet, ({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    });
  }
  return [...names];
}
