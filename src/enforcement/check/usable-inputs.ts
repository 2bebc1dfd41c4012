import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { Role, type DataCategory } from '../../generated/schema.ts';
import { allCategories } from '../../policy/categories.ts';
import type { Disagreement } from '../../policy-review/check/disagreement.ts';
import { purposesOf } from '../../policy/enter.ts';
import { foresee, relationshipsOf } from '../../policy/foresee.ts';
import type { Policy } from '../../policy/policy.ts';
import type { RootFieldLine } from '../../policy/root-fields.ts';
import { scopeRelationships } from '../../policy/row-scopes.ts';
import { carriesPersonal, type Catalogue } from '../catalogue.ts';
import { isRootType, rootTypes } from './root-types.ts';

/**
 * Finds personal arguments, input fields and sort keys that no one may use: those of fields that are open to
 * nobody, those by which nobody may filter or sort, and those of fields that stand at no door.
 */
export function checkUsableInputs(schema: GraphQLSchema, catalogue: Catalogue, policy: Policy): Disagreement[] {
  const usable = new Set<string>();
  for (const type of rootTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const lines = policy.rootFields.filter(({ fields }) => fields.includes(`${type.name}.${field.name}`));
      const given = type === schema.getMutationType();
      for (const coordinate of field.args.flatMap((argument) => personalInputs(catalogue, `${type.name}.${field.name}`, argument))) {
        if (lines.some((line) => mayUse(policy, line, catalogue.inputs.get(coordinate)!, given))) usable.add(coordinate);
      }
    }
  }
  const unguarded = unguardedArguments(schema, catalogue);
  const unusable = [...catalogue.inputs.keys()].filter(
    (coordinate) => !usable.has(coordinate) && !unguarded.includes(coordinate) && !isOfInterface(schema, coordinate),
  );
  return [
    ...unguarded.map((coordinate) => ({
      coordinate,
      problem: 'personal input on a field that is no root field, where no one may use it: it would be held to no decision',
      hint: 'take it in at a root field, where the door decides',
    })),
    ...unusable.map((coordinate) => ({
      coordinate,
      problem: 'personal, and no one may use it in any root field',
      hint: `open a root field that takes it to somebody who may see ${catalogue.inputs.get(coordinate)} of every row, or take it out`,
    })),
  ];
}

/** Filtering or sorting by a category takes PERMIT for every row; what a change is given, and an id, take the field alone. */
function mayUse(policy: Policy, line: RootFieldLine, category: DataCategory, given: boolean): boolean {
  if (given || category === 'EXISTENCE') return true;
  const roles = line.role === 'ANYBODY' ? Object.values(Role) : [line.role];
  const named = new Set(allCategories);
  return roles.some((role) =>
    (line.purposes === 'ANY' ? purposesOf(policy, role) : line.purposes).some((purpose) => {
      const relationships = scopeRelationships[line.scope] ?? relationshipsOf(policy, role, purpose);
      return foresee(policy, { role, purpose, category, relationships, named }).effect === 'PERMIT';
    }),
  );
}

/** The personal input coordinates that an argument can carry, itself among them. */
function personalInputs(catalogue: Catalogue, field: string, { name, type }: GraphQLArgument): string[] {
  const reached = new Set<string>([`${field}(${name}:)`]);
  const seen = new Set<string>();
  const visit = (named: GraphQLNamedType): void => {
    if (seen.has(named.name)) return;
    seen.add(named.name);
    if (isEnumType(named)) for (const value of named.getValues()) reached.add(`${named.name}.${value.name}`);
    if (!isInputObjectType(named)) return;
    for (const inner of Object.values(named.getFields())) {
      reached.add(`${named.name}.${inner.name}`);
      visit(getNamedType(inner.type));
    }
  };
  visit(getNamedType(type));
  return [...reached].filter((coordinate) => catalogue.inputs.has(coordinate));
}

function unguardedArguments(schema: GraphQLSchema, catalogue: Catalogue): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isRootType(schema, type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter(
          (argument) =>
            catalogue.inputs.has(`${type.name}.${field.name}(${argument.name}:)`) ||
            carriesPersonal(catalogue, getNamedType(argument.type)),
        )
        .map((argument) => `${type.name}.${field.name}(${argument.name}:)`),
    );
  });
}

/** An interface's arguments are only read: what counts are its implementers'. */
function isOfInterface(schema: GraphQLSchema, coordinate: string): boolean {
  const type = schema.getType(coordinate.split('.')[0]!);
  return coordinate.includes('(') && !isObjectType(type);
}
