import { getDirective } from '@graphql-tools/utils';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType, type GraphQLSchema } from 'graphql';

/**
 * The length of each list of the introspection schema, by coordinate; for lists of one type, the average. And of each list that `@listSize`
 * marks, or whose resolver says in the field's `extensions.mostRows` how many rows it returns at most.
 */
export function listSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []));
  const inputFields = types.flatMap((type) => (isInputObjectType(type) ? Object.values(type.getFields()) : []));
  const each = (count: number, of: readonly unknown[]): number => Math.max(1, count / Math.max(1, of.length));
  const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);
  const abstract = types.flatMap((type) => (isUnionType(type) || isInterfaceType(type) ? [schema.getPossibleTypes(type).length] : []));
  const marked = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const [given] = getDirective(schema, field, 'listSize') ?? [];
      const most: unknown = given?.['assumedSize'] ?? field.extensions['mostRows'];
      return typeof most === 'number' ? [[`${type.name}.${field.name}`, most] as const] : [];
    }),
  );
  const sizes = new Map(marked);
  // Where the type is open, the longest list counts.
  const open = types.filter(isInterfaceType).flatMap((type) =>
    Object.keys(type.getFields()).flatMap((field) => {
      const known = schema.getPossibleTypes(type).flatMap(({ name }) => sizes.get(`${name}.${field}`) ?? []);
      return known.length > 0 ? [[`${type.name}.${field}`, Math.max(...known)] as const] : [];
    }),
  );
  return new Map([
    ...marked,
    ...open,
    ...Object.entries({
      '__Schema.types': types.length,
      '__Schema.directives': directives.length,
      '__Type.fields': each(fields.length, types),
      '__Type.inputFields': each(inputFields.length, types),
      '__Type.enumValues': each(sum(types.map((type) => (isEnumType(type) ? type.getValues().length : 0))), types),
      '__Type.possibleTypes': each(sum(abstract), types),
      '__Type.interfaces': 1,
      '__Field.args': each(sum(fields.map(({ args }) => args.length)), fields),
      '__Directive.args': each(sum(directives.map(({ args }) => args.length)), directives),
    }),
  ]);
}
