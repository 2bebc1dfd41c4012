import type { InputMarking } from '../policy/decision/enter.ts';
import type { DataCategory } from '../register.ts';
import { getDirective } from '@graphql-tools/utils';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { nodeFields } from './node-fields.ts';

/** A coordinate whose value, or whose existence, is released or withheld. */
export interface PersonalCoordinate {
  /** Schema coordinate: `Member.birthDate`, or `Member` for the existence of one. */
  readonly coordinate: string;
  /** Its index in every permit table. */
  readonly index: number;
  readonly category: DataCategory;
  readonly derivedFrom: readonly string[];
}

/** The data subjects of a type's objects. */
export interface SubjectType {
  /** True where the objects have no data subject. */
  readonly none: boolean;
  /** The row's property that holds the data subject's id. */
  readonly property: string | undefined;
  /** The coordinate that decides whether the existence of such an object may be disclosed. */
  readonly existence: PersonalCoordinate | undefined;
}

/** The markings of a schema, read once at start. Only they define which fields are personal. */
export interface Markings {
  /** Personal output fields of object types, and types whose existence is personal, by coordinate. */
  readonly outputs: ReadonlyMap<string, PersonalCoordinate>;
  /** Personal arguments, input fields and enum values, by coordinate. */
  readonly inputs: ReadonlyMap<string, InputMarking>;
  readonly subjects: ReadonlyMap<string, SubjectType>;
  /** Fields whose objects are about the same person as the object that has the field, by coordinate. */
  readonly sameSubject: ReadonlySet<string>;
  /** The root field that finds the objects of each type of Node by their id, by type name; see `node-fields.ts`. */
  readonly nodes: ReadonlyMap<string, string>;
  /** The number of indexes. */
  readonly size: number;
}

/** The directives of one schema element. */
export interface Marking {
  readonly category: DataCategory | undefined;
  readonly derivedFrom: readonly string[];
  /** Whether a mutation compares it with stored values. */
  readonly isCompared: boolean;
  readonly impersonal: boolean;
}

type Element = GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField | GraphQLEnumValue | GraphQLNamedType;

/** Reads `@personal` and `@impersonal` of a schema element. */
export function markingOf(schema: GraphQLSchema, element: Element): Marking {
  const [personal] = getDirective(schema, element, 'personal') ?? [];
  return {
    category: personal?.category as DataCategory | undefined,
    derivedFrom: (personal?.derivedFrom as string[] | undefined) ?? [],
    isCompared: personal?.compared === true,
    impersonal: (getDirective(schema, element, 'impersonal') ?? []).length > 0,
  };
}

/** Reads all markings of a schema. `check.ts` finds what is missing or contradictory. */
export function readMarkings(schema: GraphQLSchema): Markings {
  const outputs = new Map<string, PersonalCoordinate>();
  const inputs = new Map<string, InputMarking>();
  const subjects = new Map<string, SubjectType>();
  const sameSubject = new Set<string>();

  const addOutput = (coordinate: string, category: DataCategory, derivedFrom: readonly string[]): PersonalCoordinate => {
    const entry = { coordinate, index: outputs.size, category, derivedFrom };
    outputs.set(coordinate, entry);
    return entry;
  };
  const addInput = (coordinate: string, element: Element): void => {
    const { category, isCompared } = markingOf(schema, element);
    if (category !== undefined) inputs.set(coordinate, { category, isCompared });
  };

  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type)) {
      const [about] = getDirective(schema, type, 'dataSubject') ?? [];
      if (about) {
        const existence = about.existence as DataCategory | undefined;
        subjects.set(type.name, {
          none: about.none === true,
          property: about.id as string | undefined,
          existence: existence === undefined ? undefined : addOutput(type.name, existence, []),
        });
      }
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        const { category, derivedFrom } = markingOf(schema, field);
        if (category !== undefined && isObjectType(type)) addOutput(coordinate, category, derivedFrom);
        if (getDirective(schema, field, 'sameSubject')) sameSubject.add(coordinate);
        for (const argument of field.args) addInput(`${coordinate}(${argument.name}:)`, argument);
      }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) addInput(`${type.name}.${field.name}`, field);
    }
    if (isEnumType(type)) {
      for (const value of type.getValues()) addInput(`${type.name}.${value.name}`, value);
    }
  }
  return { outputs, inputs, subjects, sameSubject, nodes: nodeFields(schema), size: outputs.size };
}

/** Whether an argument or input field of that type can carry a personal coordinate further down. */
export function carriesPersonal(markings: Markings, type: GraphQLNamedType, seen = new Set<string>()): boolean {
  if (seen.has(type.name)) return false;
  seen.add(type.name);
  if (isEnumType(type)) return type.getValues().some(({ name }) => markings.inputs.has(`${type.name}.${name}`));
  if (!isInputObjectType(type)) return false;
  return Object.values(type.getFields()).some(
    (field) => markings.inputs.has(`${type.name}.${field.name}`) || carriesPersonal(markings, getNamedType(field.type), seen),
  );
}
