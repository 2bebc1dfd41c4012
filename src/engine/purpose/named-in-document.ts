import { Kind, type OperationDefinitionNode } from 'graphql';

/** The purpose and case that an operation declares; undefined: none. */
export interface NamedInDocument {
  /** By `@purpose(is:)`; empty: a variable that holds no purpose. */
  readonly purpose: string | undefined;
  /** By `@case(id:)`; empty: a variable that holds no id. */
  readonly case: string | undefined;
}

/**
 * Reads the purpose and the case that an operation names itself. The document is valid, so each directive has its argument; it can be
 * a variable, so that a client's cache knows by the operation and its variables for what an answer was given.
 * @param variables as they were sent
 */
export function namedInDocument(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): NamedInDocument {
  return { purpose: argumentOf(operation, 'purpose', 'is', variables), case: argumentOf(operation, 'case', 'id', variables) };
}

function argumentOf(
  { directives, variableDefinitions }: OperationDefinitionNode,
  directive: string,
  argument: string,
  variables: Readonly<Record<string, unknown>>,
): string | undefined {
  const value = directives?.find(({ name }) => name.value === directive)?.arguments?.find(({ name }) => name.value === argument)?.value;
  if (value === undefined) return undefined;
  if (value.kind === Kind.ENUM || value.kind === Kind.STRING) return value.value;
  if (value.kind !== Kind.VARIABLE) return '';
  const { value: name } = value.name;
  const usual = variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  const given = variables[name] === undefined && (usual?.kind === Kind.ENUM || usual?.kind === Kind.STRING) ? usual.value : variables[name];
  return typeof given === 'string' ? given : '';
}
