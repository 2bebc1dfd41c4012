import { getNamedType, isLeafType, isObjectType, resolveSchemaCoordinate, type GraphQLSchema } from 'graphql';
import type { RootFieldLine } from '../../../../engine/policy/declaration/lines.ts';
import type { Policy } from '../../../../engine/policy/declaration/policy.ts';
import type { OperationMaterial } from './random-operation.ts';
import type { RandomValue } from './random-value.ts';
import type { ExpectedRow } from '../records/read-records.ts';
import type { Placed } from '../standpoint.ts';

/** A UUID that no row has. */
const absent = '00000000-0000-4000-8000-00000000dead';
/** Values of one scalar type that arguments are chosen from. */
const mostValues = 60;

/** The lines of a policy that open root fields to a standpoint, by the field: the first of each. Pure. */
export function openLines({ rootFields }: Policy, { role, purpose }: Placed): ReadonlyMap<string, RootFieldLine> {
  const open = new Map<string, RootFieldLine>();
  for (const line of rootFields) {
    const isOpen =
      (line.role === 'ANYBODY' || line.role === role) &&
      (line.purposes === 'ANY' || (purpose !== undefined && line.purposes.includes(purpose)));
    for (const field of isOpen ? line.fields : []) if (!open.has(field)) open.set(field, line);
  }
  return open;
}

/**
 * The material of random operations from a standpoint: arguments are chosen among stored values of the same scalar type, hidden ones as
 * well. They change nothing.
 */
export function materialOf(schema: GraphQLSchema, policy: Policy, records: readonly ExpectedRow[], placed: Placed): OperationMaterial {
  const pools = new Map<string, Set<RandomValue>>([['ID', new Set(records.map(({ id }) => id))]]);
  for (const { type: name, values } of records) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const [field, value] of Object.entries(values)) {
      const named = getNamedType(type.getFields()[field]?.type);
      if (!isLeafType(named) || value === null || value === undefined) continue;
      const pool = pools.get(named.name) ?? new Set();
      pools.set(named.name, pool.add(JSON.parse(JSON.stringify(value)) as RandomValue));
    }
  }
  const usual: Readonly<Record<string, readonly RandomValue[]>> = {
    ID: [absent],
    String: ['other'],
    Int: [1, 0, 20],
    Float: [1.5],
    Boolean: [true, false],
  };
  return {
    rootFields: new Set([...openLines(policy, placed).keys()].filter((coordinate) => resolveSchemaCoordinate(schema, coordinate))),
    mutations: false,
    purpose: placed.headers['privacy-purpose'],
    isUsualPurpose: false,
    scalarOf: (choices, type, name) =>
      name === 'first' || name === 'last'
        ? choices.pick([20, 1, 2, 100])
        : choices.pick([...[...(pools.get(type) ?? [])].slice(0, mostValues), ...(usual[type] ?? ['2020-01-01'])]),
  };
}
