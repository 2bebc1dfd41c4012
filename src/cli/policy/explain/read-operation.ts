import { readFileSync } from 'node:fs';
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  ValuesOfCorrectTypeRule,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** An operation from a file, validated against the schema. */
export interface ReadOperation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * Reads an operation from a file.
 * @param name of the operation, if the document has several
 * @throws {PrivacyError} SETTING_INVALID: the file cannot be read; DOCUMENT_SYNTAX_INVALID; DOCUMENT_INVALID, with
 *   problems and places; OPERATION_UNKNOWN; OPERATION_UNSUPPORTED
 */
export function readOperation(schema: GraphQLSchema, path: string, name: string | undefined): ReadOperation {
  const text = readText('--operation', path);
  const document = parseText(text);
  const problems = problemsOf(schema, document);
  if (problems.length > 0) throw new PrivacyError('DOCUMENT_INVALID', { problems });
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation, another] = name === undefined ? operations : operations.filter((one) => one.name?.value === name);
  if (!operation || another) {
    throw new PrivacyError('OPERATION_UNKNOWN', { problems: ['name one that the document has with --operation-name'] });
  }
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw new PrivacyError('OPERATION_UNSUPPORTED');
  return { text, document, operation };
}

/**
 * Reads an operation's variables from a JSON file.
 * @throws {PrivacyError} SETTING_INVALID: the file cannot be read or is not a JSON object
 */
export function readVariables(path: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(readText('--variables', path));
  } catch (error) {
    if (error instanceof PrivacyError) throw error;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new PrivacyError('SETTING_INVALID', { problems: ['--variables: the file must hold a JSON object'] });
}

function readText(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new PrivacyError('SETTING_INVALID', { problems: [`${option}: the file can’t be read (${code})`] });
  }
}

function parseText(text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    // graphql-js's messages quote the document, which may hold personal values.
    throw new PrivacyError('DOCUMENT_SYNTAX_INVALID', error instanceof GraphQLError ? { problems: [placeOf(error)] } : {});
  }
}

function problemsOf(schema: GraphQLSchema, document: DocumentNode): string[] {
  // Only this rule's messages quote values; the others quote names.
  const others = specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule);
  const values = validate(schema, document, [ValuesOfCorrectTypeRule]);
  return [
    ...validate(schema, document, others).map((error) => `${placeOf(error)}: ${error.message}`),
    ...values.map((error) => `${placeOf(error)}: a value does not have the form that the schema asks for`),
  ];
}

function placeOf({ locations }: GraphQLError): string {
  const [place] = locations ?? [];
  return place ? `line ${place.line}, column ${place.column}` : 'somewhere';
}
