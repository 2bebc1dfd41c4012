import type { FieldNode, GraphQLFieldResolver, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { FieldErrors } from './field-errors.ts';
import type { Path } from './path.ts';

/** Turns what a resolver gave into what stands in the answer, or a promise of it. It throws what makes the field null. */
export type Complete = (run: Run, value: unknown, path: Path | undefined) => unknown;

/** What one request brings to a program. */
export interface Run {
  readonly context: unknown;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: FieldErrors;
}

/** One field of one concrete type at one place of an operation, with everything about it that no row changes. */
export interface Step {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly coordinate: string;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  readonly argumentsFor: (run: Run) => Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
  readonly complete: Complete;
  /** Whether what stands here has a path below it. */
  readonly leaf: boolean;
  readonly nullable: boolean;
}

/** A selection on one concrete type. */
export interface Selection {
  readonly steps: readonly Step[];
  /** Makes an answer's object: of a fixed shape, and without a prototype that a response name could reach. */
  readonly blank: new () => Record<string, unknown>;
}

/** What leads from a field's places to the selection below them, for the type that turns out to stand there. */
export interface Below {
  readonly schema: GraphQLSchema;
  below(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection;
}
