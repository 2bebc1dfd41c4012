import type { InputMarking } from '../../policy/decision/enter.ts';
import { getNamedType, isEnumType, isInputObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { markingOf } from '../../markings/markings.ts';

/** By root field: the arguments, input fields and sort keys (schema coordinates) that it can be given; null: not personal. */
export type RootInputs = ReadonlyMap<string, ReadonlyMap<string, InputMarking | null>>;

/** Finds the inputs that each root field of a schema accepts, at any depth. */
export function rootInputs(schema: GraphQLSchema): RootInputs {
  const found = new Map<string, Map<string, InputMarking | null>>();
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const coordinate = `${root!.name}.${field.name}`;
      const inputs = new Map<string, InputMarking | null>();
      for (const argument of field.args) {
        note(inputs, `${coordinate}(${argument.name}:)`, argument);
        visit(getNamedType(argument.type), inputs, new Set());
      }
      found.set(coordinate, inputs);
    }
  }
  return found;

  function visit(type: GraphQLNamedType, into: Map<string, InputMarking | null>, seen: Set<string>): void {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    if (isEnumType(type)) for (const value of type.getValues()) note(into, `${type.name}.${value.name}`, value);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      note(into, `${type.name}.${field.name}`, field);
      visit(getNamedType(field.type), into, seen);
    }
  }

  function note(into: Map<string, InputMarking | null>, coordinate: string, element: Parameters<typeof markingOf>[1]): void {
    const { category, isCompared } = markingOf(schema, element);
    into.set(coordinate, category === undefined ? null : { category, isCompared });
  }
}
