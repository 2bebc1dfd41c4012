import {
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type DirectiveNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { ProgramSource } from './program-source.ts';
import { compileField, createResolveInfo } from './compile-field.ts';
import type { CompiledSelection, ExecuteField, SelectionCompiler } from './compiled-selection.ts';

// graphql-js does not export its merging of selections.

/** An operation compiled for one combination of the values of its `@skip` and `@include` variables. */
export class Program implements SelectionCompiler {
  readonly schema: GraphQLSchema;
  readonly root: CompiledSelection;
  readonly #source: ProgramSource;
  readonly #conditions: Readonly<Record<string, unknown>>;

  /** @param conditions values of the variables that `@skip` and `@include` use */
  constructor(source: ProgramSource, conditions: Readonly<Record<string, unknown>>) {
    const { schema, operation, fragments } = source;
    this.schema = schema;
    this.#source = source;
    this.#conditions = conditions;
    const type = schema.getRootType(operation.operation)!;
    this.root = this.#compile(type, collectFields(schema, fragments, conditions, type, operation.selectionSet));
  }

  compileSubselection(type: GraphQLObjectType, nodes: readonly FieldNode[]): CompiledSelection {
    return this.#compile(type, collectSubfields(this.schema, this.#source.fragments, this.#conditions, type, nodes));
  }

  #compile(type: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>): CompiledSelection {
    const executors = new Map<string, ExecuteField>();
    for (const [name, nodes] of fields) {
      const definition = this.#definitionOf(type, nodes[0]!.name.value);
      if (definition) executors.set(name, this.#compileField(type, name, nodes, definition));
    }
    const names = [...executors.keys()];
    return { names, executors: [...executors.values()], createObject: objectFactory(names) };
  }

  #definitionOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (type === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return type.getFields()[name];
  }

  #compileField(
    type: GraphQLObjectType,
    name: string,
    nodes: readonly FieldNode[],
    definition: GraphQLField<unknown, unknown>,
  ): ExecuteField {
    const coordinate = `${type.name}.${definition.name}`;
    if (definition === TypeNameMetaFieldDef) return () => type.name;
    if (this.#source.nullFields.has(coordinate) && !isNonNullType(definition.type)) return answerNull;
    return compileField(this, { name, nodes, coordinate, definition, info: createResolveInfo(this.#source, type, nodes, definition) });
  }
}

const answerNull: ExecuteField = () => null;

/** V8 turns an object with more properties than this into a dictionary, which is slow to copy. */
const maxCopied = 100;

/**
 * Copies of one template share its hidden class, so that setting a value is fast. Every response name is an own
 * property, so that none, not even `__proto__`, reaches `Object.prototype`.
 */
function objectFactory(names: readonly string[]): CompiledSelection['createObject'] {
  if (names.length > maxCopied) return () => Object.create(null) as Record<string, unknown>;
  const template: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]));
  return () => ({ ...template });
}

/** Directives of incremental delivery, which graphql-js 16 ignores. graphql-js executes such operations. */
const incremental = new Set(['defer', 'stream']);

/**
 * Whether an operation can be compiled. graphql-js executes the others: a subscription, an operation for which the
 * schema has no root type, a mutation with several root fields, which run in series (GraphQL October 2021 §6.2.2),
 * and a document with incremental delivery.
 */
export function canCompile(
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION || !schema.getRootType(operation.operation)) return false;
  if (operation.operation === OperationTypeNode.MUTATION && rootNames(operation.selectionSet, fragments).size > 1) return false;
  let compilable = true;
  for (const { selectionSet } of [operation, ...Object.values(fragments)]) {
    forEachDirective(selectionSet, ({ name }) => void (compilable &&= !incremental.has(name.value)));
  }
  return compilable;
}

/** The response names at the root, regardless of `@skip` and `@include`. */
function rootNames(
  { selections }: SelectionSetNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  names = new Set<string>(),
  visited = new Set<string>(),
): Set<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) rootNames(selection.selectionSet, fragments, names, visited);
    else if (!visited.has(selection.name.value)) {
      visited.add(selection.name.value);
      const fragment = fragments[selection.name.value];
      if (fragment) rootNames(fragment.selectionSet, fragments, names, visited);
    }
  }
  return names;
}

/** The names of the variables that an operation and its document's fragments use in `@skip` and `@include`. */
export function conditionVariables(operation: OperationDefinitionNode, fragments: Record<string, FragmentDefinitionNode>): string[] {
  const names = new Set<string>();
  for (const { selectionSet } of [operation, ...Object.values(fragments)]) {
    forEachDirective(selectionSet, (directive) => {
      if (directive.name.value !== 'skip' && directive.name.value !== 'include') return;
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    });
  }
  return [...names];
}

/** Calls back for each directive in a selection set, at any depth. It does not follow fragment spreads. */
function forEachDirective({ selections }: SelectionSetNode, callback: (directive: DirectiveNode) => void): void {
  for (const selection of selections) {
    selection.directives?.forEach(callback);
    if ('selectionSet' in selection && selection.selectionSet) forEachDirective(selection.selectionSet, callback);
  }
}
