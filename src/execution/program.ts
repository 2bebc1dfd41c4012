import {
  defaultFieldResolver,
  getArgumentValues,
  isNonNullType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
// graphql-js' own merging of selections; there is no public name for it.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { completerOf } from './complete.ts';
import type { Below, Selection, Step } from './step.ts';

/** An operation made ready for one setting of the variables that `@skip` and `@include` wait for. */
export class Program implements Below {
  readonly schema: GraphQLSchema;
  readonly root: Selection;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  readonly #gates: Readonly<Record<string, unknown>>;

  /** @param gates variables, of which those of `@skip` and `@include` are read */
  constructor(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Record<string, FragmentDefinitionNode>,
    gates: Readonly<Record<string, unknown>>,
  ) {
    this.schema = schema;
    this.#operation = operation;
    this.#fragments = fragments;
    this.#gates = gates;
    const type = schema.getRootType(operation.operation)!;
    this.root = this.#select(type, collectFields(schema, fragments, gates, type, operation.selectionSet));
  }

  /** The selections below a field's places, for one concrete type. */
  below(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection {
    return this.#select(type, collectSubfields(this.schema, this.#fragments, this.#gates, type, nodes));
  }

  #select(type: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>): Selection {
    const steps: Step[] = [];
    for (const [name, nodes] of fields) {
      const definition = this.#definitionOf(type, nodes[0]!.name.value);
      if (definition) steps.push(this.#stepOf(type, name, nodes, definition));
    }
    return { steps, blank: blankOf() };
  }

  #definitionOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (type === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return type.getFields()[name];
  }

  #stepOf(type: GraphQLObjectType, name: string, nodes: readonly FieldNode[], definition: GraphQLField<unknown, unknown>): Step {
    const coordinate = `${type.name}.${definition.name}`;
    const info = this.#infoFor(type, nodes, definition);
    return {
      name,
      nodes,
      coordinate,
      resolve: definition.resolve ?? defaultFieldResolver,
      argumentsFor: argumentsOf(definition, nodes[0]!),
      info,
      ...completerOf(this, definition.type, { nodes, coordinate, info }),
      nullable: !isNonNullType(definition.type),
    };
  }

  /** One for all rows and requests: frozen, so that nothing passes from one to the other by it. */
  #infoFor(type: GraphQLObjectType, nodes: readonly FieldNode[], definition: GraphQLField<unknown, unknown>): GraphQLResolveInfo {
    const known = {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType: type,
      schema: this.schema,
      fragments: this.#fragments,
      operation: this.#operation,
    };
    return Object.freeze(Object.assign(Object.create(lacking) as GraphQLResolveInfo, known));
  }
}

/** What graphql-js tells a resolver of a request and its rows, and a program can't. No resolver of ours reads it. */
const lacking = Object.freeze(
  Object.create(
    null,
    Object.fromEntries(
      ['path', 'rootValue', 'variableValues'].map((name) => [
        name,
        {
          get: () => {
            throw new Error(`A resolver asked for info.${name}, which is not there.`);
          },
        },
      ]),
    ),
  ) as object,
);

const none: Record<string, unknown> = Object.freeze({});

function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): Step['argumentsFor'] {
  if (definition.args.length === 0) return () => none;
  return ({ variables }) => getArgumentValues(definition, node, variables);
}

function blankOf(): Selection['blank'] {
  const Blank = function () {} as unknown as Selection['blank'];
  Object.defineProperty(Blank, 'prototype', { value: Object.freeze(Object.create(null)) });
  return Blank;
}

/** The variables of an operation's document that `@skip` and `@include` wait for. */
export function gateVariables(operation: OperationDefinitionNode, fragments: Record<string, FragmentDefinitionNode>): string[] {
  const names = new Set<string>();
  for (const root of [operation, ...Object.values(fragments)]) {
    visit(root, {
      Directive({ name, arguments: given }) {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names];
}
