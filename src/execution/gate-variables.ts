import { Kind, visit, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

/** The variables of an operation's document that `@skip` and `@include` wait for. */
export function gateVariables(operation: OperationDefinitionNode, fragments: Record<string, FragmentDefinitionNode>): string[] {
  const names = new Set<string>();
  for (const root of [operation, ...Object.values(fragments)]) {
    visit(root, {
      Directive({ name, arguments: given }) {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names];
}
