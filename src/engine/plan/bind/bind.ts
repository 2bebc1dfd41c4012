import { notFormed } from '../../../platform/errors/not-formed.ts';
import { decideInput, decideRows } from '../../policy/decision/enter.ts';
import { entryIsLogged } from '../../policy/declaration/vocabulary.ts';
import { bindOutputs, isOpen, type Outline } from '../outline/outline.ts';
import type { Markings } from '../../markings/markings.ts';
import type { Plan, PlannedRoot } from '../operation-plan.ts';
import { getArgumentValues, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { ArgumentTouch } from '../outline/collect.ts';

/**
 * Binds an outline to a request's variables. Arguments, input fields and defaults are decided here, on coerced values.
 * @param variables coerced variables
 * @throws PrivacyError INPUT_INVALID
 */
export function bind(markings: Markings, from: Outline, variables: Readonly<Record<string, unknown>>): Plan {
  // A variable with a default may be null. Then it is undecided whether the fields that depend on it are asked for.
  const shut = [...from.gates].filter((variable) => typeof variables[variable] !== 'boolean');
  if (shut.length > 0) throw notFormed(Object.fromEntries(shut.map((variable) => [`$${variable}`, 'Boolean!'])));
  const outputs = from.ungated ?? bindOutputs(markings, from, variables);
  const roots = new Map<string, PlannedRoot>();
  const inputs = new Set<string>();
  const withheld = [...outputs.withheld];

  for (const root of from.collected.roots.filter((touch) => isOpen(touch.gates, variables))) {
    const line = from.lines.get(root.coordinate);
    const known = roots.get(root.coordinate);
    const byNode = root.byNode && (!known || known.byNode);
    // `node` does not read objects that are closed to the principal.
    if (line || !byNode) roots.set(root.coordinate, { line, refusedInputs: [], ...(byNode && { byNode }) });
  }
  for (const touch of from.collected.arguments.filter(({ gates }) => isOpen(gates, variables))) {
    const root = roots.get(touch.field);
    if (!root && from.collected.roots.some(({ coordinate, byNode }) => byNode && coordinate === touch.field)) continue;
    const refused: string[] = [];
    for (const coordinate of touchedInputs(markings, touch, variables)) {
      inputs.add(coordinate);
      const decision = decideInput(from.policy, touch.field, root?.line, from.access, markings.inputs.get(coordinate)!);
      if (decision.effect === 'PERMIT') continue;
      refused.push(coordinate);
      const reason = decision.effect === 'WITHHOLD' ? decision.reason : 'RELATIONSHIP_REQUIRED';
      withheld.push({ coordinate, path: touch.path, reason });
    }
    // Nothing can refuse an argument below the root, so the root field above it is refused.
    const entered = root ? touch.field : from.collected.roots.find(({ path }) => path[0] === touch.path[0])?.coordinate;
    const above = entered === undefined ? undefined : roots.get(entered);
    if (entered !== undefined && above) roots.set(entered, { ...above, refusedInputs: [...above.refusedInputs, ...refused] });
  }
  return {
    policy: from.policy,
    access: from.access,
    permitTable: from.permitTable,
    asked: outputs.asked,
    below: outputs.below,
    visible: outputs.visible,
    noFields: outputs.noFields,
    withheld,
    roots,
    variables,
    inputs: [...inputs],
    personal:
      outputs.personal ||
      inputs.size > 0 ||
      from.mutation ||
      [...roots].some(([field, { line }]) => line && entryIsLogged(from.policy.vocabulary, field, line.scope)),
    mutation: from.mutation,
    standing: from.standing,
    introspection: from.collected.introspection,
    scopeOf: (field) => roots.get(field)?.line?.scope,
    tells: (field, category) => decideRows(from.policy, roots.get(field)?.line, from.access, category).effect === 'PERMIT',
    fieldsOf: outputs.fieldsOf,
  };
}

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
