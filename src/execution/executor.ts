import {
  Kind,
  locatedError,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { FieldErrors } from './field-errors.ts';
import { gateVariables, Program } from './program.ts';
import { createReference, type Executor } from './reference.ts';
import { select } from './select.ts';
import { supports } from './supports.ts';

/** An operation with its programs, one for each setting of its gates that was seen. */
interface Prepared {
  readonly supported: boolean;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly gates: readonly string[];
  readonly programs: Map<string, Program>;
}

/** Gates multiply programs; past this many the operation's are made anew. */
const mostPrograms = 8;

export type { Executor };

/**
 * Executes operations as graphql-js does (GraphQL October 2021 §6), after making each one ready once:
 * its selections merged, its fields found, its types taken apart. Programs live as long as their document.
 * What it does not support goes to graphql-js itself.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const all = new WeakMap<OperationDefinitionNode, Prepared>();
  const reference = createReference(schema);
  return async (document, operation, variables, context) => {
    let prepared = all.get(operation);
    if (!prepared) all.set(operation, (prepared = prepare(schema, document, operation)));
    if (!prepared.supported) return reference(document, operation, variables, context);
    const run = { context, variables, errors: new FieldErrors() };
    let data: unknown = null;
    try {
      data = await select(run, programFor(schema, operation, prepared, variables).root, undefined, undefined);
    } catch (error) {
      run.errors.add(locatedError(error, operation), undefined);
    }
    const errors = run.errors.list;
    return { ...(errors.length > 0 && { errors }), data: data as Record<string, unknown> | null };
  };
}

function prepare(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Prepared {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  return { supported: supports(schema, fragments, operation), fragments, gates: gateVariables(operation, fragments), programs: new Map() };
}

function programFor(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { fragments, gates, programs }: Prepared,
  variables: Readonly<Record<string, unknown>>,
): Program {
  const key = gates.map((name) => String(variables[name])).join();
  let program = programs.get(key);
  if (program) return program;
  if (programs.size >= mostPrograms) programs.clear();
  // The gates alone: a program outlives the request, whose other variables may be personal.
  const settings = gates.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]] as const);
  program = new Program(schema, operation, fragments, Object.fromEntries(settings));
  programs.set(key, program);
  return program;
}
