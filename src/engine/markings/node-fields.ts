import {
  getNullableType,
  isNonNullType,
  isObjectType,
  GraphQLID,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** The interface of objects that a root field finds by their id (Relay, Global Object Identification). */
export const nodeInterface = 'Node';

/** The root field that finds an object of whatever type. It has no policy line and no rows of its own. */
export const nodeField = 'Query.node';

/**
 * The root field that finds the objects of each type by `id`: it takes nothing else. A type of Node without one is missing
 * (`check/nodes.ts`).
 * @returns schema coordinates of root fields, by type name
 */
export function nodeFields(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return new Map(
    nodeTypes(schema).flatMap((type) => {
      const field = roots.find((root) => getNullableType(root.type) === type && isById(root));
      return field ? [[type.name, `Query.${field.name}`] as const] : [];
    }),
  );
}

/** The types that implement Node. */
export function nodeTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const all = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return all.filter((type) => type.getInterfaces().some(({ name }) => name === nodeInterface));
}

/** Whether a root field takes an id and nothing else. */
export function isById({ args: [id, ...others] }: Pick<GraphQLField<unknown, unknown>, 'args'>): boolean {
  return id?.name === 'id' && isNonNullType(id.type) && id.type.ofType === GraphQLID && others.length === 0;
}
