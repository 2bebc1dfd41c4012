import { getArgumentValues, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Markings } from '../../markings/markings.ts';
import type { ArgumentTouch } from '../outline/collect.ts';

/**
 * The personal input coordinates that a field's arguments touch once variables and defaults are in:
 * arguments, input fields and enum values, however deep. An explicit null counts as touched.
 * @param variables coerced variables
 * @throws PrivacyError INPUT_INVALID where an argument can't be coerced
 */
export function touchedInputs(markings: Markings, touch: ArgumentTouch, variables: Readonly<Record<string, unknown>>): Set<string> {
  const touched = new Set<string>();
  let values: Record<string, unknown>;
  try {
    values = getArgumentValues(touch.definition, touch.node, variables);
  } catch {
    // The message of graphql-js quotes the value.
    throw new PrivacyError('INPUT_INVALID', { reason: 'MISSING', coordinates: [touch.field] });
  }
  for (const argument of touch.definition.args) {
    if (!Object.hasOwn(values, argument.name)) continue;
    const coordinate = `${touch.field}(${argument.name}:)`;
    if (markings.inputs.has(coordinate)) touched.add(coordinate);
    visit(argument.type, values[argument.name]);
  }
  return touched;

  function visit(type: GraphQLInputType, value: unknown): void {
    if (value === null || value === undefined) return;
    if (isNonNullType(type)) return visit(type.ofType, value);
    if (isListType(type)) {
      for (const item of Array.isArray(value) ? value : [value]) visit(type.ofType, item);
      return;
    }
    const named = getNamedType(type);
    if (isEnumType(named)) {
      const name = named.serialize(value);
      const coordinate = `${named.name}.${String(name)}`;
      if (markings.inputs.has(coordinate)) touched.add(coordinate);
    }
    if (!isInputObjectType(named)) return;
    for (const field of Object.values(named.getFields())) {
      if (!Object.hasOwn(value, field.name)) continue;
      const coordinate = `${named.name}.${field.name}`;
      if (markings.inputs.has(coordinate)) touched.add(coordinate);
      visit(field.type, (value as Record<string, unknown>)[field.name]);
    }
  }
}
