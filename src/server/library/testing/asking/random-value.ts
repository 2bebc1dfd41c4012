import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { Choices } from './choices.ts';

/** A JSON value. An enum value has its own class, because a document writes it without quotes. */
export type RandomValue = null | string | number | boolean | EnumName | readonly RandomValue[] | { readonly [field: string]: RandomValue };

/** A value of an enum. */
export class EnumName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Chooses a value of a scalar type.
 * @param type the scalar's name
 * @param name the argument's or field's name, which determines the kind of an ID or a text
 * @param parent the input object's type or the field's coordinate
 */
export type ScalarOf = (choices: Choices, type: string, name: string, parent: string) => RandomValue;

/** Chooses a value for an argument or input field: usually a valid one. */
export function randomValue(choices: Choices, scalarOf: ScalarOf, type: GraphQLInputType, name: string, parent: string): RandomValue {
  if (isNonNullType(type)) return randomValue(choices, scalarOf, type.ofType, name, parent);
  if (isListType(type)) {
    return Array.from({ length: 1 + choices.below(3) }, () => randomValue(choices, scalarOf, type.ofType, name, parent));
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return new EnumName(choices.pick(named.getValues()).name);
  if (isInputObjectType(named)) {
    const fields: Record<string, RandomValue> = {};
    for (const field of Object.values(named.getFields())) {
      const needed = isNonNullType(field.type);
      if (!needed && !choices.chance(35)) continue;
      fields[field.name] = !needed && choices.chance(10) ? null : randomValue(choices, scalarOf, field.type, field.name, named.name);
    }
    return fields;
  }
  return scalarOf(choices, named.name, name, parent);
}

/** A value in document syntax. */
export function printValue(value: RandomValue): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map((item) => printValue(item as RandomValue)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${name}: ${printValue(field)}`)
    .join(', ')}}`;
}

/** A value for the variables of a request. */
export function plainValue(value: RandomValue): unknown {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return value.map((item) => plainValue(item as RandomValue));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainValue(field)]));
}
