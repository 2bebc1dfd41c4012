import type { DataCategory, Purpose, Role } from '../../register.ts';
import { Kind, OperationTypeNode, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { purposesOf, openLine } from '../../policy/decision/enter.ts';
import { decideInAdvance, relationshipsOf } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { anonymousRole, entryIsLogged, wordsOf } from '../../policy/declaration/vocabulary.ts';
import type { Markings } from '../../markings/markings.ts';
import { collect, fragmentsOf, type Collected } from './collect.ts';

/** Everything that a document can reveal to one role for one purpose: with every relationship, authority and variable. */
export interface Reach {
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  /** The personal categories that it can reveal. */
  readonly categories: readonly DataCategory[];
}

/** The coordinates that an operation asks for, for all principals that may ask. */
export interface DocumentReach {
  readonly operation: OperationDefinitionNode;
  /** Whether it is about people: it is not open to everyone, asks for or by something personal, or changes something. */
  readonly personal: boolean;
  /** The roles and purposes for which it can release anything. */
  readonly reaches: readonly Reach[];
}

/**
 * Finds what a document can ever reveal, and to whom. It has one operation.
 * @param purpose the operation's own, from `@purpose(is:)`; undefined: whatever a role may declare, or none
 * @throws PrivacyError TOO_MANY_FIELDS
 */
export function reachOf(
  { schema, markings, policy }: { readonly schema: GraphQLSchema; readonly markings: Markings; readonly policy: Policy },
  document: DocumentNode,
  purpose: Purpose | undefined,
): DocumentReach {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  const collected = collect(schema, markings, operation, fragmentsOf(document));
  const { vocabulary } = policy;
  const anonymous = { role: anonymousRole(vocabulary), purpose: undefined, named: new Set<DataCategory>() };
  const isLogged = (field: string): boolean => {
    const line = openLine(policy, field, anonymous);
    return !line || entryIsLogged(vocabulary, field, line.scope);
  };
  const personal =
    operation.operation === OperationTypeNode.MUTATION ||
    [...collected.fields, ...collected.types].some(({ coordinate }) => markings.outputs.has(coordinate)) ||
    collected.arguments.length > 0 ||
    collected.roots.some(({ coordinate }) => isLogged(coordinate));
  const reaches = wordsOf(vocabulary.roles).flatMap((role) => {
    const own = purposesOf(policy, role);
    const purposes: readonly (Purpose | undefined)[] = purpose === undefined ? [undefined, ...own] : own.filter((one) => one === purpose);
    return purposes.flatMap((one) => reachFor(policy, markings, collected, role, one) ?? []);
  });
  return { operation, personal, reaches };
}

/** @returns undefined if nothing can be released: each root field is refused, or everything below it is withheld */
function reachFor(policy: Policy, markings: Markings, collected: Collected, role: Role, purpose: Purpose | undefined): Reach | undefined {
  // An authority can name any category.
  const access = { role, purpose, named: new Set(wordsOf(policy.vocabulary.categories)) };
  const relationships = relationshipsOf(policy, role, purpose);
  const open = new Set(collected.roots.filter(({ coordinate }) => openLine(policy, coordinate, access)).map(({ path }) => path[0]));
  const below = [...collected.fields, ...collected.types].filter(({ path }) => open.has(path[0]));
  const released = below.filter(({ coordinate }) => {
    const output = markings.outputs.get(coordinate);
    return !output || decideInAdvance(policy, { ...access, category: output.category, relationships }).effect !== 'WITHHOLD';
  });
  const objects = new Set(collected.types.map(({ via }) => via));
  const leaves = released.filter(({ coordinate }) => coordinate.includes('.') && !objects.has(coordinate));
  const answersItself = collected.roots.some(({ path }) => open.has(path[0]) && !below.some((touch) => touch.path[0] === path[0]));
  if (leaves.length === 0 && !answersItself) return undefined;
  const categories = released.flatMap(({ coordinate }) => markings.outputs.get(coordinate)?.category ?? []);
  return { role, purpose, categories: [...new Set(categories)].toSorted() };
}
