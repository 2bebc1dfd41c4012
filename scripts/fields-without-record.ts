import { getNamedType, isAbstractType, isLeafType, isObjectType, Kind, type GraphQLNamedType, type GraphQLSchema } from 'graphql';

/**
 * Finds the root fields of the query that open no record: those that return a page, which list rows and open none, and those that
 * reach no object with a data subject. A type without a marking counts as one with a data subject. Pure.
 * @returns schema coordinates, sorted
 */
export function fieldsWithoutRecord(schema: GraphQLSchema): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ type }) => isPage(getNamedType(type)) || !reachesSubject(schema, getNamedType(type)))
    .map(({ name }) => `Query.${name}`)
    .toSorted();
}

function isPage({ name }: GraphQLNamedType): boolean {
  return name.endsWith('Connection');
}

function reachesSubject(schema: GraphQLSchema, type: GraphQLNamedType, seen = new Set<GraphQLNamedType>()): boolean {
  if (isLeafType(type) || seen.has(type)) return false;
  seen.add(type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type).some((possible) => reachesSubject(schema, possible, seen));
  if (!isObjectType(type) || hasSubject(type)) return true;
  return Object.values(type.getFields()).some((field) => reachesSubject(schema, getNamedType(field.type), seen));
}

/** Whether the objects of a type have a data subject, or the type does not say. */
function hasSubject({ astNode, extensionASTNodes }: GraphQLNamedType): boolean {
  const directives = [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
  if (directives.some(({ name }) => name.value === 'impersonal')) return false;
  const none = directives
    .filter(({ name }) => name.value === 'dataSubject')
    .flatMap((directive) => directive.arguments ?? [])
    .find(({ name }) => name.value === 'none');
  return none?.value.kind !== Kind.BOOLEAN || !none.value.value;
}
