import { GraphQLID, GraphQLString, type GraphQLLeafType } from 'graphql';

// One for each type, and not for each field of it.
const known = new WeakMap<GraphQLLeafType, (value: unknown) => unknown>();

/** What serialises a value of a leaf type that is neither nothing nor an error (§6.4.3, result coercion). It throws where the value has no form. */
export function serializerOf(type: GraphQLLeafType): (value: unknown) => unknown {
  let serializer = known.get(type);
  if (!serializer) known.set(type, (serializer = makeSerializer(type)));
  return serializer;
}

function makeSerializer(type: GraphQLLeafType): (value: unknown) => unknown {
  const serialize = (value: unknown): unknown => {
    const serialized: unknown = type.serialize(value);
    if (serialized === null || serialized === undefined) throw new Error(`${type.name} serialized a value to nothing.`);
    return serialized;
  };
  // A text is its own form for both, and most values are texts.
  if (type === GraphQLString || type === GraphQLID) return (value) => (typeof value === 'string' ? value : serialize(value));
  return serialize;
}
