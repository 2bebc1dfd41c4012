import type { RootFieldLine } from '../../../policy/declaration/lines.ts';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Disagreement } from '../../../review/check/disagreement.ts';
import { purposesOf, mayFilter, type InputMarking } from '../../../policy/decision/enter.ts';
import type { Policy } from '../../../policy/declaration/policy.ts';
import { wordsOf } from '../../../policy/declaration/vocabulary.ts';
import { carriesPersonal, type Markings } from '../../markings.ts';
import { rootInputs } from '../../../plan/outline/root-inputs.ts';
import { isRootType } from '../root/root-types.ts';

/**
 * Finds personal arguments, input fields and sort keys that no role may use: those of closed root fields, those by which
 * no role may filter or sort, and those of fields below the root.
 */
export function checkUsableInputs(schema: GraphQLSchema, markings: Markings, policy: Policy): Disagreement[] {
  const usable = new Set<string>();
  for (const [field, inputs] of rootInputs(schema)) {
    const lines = policy.rootFields.filter(({ fields }) => fields.includes(field));
    for (const [coordinate, input] of inputs) {
      if (input !== null && lines.some((line) => mayUse(policy, field, line, input))) usable.add(coordinate);
    }
  }
  const unguarded = unguardedArguments(schema, markings);
  const unusable = [...markings.inputs.keys()].filter(
    (coordinate) => !usable.has(coordinate) && !unguarded.includes(coordinate) && !isOfInterface(schema, coordinate),
  );
  return [
    ...unguarded.map((coordinate) => ({
      coordinate,
      problem: 'personal input on a field that is no root field, where no one may use it: it would be held to no decision',
      hint: 'take it in at a root field, where it is decided whether it may be used',
    })),
    ...unusable.map((coordinate) => ({
      coordinate,
      problem: 'personal, and no one may use it in any root field',
      hint: `open a root field that takes it to a role that may see ${markings.inputs.get(coordinate)?.category} of every row, or take it out`,
    })),
  ];
}

/** Whether a role that the line opens the field to may give it the input. */
function mayUse(policy: Policy, field: string, line: RootFieldLine, input: InputMarking): boolean {
  const { vocabulary } = policy;
  const roles = line.role === 'ANYBODY' ? wordsOf(vocabulary.roles) : [line.role];
  const named = new Set(wordsOf(vocabulary.categories));
  return roles.some((role) =>
    [undefined, ...(line.purposes === 'ANY' ? purposesOf(policy, role) : line.purposes)].some((purpose) =>
      mayFilter(policy, field, line, { role, purpose, named }, input),
    ),
  );
}

function unguardedArguments(schema: GraphQLSchema, markings: Markings): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isRootType(schema, type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter(
          (argument) =>
            markings.inputs.has(`${type.name}.${field.name}(${argument.name}:)`) || carriesPersonal(markings, getNamedType(argument.type)),
        )
        .map((argument) => `${type.name}.${field.name}(${argument.name}:)`),
    );
  });
}

/** An interface's arguments are documentation only. The implementers' arguments are checked. */
function isOfInterface(schema: GraphQLSchema, coordinate: string): boolean {
  const type = schema.getType(coordinate.split('.')[0]!);
  return coordinate.includes('(') && !isObjectType(type);
}
