import { getNamedType, isAbstractType, isEnumType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Markings } from '../../../engine/markings/markings.ts';

/**
 * By coordinate: the type of each field of an object type, the members of each union and interface, and the values of
 * each enum of a personal field, because finer values reveal more.
 */
export function readTypes(schema: GraphQLSchema, { outputs }: Markings): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const listed = (names: readonly string[]): string => names.toSorted().join(' | ');
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) found.set(type.name, listed(schema.getPossibleTypes(type).map(({ name }) => name)));
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      found.set(coordinate, String(field.type));
      const held = getNamedType(field.type);
      if (isEnumType(held) && outputs.has(coordinate)) found.set(held.name, listed(held.getValues().map(({ name }) => name)));
    }
  }
  return found;
}
