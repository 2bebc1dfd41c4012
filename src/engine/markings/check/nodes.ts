import { isInterfaceType, type GraphQLSchema } from 'graphql';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { isById, nodeField, nodeFields, nodeInterface, nodeTypes } from '../node-fields.ts';

/** Finds types of Node that no root field finds by their id, so that `node(id:)` could not either, and a `node` of another form. */
export function checkNodes(schema: GraphQLSchema): Disagreement[] {
  const types = nodeTypes(schema);
  const found = nodeFields(schema);
  const lost = types
    .filter(({ name }) => !found.has(name))
    .map(({ name }) => ({
      coordinate: name,
      problem: `implements ${nodeInterface}, and no root field with the one argument \`id: ID!\` returns it`,
      hint: `add such a root field, which ${nodeField} then reads, or take ${nodeInterface} away`,
    }));
  if (types.length === 0 || findsNodes(schema)) return lost;
  const problem = `types implement ${nodeInterface}, and it is not \`node(id: ID!): ${nodeInterface}\``;
  return [...lost, { coordinate: nodeField, problem, hint: `declare it so, or take ${nodeInterface} away` }];
}

function findsNodes(schema: GraphQLSchema): boolean {
  const node = schema.getQueryType()?.getFields()[nodeField.split('.')[1]!];
  return node !== undefined && isById(node) && isInterfaceType(node.type) && node.type.name === nodeInterface;
}
