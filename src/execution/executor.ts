import {
  Kind,
  locatedError,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { FieldErrors } from './field-errors.ts';
import { gateVariables } from './gate-variables.ts';
import { Program } from './program.ts';
import type { ProgramSource } from './program-source.ts';
import { createReference, type Executor, type Standing } from './reference.ts';
import { select } from './select.ts';
import { supports } from './supports.ts';

/** An operation with its programs, one for each setting of its gates that was seen. */
interface Prepared extends ProgramSource {
  readonly supported: boolean;
  readonly gates: readonly string[];
  readonly programs: Map<string, Program>;
}

/** Gates multiply programs; past this many the operation's are made anew. */
const mostPrograms = 8;

export type { Executor };

/**
 * Executes operations as graphql-js does (GraphQL October 2021 §6), after making each one ready once: its
 * selections merged, its fields found, its types taken apart, all into closures. What is made ready lives as long as
 * the standing or, without one, the operation. What it does not support goes to graphql-js itself.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const all = new WeakMap<object, Prepared>();
  const reference = createReference(schema);
  return async (document, operation, variables, context, standing) => {
    const key = standing ?? operation;
    let prepared = all.get(key);
    if (prepared?.operation !== operation) all.set(key, (prepared = prepare(schema, document, operation, standing)));
    if (!prepared.supported) return reference(document, operation, variables, context);
    const run = { context, variables, errors: new FieldErrors() };
    let data: unknown = null;
    try {
      data = await select(run, programFor(prepared, variables).root, undefined, undefined);
    } catch (error) {
      run.errors.add(locatedError(error, operation), undefined);
    }
    const errors = run.errors.list;
    return { ...(errors.length > 0 && { errors }), data: data as Record<string, unknown> | null };
  };
}

const noneBlanked: ReadonlySet<string> = new Set();

function prepare(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, standing?: Standing): Prepared {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  return {
    schema,
    operation,
    fragments,
    blanked: standing?.blanked ?? noneBlanked,
    supported: supports(schema, fragments, operation),
    gates: gateVariables(operation, fragments),
    programs: new Map(),
  };
}

function programFor(prepared: Prepared, variables: Readonly<Record<string, unknown>>): Program {
  const { gates, programs } = prepared;
  const key = gates.map((name) => String(variables[name])).join();
  let program = programs.get(key);
  if (program) return program;
  if (programs.size >= mostPrograms) programs.clear();
  // The gates alone: a program outlives the request, whose other variables may be personal.
  const settings = gates.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]] as const);
  program = new Program(prepared, Object.fromEntries(settings));
  programs.set(key, program);
  return program;
}
