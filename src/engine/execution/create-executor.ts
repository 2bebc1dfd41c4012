import {
  Kind,
  locatedError,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { FieldErrors } from './values.ts';
import { conditionVariables, Program, canCompile } from './compile/program.ts';
import { noPause } from './pace.ts';
import type { ProgramSource } from './compile/program-source.ts';
import type { ExecutionProfile, Executor } from './executor.ts';
import { executeSelection } from './compile/compiled-selection.ts';
import { createReferenceExecutor } from './create-reference-executor.ts';

/** An operation with its programs: one for each combination of its condition variables' values that a request had. */
interface Prepared extends ProgramSource {
  readonly compilable: boolean;
  readonly conditions: readonly string[];
  readonly programs: Map<string, Program>;
}

/** Each condition variable doubles the number of possible programs. Beyond this number an operation's programs are compiled again. */
const maxPrograms = 8;

/**
 * Creates an executor that answers as graphql-js does (GraphQL October 2021 §6) and compiles each operation once: it
 * merges the selections and turns fields and types into closures. A compiled operation lives as long as its profile or,
 * without one, its operation node. graphql-js executes what cannot be compiled.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const preparedOperations = new WeakMap<object, Prepared>();
  const reference = createReferenceExecutor(schema);
  return async (document, operation, variables, context, profile, pace = noPause) => {
    const key = profile ?? operation;
    let prepared = preparedOperations.get(key);
    if (prepared?.operation !== operation) {
      prepared = prepare(schema, document, operation, profile);
      preparedOperations.set(key, prepared);
    }
    if (!prepared.compilable) return reference(document, operation, variables, context);
    const execution = { context, variables, errors: new FieldErrors(), pace, timed: 0 };
    let data: unknown = null;
    try {
      data = await executeSelection(execution, programFor(prepared, variables).root, undefined, undefined);
    } catch (error) {
      execution.errors.add(locatedError(error, operation), undefined);
    }
    const errors = execution.errors.list;
    return { ...(errors.length > 0 && { errors }), data: data as Record<string, unknown> | null };
  };
}

const noNullFields: ReadonlySet<string> = new Set();

function prepare(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, profile?: ExecutionProfile): Prepared {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  return {
    schema,
    operation,
    fragments,
    nullFields: profile?.nullFields ?? noNullFields,
    compilable: canCompile(schema, fragments, operation),
    conditions: conditionVariables(operation, fragments),
    programs: new Map(),
  };
}

function programFor(prepared: Prepared, variables: Readonly<Record<string, unknown>>): Program {
  const { conditions, programs } = prepared;
  const key = conditions.map((name) => String(variables[name])).join();
  let program = programs.get(key);
  if (program) return program;
  if (programs.size >= maxPrograms) programs.clear();
  // No other variables: a program outlives the request, and they may be personal.
  const settings = conditions.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]] as const);
  program = new Program(prepared, Object.fromEntries(settings));
  programs.set(key, program);
  return program;
}
