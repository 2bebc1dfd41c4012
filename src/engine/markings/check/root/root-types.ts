import { isObjectType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** Query and Mutation, if the schema has them. */
export function rootTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return [schema.getQueryType(), schema.getMutationType()].filter((type) => isObjectType(type));
}

export function isRootType(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return rootTypes(schema).some((root) => root === type);
}
