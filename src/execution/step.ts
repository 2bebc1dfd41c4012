import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { FieldErrors } from './field-errors.ts';
import type { Path } from './path.ts';

/** What one request brings to a program. */
export interface Run {
  readonly context: unknown;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: FieldErrors;
}

/** Turns what a resolver gave into what stands in the answer, or a promise of it. It throws what makes the field null. */
export type Complete = (run: Run, value: unknown, path: Path | undefined) => unknown;

/** Answers one field of an object: what stands in the answer, or a promise of it. It throws what makes the object null. */
export type Take = (run: Run, source: unknown, above: Path | undefined) => unknown;

/** One field of one concrete type at one place of an operation, with everything about it that no row changes. */
export interface Place {
  /** The response name. */
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Schema coordinate. */
  readonly coordinate: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly info: GraphQLResolveInfo;
}

/** A selection on one concrete type: a response name and how it is answered, in the order of the document. */
export interface Selection {
  readonly names: readonly string[];
  readonly takes: readonly Take[];
  /** Makes an answer's object, with every response name as a property of its own. */
  readonly blank: () => Record<string, unknown>;
}

/** What leads from a field's places to the selection below them, for the type that turns out to stand there. */
export interface Below {
  readonly schema: GraphQLSchema;
  below(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection;
}
