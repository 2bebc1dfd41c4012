import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { Purpose, Relationship, Role } from '../generated/schema.ts';
import { categories } from '../policy/categories.ts';
import type { Condition } from '../policy/conditions.ts';
import { linesFor } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { markingOf, type Catalogue } from './catalogue.ts';

/** One way in which schema, directives and policy disagree. */
export interface Disagreement {
  readonly coordinate: string;
  readonly problem: string;
}

/**
 * Finds every coordinate that is unclassified, or whose marking the policy can't honour. The gateway
 * does not start while there is one.
 */
export function checkSchema(schema: GraphQLSchema, catalogue: Catalogue, policy: Policy): Disagreement[] {
  const found: Disagreement[] = [];
  const report = (coordinate: string, problem: string): number => found.push({ coordinate, problem });
  const impersonal = (type: GraphQLNamedType): boolean => markingOf(schema, type).impersonal;
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);

  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isUnionType(type) && !impersonal(type)) report(type.name, 'unclassified: mark the union @impersonal, its members say the rest');
    if (isEnumType(type)) checkEnum(type.name, type.getValues());
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) checkInput(`${type.name}.${field.name}`, field, impersonal(type));
    }
    if (isObjectType(type)) checkObject(type.name);
    if (isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) checkInterfaceField(type.name, field);
    }
  }
  for (const { fields } of policy.rootFields) {
    for (const coordinate of fields) {
      const [type = '', name = ''] = coordinate.split('.');
      const root = schema.getType(type);
      if (!isObjectType(root) || !root.getFields()[name]) report(coordinate, 'a policy line names a root field that does not exist');
    }
  }
  return found;

  function checkObject(name: string): void {
    const type = schema.getType(name);
    if (!isObjectType(type)) return;
    const about = catalogue.subjects.get(name);
    if (about && !about.none && about.property === undefined) report(name, '@dataSubject needs id or none');
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${name}.${field.name}`;
      const marking = markingOf(schema, field);
      for (const argument of field.args) checkInput(`${coordinate}(${argument.name}:)`, argument, false);
      if (roots.has(name)) {
        if (!policy.rootFields.some(({ fields }) => fields.includes(coordinate))) report(coordinate, 'a root field without a policy line');
        if (isNonNullType(field.type)) report(coordinate, 'a root field must be nullable, so that a refusal leaves the others');
        if (isCompositeType(getNamedType(field.type)) && !marking.category) continue;
      }
      if (marking.category && marking.impersonal) report(coordinate, 'both @personal and @impersonal');
      if (!marking.category && !marking.impersonal && !impersonal(type)) report(coordinate, 'unclassified');
      if (!marking.category) continue;
      if (!about) report(coordinate, 'personal, but its type has no @dataSubject');
      if (isNonNullType(field.type)) report(coordinate, 'a personal field must be nullable');
      if (!(marking.category in categories)) report(coordinate, 'a category without a DPV term');
      checkDerived(coordinate, marking.derivedFrom);
    }
  }

  function checkInput(coordinate: string, element: Parameters<typeof markingOf>[1], inherited: boolean): void {
    const { category, impersonal: marked } = markingOf(schema, element);
    if (category && marked) report(coordinate, 'both @personal and @impersonal');
    if (!category && !marked && !inherited) report(coordinate, 'unclassified');
  }

  function checkEnum(name: string, values: readonly { readonly name: string }[]): void {
    const type = schema.getType(name)!;
    for (const value of values) checkInput(`${name}.${value.name}`, value as Parameters<typeof markingOf>[1], impersonal(type));
  }

  function checkInterfaceField(name: string, field: GraphQLField<unknown, unknown>): void {
    const { category } = markingOf(schema, field);
    const type = schema.getType(name);
    if (!isInterfaceType(type)) return;
    for (const implementer of schema.getImplementations(type).objects) {
      const own = catalogue.outputs.get(`${implementer.name}.${field.name}`)?.category;
      if (own !== category) report(`${implementer.name}.${field.name}`, `does not carry the marking of ${name}.${field.name}`);
    }
  }

  function checkDerived(coordinate: string, sources: readonly string[]): void {
    const derived = catalogue.outputs.get(coordinate)!;
    for (const source of sources) {
      const from = catalogue.outputs.get(source);
      if (!from) report(coordinate, `derived from ${source}, which is no personal field`);
      else if (!readersInclude(policy, derived.category, from.category))
        report(coordinate, `not everybody who may read ${source} may read it`);
    }
  }
}

type Category = keyof typeof categories;

/**
 * Whether whoever may read the source's category may read the derived one, under no more conditions.
 * A prohibition that names the derived category for them, without conditions, is a decision and no oversight.
 */
function readersInclude(policy: Policy, derived: Category, source: Category): boolean {
  if (derived === source) return true;
  return Object.values(Role).every((role) =>
    Object.values(Purpose).every((purpose) =>
      Object.values(Relationship).every((relationship) => {
        const ofSource = linesFor(policy, { role, purpose, relationship, category: source });
        const ofDerived = linesFor(policy, { role, purpose, relationship, category: derived });
        if (ofDerived.prohibitions.some(({ when, unless }) => when === undefined && unless?.conditions === undefined)) return true;
        return ofSource.grants.every((grant) => ofDerived.grants.some((other) => weaker(other.when, grant.when)));
      }),
    ),
  );
}

function weaker(conditions: readonly Condition[] = [], than: readonly Condition[] = []): boolean {
  return conditions.every((condition) => than.includes(condition));
}
