import {
  coerceInputValue,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * Names the variables and input fields that do not have the form that the schema asks for. The names come from the
 * document and the schema: never a value, and never a name that the caller invented.
 * @returns the expected type, by name
 */
export function coerceFailures(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const failed: Record<string, string> = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!type || !isInputType(type)) continue;
    const given = variables[name];
    if (given === undefined) {
      if (definition.defaultValue === undefined && String(type).endsWith('!')) failed[`$${name}`] = String(type);
      continue;
    }
    // The path stops at the last name that the schema knows: an unknown field is reported at its parent.
    coerceInputValue(given, type, (path) => {
      failed[[`$${name}`, ...path].join('.')] = String(typeAt(type, path));
    });
  }
  return failed;
}

/** The type at a path within a type: a name for a field of an input object, a number for a list's index. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  const [step, ...rest] = path;
  if (step === undefined) return type;
  const bare = getNullableType(type);
  if (typeof step === 'number') return isListType(bare) ? typeAt(bare.ofType, rest) : typeAt(bare, rest);
  const field = isInputObjectType(bare) ? bare.getFields()[step] : undefined;
  return field ? typeAt(field.type, rest) : type;
}
