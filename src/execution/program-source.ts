import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** What a program is made of. */
export interface ProgramSource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Schema coordinates of fields that answer null whatever they would hold: they are not asked. */
  readonly blanked: ReadonlySet<string>;
}
