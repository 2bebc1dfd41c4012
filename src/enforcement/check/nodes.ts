import type { GraphQLSchema } from 'graphql';
import type { Disagreement } from '../../policy-review/check/disagreement.ts';
import { nodeField, nodeFields, nodeInterface, nodeTypes } from '../node-fields.ts';

/** Finds types of Node that no root field finds by their id, and so `node(id:)` could not either. */
export function checkNodes(schema: GraphQLSchema): Disagreement[] {
  const found = nodeFields(schema);
  return nodeTypes(schema)
    .filter(({ name }) => !found.has(name))
    .map(({ name }) => ({
      coordinate: name,
      problem: `implements ${nodeInterface}, and no root field with the one argument \`id: ID!\` returns it`,
      hint: `add such a root field, which ${nodeField} then reads, or take ${nodeInterface} away`,
    }));
}
