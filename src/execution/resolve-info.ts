import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { ProgramSource } from './program-source.ts';

/**
 * What a resolver is told of its place in the operation: one for all rows and requests, and frozen, so that nothing
 * passes from one to the other by it. What only one request or row could tell is not there, and to ask for it is an error.
 */
export function infoFor(
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
    return lacking('path');
  }

  get rootValue(): never {
    return lacking('rootValue');
  }

  get variableValues(): never {
    return lacking('variableValues');
  }
}

function lacking(name: string): never {
  throw new Error(`A resolver asked for info.${name}, which is not there.`);
}
