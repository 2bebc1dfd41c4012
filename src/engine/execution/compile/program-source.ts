import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** The input to a program. */
export interface ProgramSource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Schema coordinates of nullable fields that are always null; their resolvers are not called. */
  readonly nullFields: ReadonlySet<string>;
}
