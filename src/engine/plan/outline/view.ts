import type { Role } from '../../register.ts';
import { mapSchema, MapperKind, pruneSchema } from '@graphql-tools/utils';
import { GraphQLObjectType, isInterfaceType, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import { mayFilter, type InputMarking } from '../../policy/decision/enter.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { wordsOf } from '../../policy/declaration/vocabulary.ts';
import type { Markings } from '../../markings/markings.ts';
import { nodeField, nodeInterface } from '../../markings/node-fields.ts';
import { rootInputs, type RootInputs } from './root-inputs.ts';

/**
 * Makes the views that answer introspection: for each role the part of the schema that it could use for some purpose.
 * Nothing is validated or executed on a view.
 */
export function createViews(schema: GraphQLSchema, markings: Markings, policy: Policy): (role: Role) => GraphQLSchema {
  const inputs = rootInputs(schema);
  const views = new Map<Role, GraphQLSchema>();
  return (role) => {
    let view = views.get(role);
    if (!view) views.set(role, (view = createView(schema, markings, policy, inputs, role)));
    return view;
  };
}

function createView(schema: GraphQLSchema, markings: Markings, policy: Policy, inputs: RootInputs, role: Role): GraphQLSchema {
  const seen = new Set(policy.grants.filter((grant) => grant.role === role).flatMap(({ categories }) => categories));
  const named = new Set(wordsOf(policy.vocabulary.categories));
  // Whether the role may use an input in some root field, for some purpose.
  const usableInput = (coordinate: string, input: InputMarking): boolean =>
    policy.rootFields.some(
      (line) =>
        (line.role === role || line.role === 'ANYBODY') &&
        (line.purposes === 'ANY' ? [undefined] : line.purposes).some((purpose) =>
          line.fields.some(
            (field) => inputs.get(field)?.has(coordinate) && mayFilter(policy, field, line, { role, purpose, named }, input),
          ),
        ),
    );
  const usable = (coordinate: string): boolean =>
    (coordinate === nodeField && [...markings.nodes.values()].some(usable)) ||
    policy.rootFields.some(({ fields, role: who }) => fields.includes(coordinate) && (who === 'ANYBODY' || who === role));
  const shown = (coordinate: string): boolean => {
    const category = markings.outputs.get(coordinate)?.category;
    return category === undefined || seen.has(category);
  };
  // An object that the role cannot find by its id is not a Node for the role.
  const isFound = (name: string): boolean => usable(markings.nodes.get(name) ?? nodeField) && shown(`${name}.id`);
  // An interface shows only what each of its types shows.
  const shownOnAll = (name: string, field: string): boolean => {
    const type = schema.getType(name);
    return (
      !isInterfaceType(type) ||
      name === nodeInterface ||
      schema.getImplementations(type).objects.every((one) => shown(`${one.name}.${field}`))
    );
  };
  const inputShown = (coordinate: string): boolean => {
    const input = markings.inputs.get(coordinate);
    return input === undefined || usableInput(coordinate, input);
  };
  const withArguments = (field: GraphQLFieldConfig<unknown, unknown>, coordinate: string): GraphQLFieldConfig<unknown, unknown> => ({
    ...field,
    args: Object.fromEntries(Object.entries(field.args ?? {}).filter(([name]) => inputShown(`${coordinate}(${name}:)`))),
  });
  return pruneSchema(
    mapSchema(schema, {
      [MapperKind.ROOT_FIELD]: (field, name, type) => (usable(`${type}.${name}`) ? withArguments(field, `${type}.${name}`) : null),
      [MapperKind.OBJECT_TYPE]: (type) => (isFound(type.name) ? type : withoutNode(type)),
      [MapperKind.INTERFACE_FIELD]: (field, name, type) => (shownOnAll(type, name) ? field : null),
      [MapperKind.OBJECT_FIELD]: (field, name, type) => (shown(`${type}.${name}`) ? withArguments(field, `${type}.${name}`) : null),
      [MapperKind.INPUT_OBJECT_FIELD]: (field, name, type) => (inputShown(`${type}.${name}`) ? field : null),
      [MapperKind.ENUM_VALUE]: (value, type, _schema, name) => (inputShown(`${type}.${name}`) ? value : null),
    }),
  );
}

function withoutNode(type: GraphQLObjectType): GraphQLObjectType {
  const config = type.toConfig();
  return new GraphQLObjectType({ ...config, interfaces: config.interfaces.filter(({ name }) => name !== nodeInterface) });
}
