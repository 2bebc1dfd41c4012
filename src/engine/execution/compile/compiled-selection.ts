import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { FieldErrors } from '../values/field-errors.ts';
import type { Pace } from '../pace.ts';
import type { Path } from '../values/path.ts';

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
