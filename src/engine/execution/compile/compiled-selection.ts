import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  locatedError,
} from 'graphql';
import { type FieldErrors, type Path, pathKeys } from '../values.ts';
import type { Pace } from '../pace.ts';

/** The state of one execution. */
export interface Execution {
  readonly context: unknown;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: FieldErrors;
  readonly pace: Pace;
  /** Levels of work whose time is being counted, each within the one before. */
  timed: number;
}

/** Turns a resolver's value into the response's value, or a promise of it. It throws an error that makes the field null. */
export type CompleteValue = (execution: Execution, value: unknown, path: Path | undefined) => unknown;

/** Executes one field of an object: the response's value, or a promise of it. It throws an error that makes the object null. */
export type ExecuteField = (execution: Execution, source: unknown, parent: Path | undefined) => unknown;

/** A field of one concrete type as an operation selects it, with everything about it that is the same for all rows. */
export interface SelectedField {
  /** The response name. */
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Schema coordinate. */
  readonly coordinate: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly info: GraphQLResolveInfo;
}

/** A selection on one concrete type: response names and their fields' executors, in the order of the document. */
export interface CompiledSelection {
  readonly names: readonly string[];
  readonly executors: readonly ExecuteField[];
  /** Creates a response object that has every response name as its own property. */
  readonly createObject: () => Record<string, unknown>;
}

/** Compiles the selections below a field, for the concrete type that its value turns out to have. */
export interface SelectionCompiler {
  readonly schema: GraphQLSchema;
  compileSubselection(type: GraphQLObjectType, nodes: readonly FieldNode[]): CompiledSelection;
}

/** Executes a selection on one object (§6.3): the response object, or a promise of it if a field is a promise. */
export function executeSelection(
  execution: Execution,
  { names, executors, createObject }: CompiledSelection,
  source: unknown,
  path: Path | undefined,
): unknown {
  const response = createObject();
  let pending: string[] | undefined;
  try {
    for (let index = 0; index < executors.length; index += 1) {
      const name = names[index]!;
      const value = executors[index]!(execution, source, path);
      // Set at once, even a promise, so that fields keep the order of the document.
      response[name] = value;
      if (value instanceof Promise) (pending ??= []).push(name);
    }
  } catch (error) {
    if (!pending) throw error;
    // Await the fields already begun, up to the first that fails, so that no rejection goes unhandled.
    return Promise.all(pending.map((name) => response[name])).finally(() => {
      throw error;
    });
  }
  return pending ? settle(response, pending) : response;
}

async function settle(response: Record<string, unknown>, pending: readonly string[]): Promise<unknown> {
  const values = await Promise.all(pending.map((name) => response[name]));
  pending.forEach((name, index) => (response[name] = values[index]));
  return response;
}

/** Counts the time of synchronous work as its operation's. Work within it is part of that time. */
export function timed(execution: Execution, work: () => unknown): unknown {
  if (execution.timed === 0) execution.pace.begin();
  execution.timed += 1;
  try {
    return work();
  } finally {
    execution.timed -= 1;
    execution.pace.count();
  }
}

/** Handles a field error (§6.4.4): adds it and answers null, or throws it on to the next nullable parent. */
export function handleFieldError(execution: Execution, error: unknown, nodes: readonly FieldNode[], path: Path, nullable: boolean): null {
  const located = locatedError(error, nodes, pathKeys(path));
  if (!nullable) throw located;
  execution.errors.add(located, path);
  return null;
}
