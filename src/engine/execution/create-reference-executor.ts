import {
  assertValidSchema,
  execute,
  GraphQLScalarType,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Executor } from './executor.ts';

/** The type of a variable that is already coerced. A document cannot contain this name. */
const coerced = new GraphQLScalarType({ name: 'Coerced', parseValue: (value) => value });
const typeName = '(coerced)';

/**
 * Creates an executor that calls graphql-js' `execute`. `execute` always coerces variables, and these are already
 * coerced, so each gets a type that accepts every value unchanged and has no default.
 * @throws Error for an invalid schema
 */
export function createReferenceExecutor(schema: GraphQLSchema): Executor {
  assertValidSchema(schema);
  // The same schema, which introspection does not see changed; only the lookup of a variable's type differs.
  const extended = Object.create(schema, {
    getType: { value: (name: string) => (name === typeName ? coerced : schema.getType(name)) },
  }) as GraphQLSchema;
  const documents = new WeakMap<OperationDefinitionNode, DocumentNode>();
  return async (document, operation, variableValues, contextValue) => {
    let accepting = documents.get(operation);
    if (!accepting) documents.set(operation, (accepting = acceptCoerced(document, operation)));
    return execute({ schema: extended, document: accepting, variableValues, contextValue });
  };
}

/** The document with this operation only; its variables have the type that accepts every value. */
function acceptCoerced(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const variableDefinitions = operation.variableDefinitions?.map(({ kind, variable }): VariableDefinitionNode => ({
    kind,
    variable,
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
  }));
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { ...document, definitions: [{ ...operation, ...(variableDefinitions && { variableDefinitions }) }, ...fragments] };
}
