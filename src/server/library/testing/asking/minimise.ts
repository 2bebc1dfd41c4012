import {
  BREAK,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';

const removable = new Set(['Field', 'InlineFragment', 'FragmentSpread', 'Argument', 'Directive', 'ObjectField']);

/**
 * Removes parts of a document as long as it still leaks.
 * @param leaks whether a document leaks
 * @param rules the validation rules that it must keep
 * @returns the smallest document found that leaks
 */
export async function minimise(
  schema: GraphQLSchema,
  query: string,
  leaks: (query: string) => Promise<boolean>,
  rules: readonly ValidationRule[] = specifiedRules,
): Promise<string> {
  let smallest = parse(query);
  for (let place = 0; ;) {
    const smaller = without(smallest, place);
    if (!smaller) return print(smallest);
    const tidy = withoutUnused(smaller);
    if (validate(schema, tidy, rules).length === 0 && (await leaks(print(tidy)))) smallest = tidy;
    else place += 1;
  }
}

/** The document without its nth removable part; undefined past the last. */
function without(document: DocumentNode, place: number): DocumentNode | undefined {
  let at = -1;
  let target: ASTNode | undefined;
  visit(document, {
    enter(node) {
      if (!removable.has(node.kind)) return undefined;
      at += 1;
      if (at !== place) return undefined;
      target = node;
      return BREAK;
    },
  });
  if (!target) return undefined;
  const gone = target;
  return visit(document, { enter: (node) => (node === gone ? null : undefined) });
}

/** The document without unused variables and fragments. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const named = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void named.add(`$${node.name.value}`),
    FragmentSpread: (node) => void named.add(node.name.value),
  });
  return visit(document, {
    VariableDefinition: (node) => (named.has(`$${node.variable.name.value}`) ? undefined : null),
    FragmentDefinition: (node) => (named.has(node.name.value) ? undefined : null),
  });
}
