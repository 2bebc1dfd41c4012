import type { Budget, RootFieldLine } from '../../policy/declaration/lines.ts';
import type { Policy } from '../../policy/declaration/policy.ts';

/** The kinds of names that a word of the policy can have. */
export type WordKind = 'role' | 'purpose' | 'relationship' | 'category' | 'row scope' | 'condition' | 'clause';

/** A member of a line, and its words. */
export interface Member {
  readonly coordinate: string;
  /** Such as `categories` or `unless.conditions`. */
  readonly name: string;
  /** Undefined for schema coordinates, which are checked against the schema. */
  readonly kind: WordKind | undefined;
  readonly words: readonly string[];
  /** Words that are allowed in addition to the vocabulary. */
  readonly also: readonly string[];
}

/** Names a line of root fields after its first field, because it has no name of its own. */
export function rootFieldCoordinate({ fields }: RootFieldLine): string {
  return `rootFields ${fields[0] ?? '(none)'}`;
}

/** Names a budget after its role and its first purpose, because it has no name of its own. */
export function budgetCoordinate({ role, purposes }: Budget): string {
  return `budgets ${role} ${purposes[0] ?? '(none)'}`;
}

/** All members of a policy's lines, in the order of the lines, without those that are left out. */
export function membersOf({ grants, prohibitions, rootFields, budgets }: Policy): Member[] {
  return [
    ...grants.flatMap((line) =>
      present(`grants ${line.line}`, [
        ['role', 'role', [line.role]],
        ['purpose', 'purpose', [line.purpose]],
        ['relationship', 'relationship', [line.relationship]],
        ['categories', 'category', line.categories],
        ['when', 'condition', line.when],
        ['clause', 'clause', [line.clause]],
      ]),
    ),
    ...prohibitions.flatMap((line) =>
      present(`prohibitions ${line.line}`, [
        ['categories', 'category', line.categories],
        ['roles', 'role', line.roles],
        ['purposes', 'purpose', line.purposes],
        ['when', 'condition', line.when],
        ['unless.purposes', 'purpose', line.unless?.purposes],
        ['unless.relationships', 'relationship', line.unless?.relationships],
        ['unless.conditions', 'condition', line.unless?.conditions],
        ['clause', 'clause', [line.clause]],
      ]),
    ),
    ...rootFields.flatMap((line) =>
      present(rootFieldCoordinate(line), [
        ['fields', undefined, line.fields],
        ['role', 'role', [line.role], ['ANYBODY']],
        ['purposes', 'purpose', line.purposes === 'ANY' ? undefined : line.purposes],
        ['scope', 'row scope', [line.scope]],
        ['needs', 'category', line.needs === undefined ? undefined : [line.needs]],
        ['clause', 'clause', [line.clause]],
      ]),
    ),
    ...budgets.flatMap((line) =>
      present(budgetCoordinate(line), [
        ['role', 'role', [line.role]],
        ['purposes', 'purpose', line.purposes],
        ['clause', 'clause', [line.clause]],
      ]),
    ),
  ];
}

function present(
  coordinate: string,
  members: readonly (readonly [name: string, kind: WordKind | undefined, words: readonly string[] | undefined, also?: readonly string[]])[],
): Member[] {
  return members.flatMap(([name, kind, words, also = []]) => (words === undefined ? [] : [{ coordinate, name, kind, words, also }]));
}
