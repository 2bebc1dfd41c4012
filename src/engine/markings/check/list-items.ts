import { getNamedType, isAbstractType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { markingOf } from '../markings.ts';

/**
 * Finds types with personal values that are items of a list, or below one, and have no `id`. The cache of a client (graphcache, Relay)
 * keeps such an item by its place in the list. When an item drops out, the next one gets its place, and its values: those of another
 * person.
 */
export function checkListItems(schema: GraphQLSchema): Disagreement[] {
  const found = new Map<string, string>();
  const visit = (type: GraphQLNamedType, list: string): void => {
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) visit(possible, list);
    if (!isObjectType(type) || found.has(type.name) || type.getFields()['id']) return;
    found.set(type.name, list);
    for (const field of Object.values(type.getFields())) if (!isList(field.type)) visit(getNamedType(field.type), list);
  };
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields()))
      if (isList(field.type)) visit(getNamedType(field.type), `${type.name}.${field.name}`);
  return [...found].flatMap(([coordinate, list]) => {
    if (!hasPersonalValue(schema, schema.getType(coordinate) as GraphQLObjectType)) return [];
    const problem = `has personal values and no \`id\`, and is an item of ${list}: caches of clients keep it by its place`;
    return [{ coordinate, problem, hint: 'add an `id: ID` that no other object has, or mark the type @impersonal' }];
  });
}

/** A cursor is the place itself. */
function hasPersonalValue(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const { cursor, node, ...fields } = type.getFields();
  const own = cursor && node ? Object.values(fields) : Object.values(type.getFields());
  return own.some((field) => markingOf(schema, field).category !== undefined);
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
