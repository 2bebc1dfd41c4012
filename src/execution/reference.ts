import {
  assertValidSchema,
  execute,
  GraphQLScalarType,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

/** Executes one operation of a document; it never rejects for what the operation does. */
export type Executor = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  /** Coerced. */
  variables: Readonly<Record<string, unknown>>,
  context: unknown,
  /** Left out: every field is asked. */
  standing?: Standing,
) => Promise<ExecutionResult>;

/** For whom an operation is executed, as far as that bears on how. What is made ready for one lives as long as it does. */
export interface Standing {
  /** Schema coordinates of nullable fields that answer null whatever they hold, so that nobody need ask them. */
  readonly blanked: ReadonlySet<string>;
}

/** The type of a variable that is coerced already. A document can't say this name. */
const coerced = new GraphQLScalarType({ name: 'Coerced', parseValue: (value) => value });
const typeName = '(coerced)';

/**
 * Executes operations by graphql-js' own `execute`. It coerces variables itself and can't be told that they are, so
 * it gets the operation with another type for each: one that takes every value as it is, and has no default.
 * @throws Error where the schema is not valid
 */
export function createReference(schema: GraphQLSchema): Executor {
  assertValidSchema(schema);
  // The same schema, types and all: only a variable's type is looked up otherwise, and what is told of the schema is not.
  const open = Object.create(schema, {
    getType: { value: (name: string) => (name === typeName ? coerced : schema.getType(name)) },
  }) as GraphQLSchema;
  const documents = new WeakMap<OperationDefinitionNode, DocumentNode>();
  return async (document, operation, variableValues, contextValue) => {
    let taking = documents.get(operation);
    if (!taking) documents.set(operation, (taking = takingCoerced(document, operation)));
    return execute({ schema: open, document: taking, variableValues, contextValue });
  };
}

/** The document with this operation alone, whose variables are of the type that takes every value. */
function takingCoerced(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const variableDefinitions = operation.variableDefinitions?.map(({ kind, variable }): VariableDefinitionNode => ({
    kind,
    variable,
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
  }));
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { ...document, definitions: [{ ...operation, ...(variableDefinitions && { variableDefinitions }) }, ...fragments] };
}
