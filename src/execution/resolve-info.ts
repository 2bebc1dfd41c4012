import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { ProgramSource } from './program-source.ts';

/**
 * What a resolver is told of its place in the operation: one for all rows and requests, and frozen, so that nothing
 * passes from one to the other by it. What only one request or row could tell is not there, and to ask for it is an error.
 */
export function infoFor(
  { schema, fragments, operation }: ProgramSource,
  parentType: GraphQLObjectType,
  fieldNodes: readonly FieldNode[],
  { name: fieldName, type: returnType }: GraphQLField<unknown, unknown>,
): GraphQLResolveInfo {
  const known = { fieldName, fieldNodes, returnType, parentType, schema, fragments, operation };
  return Object.freeze(Object.assign(Object.create(lacking) as GraphQLResolveInfo, known));
}

const lacking = Object.freeze(
  Object.create(
    null,
    Object.fromEntries(
      ['path', 'rootValue', 'variableValues'].map((name) => [
        name,
        {
          get: () => {
            throw new Error(`A resolver asked for info.${name}, which is not there.`);
          },
        },
      ]),
    ),
  ) as object,
);
