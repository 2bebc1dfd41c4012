import { coerceInputValue, isInputType, typeFromAST, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

/**
 * Names the variables and input fields that do not have the form that the schema asks for. The names come from the
 * document and the schema: never a value, and never a name that the caller invented.
 */
export function coerceFailures(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string[] {
  const failed = new Set<string>();
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!type || !isInputType(type)) continue;
    const given = variables[name];
    if (given === undefined) {
      if (definition.defaultValue === undefined && String(type).endsWith('!')) failed.add(`$${name}`);
      continue;
    }
    // The path stops at the last name that the schema knows: an unknown field is reported at its parent.
    coerceInputValue(given, type, (path) => failed.add([`$${name}`, ...path].join('.')));
  }
  return [...failed];
}
