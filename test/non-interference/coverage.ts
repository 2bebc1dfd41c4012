import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isObjectType,
  Kind,
  parse,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Markings } from '../../src/engine/markings/markings.ts';
import type { EvidenceOperation } from '../../src/server/library/testing/asking/random-operation.ts';

/** The number of times that something was asked for, and released. */
export interface Tally {
  asked: number;
  released: number;
}

/** Everything that a run asked for. The run shows nothing about the rest. */
export interface Coverage {
  readonly coordinates: Map<string, Tally>;
  readonly arguments: Map<string, number>;
  readonly standpoints: Map<string, Tally>;
  readonly statuses: Map<string, number>;
}

export function emptyCoverage(): Coverage {
  return { coordinates: new Map(), arguments: new Map(), standpoints: new Map(), statuses: new Map() };
}

/** Counts one operation and its answer. */
export function countOperation(
  coverage: Coverage,
  schema: GraphQLSchema,
  markings: Markings,
  standpoint: string,
  operation: EvidenceOperation,
  body: string,
): void {
  const document = parse(operation.query);
  countAsked(coverage, schema, document, operation.variables);
  const answer = JSON.parse(body) as { data?: unknown; errors?: readonly { extensions: { code: string } }[] };
  const code = answer.errors?.[0]?.extensions.code ?? 'answered';
  coverage.statuses.set(code, (coverage.statuses.get(code) ?? 0) + 1);
  const own = tally(coverage.standpoints, standpoint);
  own.asked += 1;
  for (const coordinate of releasedIn(schema, document, answer.data)) {
    tally(coverage.coordinates, coordinate).released += 1;
    if (markings.outputs.has(coordinate)) own.released += 1;
  }
}

/** Counts the fields, arguments, input fields and enum values that a document and its variables name. */
export function countAsked(
  coverage: Coverage,
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const info = new TypeInfo(schema);
  const argued = (coordinate: string): void => void coverage.arguments.set(coordinate, (coverage.arguments.get(coordinate) ?? 0) + 1);
  visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition(node) {
        const type = typeFromAST(schema, node.type as NamedTypeNode);
        const value = variables[node.variable.name.value];
        if (isInputType(type)) for (const coordinate of namedInValue(type, value)) argued(coordinate);
      },
      Field(node) {
        const parent = info.getParentType();
        if (!parent || node.name.value.startsWith('__')) return;
        const owners = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
        for (const owner of owners) tally(coverage.coordinates, `${owner.name}.${node.name.value}`).asked += 1;
      },
      Argument(node) {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (parent && field && !info.getDirective()) argued(`${parent.name}.${field.name}(${node.name.value}:)`);
      },
      ObjectField(node) {
        const parent = info.getParentInputType();
        if (parent) argued(`${getNamedType(parent).name}.${node.name.value}`);
      },
      EnumValue(node) {
        const type = info.getInputType() && getNamedType(info.getInputType()!);
        if (isEnumType(type)) argued(`${type.name}.${node.value}`);
      },
    }),
  );
}

/** The input fields and enum values in the value of a variable, which need not be of the variable's type. */
function namedInValue(type: GraphQLInputType, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => namedInValue(type, item));
  const named = getNamedType(type);
  if (isEnumType(named)) return typeof value === 'string' && named.getValue(value) ? [`${named.name}.${value}`] : [];
  if (!isInputObjectType(named) || typeof value !== 'object') return [];
  return Object.values(named.getFields()).flatMap((field) => {
    const given = (value as Record<string, unknown>)[field.name];
    return given === undefined ? [] : [`${named.name}.${field.name}`, ...namedInValue(field.type, given)];
  });
}

/** The coordinate of each released value that is not null. A field of an interface counts for the interface's first type. */
export function releasedIn(schema: GraphQLSchema, document: DocumentNode, data: unknown): string[] {
  const fragments = new Map(
    document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  const released: string[] = [];
  walk(operation.selectionSet, schema.getRootType(operation.operation)!, data);
  return released;

  function walk({ selections }: SelectionSetNode, parent: GraphQLObjectType, value: unknown): void {
    if (Array.isArray(value)) return value.forEach((item) => walk({ kind: Kind.SELECTION_SET, selections }, parent, item));
    if (typeof value !== 'object' || value === null) return;
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) {
        const inside = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
        const condition = schema.getType(inside.typeCondition?.name.value ?? parent.name);
        walk(inside.selectionSet, isObjectType(condition) ? condition : parent, value);
        continue;
      }
      const definition = parent.getFields()[selection.name.value];
      const found = (value as Record<string, unknown>)[selection.alias?.value ?? selection.name.value];
      if (!definition || found === undefined || found === null) continue;
      released.push(`${parent.name}.${definition.name}`);
      const type = getNamedType(definition.type);
      const below = isAbstractType(type) ? schema.getPossibleTypes(type)[0] : isObjectType(type) ? type : undefined;
      if (selection.selectionSet && below) walk(selection.selectionSet, below, found);
    }
  }
}

function tally(map: Map<string, Tally>, key: string): Tally {
  let one = map.get(key);
  if (!one) map.set(key, (one = { asked: 0, released: 0 }));
  return one;
}

/** The personal coordinates of a schema that were never asked for. */
export function neverAsked(coverage: Coverage, schema: GraphQLSchema, markings: Markings): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter(isObjectType);
  const fields = roots.flatMap((root) => Object.keys(root.getFields()).map((name) => `${root.name}.${name}`));
  const personal = [...markings.outputs.keys()].filter((coordinate) => coordinate.includes('.'));
  return [...fields, ...personal].filter((coordinate) => !coverage.coordinates.has(coordinate));
}
