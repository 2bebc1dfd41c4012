import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { textsOfList, unpagedItems } from '../../../src/engine/document/limits.ts';
import { defaultPage, largestPage } from '../../../src/engine/document/page-sizes.ts';
import type { Measures } from '../../../src/engine/document/check-document.ts';

/** One selection set as a whole tree, with a copy of each fragment at every spread. */
interface Tree {
  readonly selection: SelectionNode;
  /** Whether it comes from a spread. */
  readonly spread?: boolean;
  readonly inside: readonly Tree[];
}

/** Measures a document by expanding every fragment at each spread, and visiting the tree from the root. */
export function naiveMeasure(schema: GraphQLSchema, { definitions }: DocumentNode): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const reached = new Set<string>();

  const expand = (selections: readonly SelectionNode[]): Tree[] =>
    selections.map((selection) => {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) return { selection, inside: expand(selection.selectionSet?.selections ?? []) };
      const fragment = fragments.get(selection.name.value)!;
      reached.add(selection.name.value);
      const typed: SelectionNode = {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: fragment.typeCondition,
        selectionSet: fragment.selectionSet,
      };
      return { selection: typed, spread: true, inside: expand(fragment.selectionSet.selections) };
    });
  const placesOf = (trees: readonly Tree[]): number => trees.reduce((sum, { inside }) => sum + 1 + placesOf(inside), 0);
  const repeatedIn = (trees: readonly Tree[], names: string[] = []): number => {
    let sum = 0;
    for (const { selection, spread, inside } of trees) {
      if (selection.kind !== Kind.FIELD) {
        sum += repeatedIn(inside, spread ? [] : names);
        continue;
      }
      const name = selection.alias?.value ?? selection.name.value;
      sum += repeatedIn(inside) + (names.includes(name) ? 1 : 0);
      names.push(name);
    }
    return sum;
  };
  const depthOf = (trees: readonly Tree[]): number =>
    trees.length === 0 ? 0 : 1 + Math.max(...trees.map(({ inside }) => depthOf(inside)));
  const rootsOf = (trees: readonly Tree[]): number =>
    trees.reduce((sum, { selection, inside }) => sum + (selection.kind === Kind.FIELD ? 1 : rootsOf(inside)), 0);
  const readsOf = (trees: readonly Tree[], type: GraphQLNamedType): number =>
    trees.reduce((sum, { selection, inside }) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        return sum + readsOf(inside, condition === undefined ? type : schema.getType(condition)!);
      }
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      if (!field) return sum;
      return sum + (field.args.length > 0 ? 1 : 0) + readsOf(inside, getNamedType(field.type));
    }, 0);
  const weigh = (
    weight: { readonly object: number; readonly value: number },
    trees: readonly Tree[],
    type: GraphQLNamedType,
    of: number,
    page: number | undefined,
  ): number =>
    trees.reduce((sum, { selection, inside }) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        return sum + weigh(weight, inside, condition === undefined ? type : schema.getType(condition)!, of, page);
      }
      if (selection.kind !== Kind.FIELD) return sum;
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      if (inside.length === 0) return sum + of * weight.value * (field && isListType(getNullableType(field.type)) ? textsOfList : 1);
      if (!field) return sum;
      const below = getNamedType(field.type);
      const objects = of * (isCompositeType(below) && isListType(getNullableType(field.type)) ? (page ?? unpagedItems) : 1);
      const first = field.args.find(({ name }) => name === 'first');
      const given = selection.arguments?.[0]?.value;
      const own = given?.kind === Kind.INT ? Number(given.value) : given ? largestPage : defaultPage;
      return sum + objects * weight.object + weigh(weight, inside, below, objects, first && Math.min(own, largestPage));
    }, 0);

  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const roots = operations.map((operation) => ({
    trees: expand(operation.selectionSet.selections),
    type: schema.getRootType(operation.operation)!,
    roots: true,
  }));
  for (const [name, fragment] of fragments) {
    if (reached.has(name)) continue;
    const type = schema.getType(fragment.typeCondition.name.value) as (typeof roots)[number]['type'];
    roots.push({ trees: expand(fragment.selectionSet.selections), type, roots: false });
  }
  return {
    operations: operations.length,
    fragments: fragments.size,
    variables: Math.max(...operations.map(({ variableDefinitions }) => variableDefinitions?.length ?? 0)),
    places: roots.reduce((sum, { trees }) => sum + placesOf(trees), 0),
    repeated: roots.reduce((sum, { trees }) => sum + repeatedIn(trees), 0),
    depth: Math.max(...roots.map(({ trees }) => depthOf(trees))),
    roots: Math.max(...roots.map((root) => (root.roots ? rootsOf(root.trees) : 0))),
    reads: Math.max(...roots.map(({ trees, type }) => readsOf(trees, type))),
    rows: Math.max(...roots.map(({ trees, type }) => weigh({ object: 1, value: 0 }, trees, type, 1, undefined))),
    values: Math.max(...roots.map(({ trees, type }) => weigh({ object: 0, value: 1 }, trees, type, 1, undefined))),
  };
}
