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
// graphql-js' own merging of selections; there is no public name for it.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { ProgramSource } from './program-source.ts';
import { infoFor } from './resolve-info.ts';
import type { Below, Selection, Take } from './step.ts';
import { takeOf } from './take.ts';

/** An operation made ready for one setting of the variables that `@skip` and `@include` wait for. */
export class Program implements Below {
  readonly schema: GraphQLSchema;
  readonly root: Selection;
  readonly #source: ProgramSource;
  readonly #gates: Readonly<Record<string, unknown>>;

  /** @param gates variables, of which those of `@skip` and `@include` are read */
  constructor(source: ProgramSource, gates: Readonly<Record<string, unknown>>) {
    const { schema, operation, fragments } = source;
    this.schema = schema;
    this.#source = source;
    this.#gates = gates;
    const type = schema.getRootType(operation.operation)!;
    this.root = this.#select(type, collectFields(schema, fragments, gates, type, operation.selectionSet));
  }

  /** The selections below a field's places, for one concrete type. */
  below(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection {
    return this.#select(type, collectSubfields(this.schema, this.#source.fragments, this.#gates, type, nodes));
  }

  #select(type: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>): Selection {
    const takes = new Map<string, Take>();
    for (const [name, nodes] of fields) {
      const definition = this.#definitionOf(type, nodes[0]!.name.value);
      if (definition) takes.set(name, this.#takeOf(type, name, nodes, definition));
    }
    const names = [...takes.keys()];
    return { names, takes: [...takes.values()], blank: blankOf(names) };
  }

  #definitionOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (type === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return type.getFields()[name];
  }

  #takeOf(type: GraphQLObjectType, name: string, nodes: readonly FieldNode[], definition: GraphQLField<unknown, unknown>): Take {
    const coordinate = `${type.name}.${definition.name}`;
    if (definition === TypeNameMetaFieldDef) return () => type.name;
    if (this.#source.blanked.has(coordinate) && !isNonNullType(definition.type)) return nothing;
    return takeOf(this, { name, nodes, coordinate, definition, info: infoFor(this.#source, type, nodes, definition) });
  }
}

const nothing: Take = () => null;

/** More names than this make an object a table, whose copies are dear and gain nothing. */
const mostCopied = 100;

/**
 * Copies of one object have their shape from the start, so that setting a value is all there is to do. Every response
 * name is a property of its own, so that none, not even `__proto__`, reaches what all objects inherit.
 */
function blankOf(names: readonly string[]): Selection['blank'] {
  if (names.length > mostCopied) return () => Object.create(null) as Record<string, unknown>;
  const template: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]));
  return () => ({ ...template });
}
