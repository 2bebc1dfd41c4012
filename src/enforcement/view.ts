import { mapSchema, MapperKind, pruneSchema } from '@graphql-tools/utils';
import type { GraphQLFieldConfig, GraphQLSchema } from 'graphql';
import type { DataCategory, Role } from '../generated/schema.ts';
import { allCategories } from '../policy/categories.ts';
import { purposesOf } from '../policy/enter.ts';
import { foresee, relationshipsOf } from '../policy/foresee.ts';
import type { Policy } from '../policy/policy.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Makes the views that introspection is answered from: for each role the part of the schema that it
 * could use for some purpose. Nothing is validated or executed on a view.
 */
export function createViews(schema: GraphQLSchema, catalogue: Catalogue, policy: Policy): (role: Role) => GraphQLSchema {
  const views = new Map<Role, GraphQLSchema>();
  return (role) => {
    let view = views.get(role);
    if (!view) views.set(role, (view = createView(schema, catalogue, policy, role)));
    return view;
  };
}

function createView(schema: GraphQLSchema, catalogue: Catalogue, policy: Policy, role: Role): GraphQLSchema {
  const seen = new Set(policy.grants.filter((grant) => grant.role === role).flatMap(({ categories }) => categories));
  const named = new Set(allCategories);
  const filterable = (category: DataCategory): boolean =>
    category === 'EXISTENCE' ||
    purposesOf(policy, role).some(
      (purpose) =>
        foresee(policy, { role, purpose, category, relationships: relationshipsOf(policy, role, purpose), named }).effect === 'PERMIT',
    );
  const usable = (coordinate: string): boolean =>
    policy.rootFields.some(({ fields, role: who }) => fields.includes(coordinate) && (who === 'ANYBODY' || who === role));
  const shown = (coordinate: string): boolean => {
    const category = catalogue.outputs.get(coordinate)?.category;
    return category === undefined || seen.has(category);
  };
  // Filters are for queries; what mutations take in is no reading.
  const inputShown = (coordinate: string): boolean => {
    const category = catalogue.inputs.get(coordinate);
    return category === undefined || coordinate.split('.')[0]?.endsWith('Input') === true || filterable(category);
  };
  const withArguments = (field: GraphQLFieldConfig<unknown, unknown>, coordinate: string): GraphQLFieldConfig<unknown, unknown> => ({
    ...field,
    args: Object.fromEntries(Object.entries(field.args ?? {}).filter(([name]) => inputShown(`${coordinate}(${name}:)`))),
  });
  return pruneSchema(
    mapSchema(schema, {
      [MapperKind.ROOT_FIELD]: (field, name, type) => (usable(`${type}.${name}`) ? withArguments(field, `${type}.${name}`) : null),
      [MapperKind.OBJECT_FIELD]: (field, name, type) => (shown(`${type}.${name}`) ? withArguments(field, `${type}.${name}`) : null),
      [MapperKind.INPUT_OBJECT_FIELD]: (field, name, type) => (inputShown(`${type}.${name}`) ? field : null),
      [MapperKind.ENUM_VALUE]: (value, type, _schema, name) => (inputShown(`${type}.${name}`) ? value : null),
    }),
  );
}
