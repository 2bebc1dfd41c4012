import type { DataCategory } from '../../../engine/register.ts';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { markingOf, type Markings } from '../../../engine/markings/markings.ts';
import { nodeField, nodeInterface, nodeTypes } from '../../../engine/markings/node-fields.ts';

/** The kind of a schema coordinate for the policy. Undefined category: impersonal. */
export type Coordinate =
  | { readonly kind: 'ROOT_FIELD' }
  /** The root field that finds objects of several types through `fields`, the root fields of these types. */
  | { readonly kind: 'NODE'; readonly fields: readonly string[] }
  /** Whether its rows have no data subject. */
  | { readonly kind: 'FIELD'; readonly category: DataCategory | undefined; readonly withoutDataSubject: boolean }
  /** The existence of an object, or the id of one of several types. `within`: the coordinates that decide it, if it has no category. */
  | { readonly kind: 'TYPE'; readonly category: DataCategory | undefined; readonly within: readonly string[] }
  /** `fields`: the root fields whose arguments can contain it. */
  | {
      readonly kind: 'INPUT';
      readonly category: DataCategory | undefined;
      readonly isCompared: boolean;
      readonly fields: readonly string[];
    };

/** All coordinates of a schema: types, fields, arguments, input fields and enum values. */
export function readCoordinates(schema: GraphQLSchema, markings: Markings): ReadonlyMap<string, Coordinate> {
  const all = new Map<string, Coordinate>();
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  const takenBy = fieldsByInput(schema);
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

  for (const type of types) {
    if (!roots.has(type.name)) all.set(type.name, typeCoordinate(type.name));
    if (isObjectType(type) || isInterfaceType(type)) {
      const withoutDataSubject = markings.subjects.get(type.name)?.none === true;
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        const { category } = markingOf(schema, field);
        if (coordinate === nodeField) all.set(coordinate, { kind: 'NODE', fields: [...markings.nodes.values()] });
        else if (type.name === nodeInterface) all.set(coordinate, { kind: 'TYPE', category, within: implementing(field.name) });
        else all.set(coordinate, roots.has(type.name) ? { kind: 'ROOT_FIELD' } : { kind: 'FIELD', category, withoutDataSubject });
        for (const { name } of field.args) addInput(`${coordinate}(${name}:)`, [coordinate]);
      }
    }
    if (isInputObjectType(type)) for (const name of Object.keys(type.getFields())) addInput(`${type.name}.${name}`, takenBy.get(type.name));
    if (isEnumType(type)) for (const { name } of type.getValues()) addInput(`${type.name}.${name}`, takenBy.get(type.name));
  }
  return all;

  function addInput(coordinate: string, fields: readonly string[] = []): void {
    const { category, isCompared = false } = markings.inputs.get(coordinate) ?? {};
    all.set(coordinate, { kind: 'INPUT', category, isCompared, fields });
  }

  function implementing(field: string): string[] {
    return nodeTypes(schema).map(({ name }) => `${name}.${field}`);
  }

  function typeCoordinate(name: string): Coordinate {
    if (name === nodeInterface) return { kind: 'TYPE', category: undefined, within: fieldsReturning(name) };
    const category = markings.outputs.get(name)?.category;
    const decidedElsewhere = category === undefined && markings.subjects.get(name)?.none === false;
    return { kind: 'TYPE', category, within: decidedElsewhere ? fieldsReturning(name) : [] };
  }

  function fieldsReturning(name: string): string[] {
    return types
      .filter((type) => isObjectType(type))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name === name)
          .map((field) => `${type.name}.${field.name}`),
      );
  }
}

/** By input type and enum: the fields whose arguments can contain it, at any depth. */
function fieldsByInput(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const within = new Set<string>();
      for (const { type: given } of field.args) visit(getNamedType(given), within);
      for (const name of within) found.set(name, [...(found.get(name) ?? []), `${type.name}.${field.name}`]);
    }
  }
  return found;
}

function visit(type: GraphQLNamedType, within: Set<string>): void {
  if (within.has(type.name)) return;
  within.add(type.name);
  if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) visit(getNamedType(field.type), within);
}
