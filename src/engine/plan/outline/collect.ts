import {
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isListType,
  isNonNullType,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { carriesPersonal, type Markings } from '../../markings/markings.ts';
import { nodeField } from '../../markings/node-fields.ts';

/** A condition of `@include` or `@skip`: the variable, and the value with which the selection is kept. */
export interface Gate {
  readonly variable: string;
  readonly open: boolean;
}

/** One place in an operation that asks for a coordinate. */
export interface Touch {
  readonly coordinate: string;
  /** Response names, `*` for a list's indexes. Only for the client to read, never a key. */
  readonly path: readonly string[];
  readonly gates: readonly Gate[];
  /** The object-returning field (schema coordinate) that leads here; undefined at the root. */
  readonly via: string | undefined;
  /** The root field whose row scope says how the principal is related to the data subject here; undefined: none says it. */
  readonly scopedBy: string | undefined;
}

export interface RootTouch extends Touch {
  /** Whether it is `node` that reads the root field. */
  readonly byNode: boolean;
}

/** A field whose arguments can carry personal coordinates. */
export interface ArgumentTouch {
  readonly field: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly path: readonly string[];
  readonly gates: readonly Gate[];
}

/** Everything that one operation asks for, with any variables. */
export interface Collected {
  /** Every output field and, for object-returning fields, every possible type; personal or not. */
  readonly fields: readonly Touch[];
  readonly types: readonly Touch[];
  readonly arguments: readonly ArgumentTouch[];
  /** Coordinates of the root fields, one per place; for `node` one for each field that it reads. */
  readonly roots: readonly RootTouch[];
  readonly introspection: boolean;
}

/** A concrete type whose objects can be at a place. */
interface Parent {
  readonly type: GraphQLObjectType;
  readonly under: UnderScope;
}

/** More places than any honest operation has. Fragments can multiply them exponentially. */
const mostPlaces = 10_000;

/**
 * Visits an operation once and lists every coordinate that it touches, on the concrete types: a field of an interface
 * counts as that field of each possible type, and `node` as the root field that finds each type by its id.
 * @throws PrivacyError TOO_MANY_FIELDS
 */
export function collect(
  schema: GraphQLSchema,
  markings: Markings,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Collected {
  const fields: Touch[] = [];
  const types: Touch[] = [];
  const arguments_: ArgumentTouch[] = [];
  const roots: RootTouch[] = [];
  const root = schema.getRootType(operation.operation)!;
  let introspection = false;
  let places = 0;

  visit(operation.selectionSet, [{ type: root, under: undefined }], [], [], undefined);
  return { fields, types, arguments: arguments_, roots, introspection };

  function visit(
    selections: SelectionSetNode,
    parents: readonly Parent[],
    path: readonly string[],
    gates: readonly Gate[],
    via: string | undefined,
  ): void {
    for (const selection of selections.selections) {
      places += 1;
      if (places > mostPlaces) throw new PrivacyError('TOO_MANY_FIELDS');
      const own = gatesOf(selection.directives);
      if (own === undefined) continue;
      const within = own.length > 0 ? [...gates, ...own] : gates;
      if (selection.kind === Kind.FIELD) {
        visitField(selection, parents, path, within, via);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, narrow(parents, selection.typeCondition?.name.value), path, within, via);
      } else {
        const fragment = fragments.get(selection.name.value)!;
        visit(fragment.selectionSet, narrow(parents, fragment.typeCondition.name.value), path, within, via);
      }
    }
  }

  function visitField(
    node: FieldNode,
    parents: readonly Parent[],
    path: readonly string[],
    gates: readonly Gate[],
    via: string | undefined,
  ): void {
    const name = node.name.value;
    if (name === '__typename') return;
    if (name.startsWith('__')) {
      introspection = true;
      return;
    }
    const here = [...path, node.alias?.value ?? name];
    for (const { type: parent, under, definition, coordinate } of parents.flatMap((each) => definitionsOf(each, name))) {
      const touch = { coordinate, path: here, gates, via, scopedBy: scopedBy(under) };
      if (parent === root) roots.push({ ...touch, byNode: name !== definition.name });
      else fields.push(touch);
      if (definition.args.some((argument) => isPersonalArgument(coordinate, argument))) {
        arguments_.push({ field: coordinate, definition, node, path: here, gates });
      }
      if (!node.selectionSet) continue;
      const below = here.concat(stars(definition.type));
      const over: UnderScope = parent === root ? { root: coordinate, reached: false } : under;
      const possible = possibleTypes(getNamedType(definition.type)).map((type) => ({
        type,
        under: scopeBelow(markings, over, coordinate, type.name),
      }));
      for (const one of possible) {
        types.push({ coordinate: one.type.name, path: below, gates, via: coordinate, scopedBy: scopedBy(one.under) });
      }
      visit(node.selectionSet, possible, below, gates, coordinate);
    }
  }

  /** The definition of a field; for `node` those of the root fields that it reads. */
  function definitionsOf(parent: Parent, name: string) {
    const own = `${parent.type.name}.${name}`;
    const definitions = parent.type.getFields();
    const coordinates = own === nodeField ? [...markings.nodes.values()] : [own];
    return coordinates.map((coordinate) => ({
      ...parent,
      coordinate,
      definition: definitions[coordinate.slice(parent.type.name.length + 1)]!,
    }));
  }

  function isPersonalArgument(coordinate: string, argument: GraphQLField<unknown, unknown>['args'][number]): boolean {
    return markings.inputs.has(`${coordinate}(${argument.name}:)`) || carriesPersonal(markings, getNamedType(argument.type));
  }

  function possibleTypes(type: ReturnType<typeof getNamedType>): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  }

  function narrow(parents: readonly Parent[], condition: string | undefined): readonly Parent[] {
    if (condition === undefined) return parents;
    const type = schema.getType(condition);
    if (!type || !isCompositeType(type)) return [];
    return parents.filter(
      ({ type: parent }) =>
        parent === type ||
        (isAbstractType(type) && schema.isSubType(type, parent)) ||
        (isInterfaceType(type) && parent.getInterfaces().includes(type)),
    );
  }
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]),
  );
}

function stars(type: GraphQLOutputType): string[] {
  if (isNonNullType(type)) return stars(type.ofType);
  return isListType(type) ? ['*', ...stars(type.ofType)] : [];
}

/** The gates of a selection; undefined where a literal already excludes it. */
function gatesOf(directives: readonly DirectiveNode[] | undefined): Gate[] | undefined {
  const gates: Gate[] = [];
  for (const directive of directives ?? []) {
    const include = directive.name.value === GraphQLIncludeDirective.name;
    if (!include && directive.name.value !== GraphQLSkipDirective.name) continue;
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) gates.push({ variable: value.name.value, open: include });
    else if (value?.kind === Kind.BOOLEAN && value.value !== include) return undefined;
  }
  return gates;
}

/**
 * The relationship of the objects at a place of an operation, as the row scope of its root field settles it. `reached`: they are about the data
 * subject of a row of that root field. Not reached: the way from the root field has come across no data subject yet.
 * Undefined: they are about another person, or about no one, and the scope says nothing.
 */
export type UnderScope = { readonly root: string; readonly reached: boolean } | undefined;

/**
 * Finds what a scope says of the objects that a field returns. The first data subject below a root field is that of its row. Below that,
 * the schema says where it stays the same (`@sameSubject`).
 * @param over what it says of the object that has the field
 */
function scopeBelow(markings: Markings, over: UnderScope, field: string, type: string): UnderScope {
  const about = markings.subjects.get(type);
  if (over === undefined || about?.none) return undefined;
  if (about === undefined) return over;
  if (!over.reached) return { root: over.root, reached: true };
  return markings.sameSubject.has(field) ? over : undefined;
}

/** The root field whose row scope says how the principal is related to the data subject; undefined: none says it. */
function scopedBy(under: UnderScope): string | undefined {
  return under?.reached ? under.root : undefined;
}
