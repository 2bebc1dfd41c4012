import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { ProgramSource } from './program-source.ts';

/**
 * Creates a field's `info`: one object for all rows and requests, frozen, so that no request can pass data to another
 * through it. Reading a property that depends on one request or row throws.
 */
export function createResolveInfo(
  source: ProgramSource,
  parentType: GraphQLObjectType,
  nodes: readonly FieldNode[],
  definition: GraphQLField<unknown, unknown>,
): GraphQLResolveInfo {
  return Object.freeze(new FieldInfo(source, parentType, nodes, definition));
}

class FieldInfo {
  readonly fieldName: string;
  readonly fieldNodes: readonly FieldNode[];
  readonly returnType: GraphQLField<unknown, unknown>['type'];
  readonly parentType: GraphQLObjectType;
  readonly schema: ProgramSource['schema'];
  readonly fragments: ProgramSource['fragments'];
  readonly operation: ProgramSource['operation'];

  constructor(
    { schema, fragments, operation }: ProgramSource,
    parentType: GraphQLObjectType,
    nodes: readonly FieldNode[],
    { name, type }: GraphQLField<unknown, unknown>,
  ) {
    this.fieldName = name;
    this.fieldNodes = nodes;
    this.returnType = type;
    this.parentType = parentType;
    this.schema = schema;
    this.fragments = fragments;
    this.operation = operation;
  }

  get path(): never {
    return unavailable('path');
  }

  get rootValue(): never {
    return unavailable('rootValue');
  }

  get variableValues(): never {
    return unavailable('variableValues');
  }
}

function unavailable(name: string): never {
  throw new Error(`A resolver read info.${name}, which this executor does not provide.`);
}
