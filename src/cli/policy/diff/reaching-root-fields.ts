import { getNamedType, isAbstractType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';

/** By object type: the root fields from which it can be reached, regardless of what may be seen on the way. */
export function reachingRootFields(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, string[]>();
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type)) ways.set(type.name, []);
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      for (const type of reachedFrom(getNamedType(field.type))) ways.get(type)?.push(`${root!.name}.${field.name}`);
    }
  }
  return ways;

  function reachedFrom(start: GraphQLNamedType): ReadonlySet<string> {
    const reached = new Set<string>();
    const visit = (type: GraphQLNamedType): void => {
      if (reached.has(type.name)) return;
      reached.add(type.name);
      if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) visit(possible);
      if (isObjectType(type)) for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
    };
    visit(start);
    return reached;
  }
}
