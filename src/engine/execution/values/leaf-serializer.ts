import { GraphQLID, GraphQLString, type GraphQLLeafType } from 'graphql';

const serializers = new WeakMap<GraphQLLeafType, (value: unknown) => unknown>();

/**
 * The serializer of a leaf type, for values that are neither null nor an error (§6.4.3, result coercion). One per
 * type is kept, not one per field. It throws for a value that the type cannot represent.
 */
export function leafSerializer(type: GraphQLLeafType): (value: unknown) => unknown {
  let serializer = serializers.get(type);
  if (!serializer) serializers.set(type, (serializer = createSerializer(type)));
  return serializer;
}

function createSerializer(type: GraphQLLeafType): (value: unknown) => unknown {
  const serialize = (value: unknown): unknown => {
    const serialized: unknown = type.serialize(value);
    if (serialized === null || serialized === undefined) throw new Error(`${type.name} serialized a value to nothing.`);
    return serialized;
  };
  // Both types serialize a string to itself, and most values are strings.
  if (type === GraphQLString || type === GraphQLID) return (value) => (typeof value === 'string' ? value : serialize(value));
  return serialize;
}
