import {
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
// graphql-js does not export its merging of selections.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { ProgramSource } from './program-source.ts';
import { compileField } from './compile-field.ts';
import type { CompiledSelection, ExecuteField, SelectionCompiler } from './compiled-selection.ts';
import { createResolveInfo } from './create-resolve-info.ts';

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
