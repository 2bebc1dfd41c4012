import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import type { Resolvers } from './generated/resolvers.ts';

// MikroORM returns instants as the text that PostgreSQL sends: `2026-06-15 18:00:00.123+00`.
const instant = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  serialize: (value) => GraphQLDateTime.serialize(typeof value === 'string' ? new Date(value) : value),
  parseValue: (value) => withUsualYear(GraphQLDateTime.parseValue(value)),
  parseLiteral: (node, variables) => withUsualYear(GraphQLDateTime.parseLiteral(node, variables)),
});

// The access log keeps instants as text, in which years have four digits. An offset leads to others: `9999-12-31T23:59:59-14:00`.
function withUsualYear(given: Date): Date {
  if (/^\d{4}-/.test(given.toISOString())) return given;
  throw new TypeError('An instant has a year from 0 to 9999 in UTC.');
}

const money = new GraphQLScalarType<string, string>({
  name: 'Money',
  serialize: (value) => asMoney(value),
  parseValue: (value) => asMoney(value),
});

// numeric(12,2) as text: never a float, which would round.
function asMoney(value: unknown): string {
  if (typeof value === 'string' && /^-?\d{1,10}\.\d\d$/.test(value)) return value;
  throw new TypeError('An amount has two decimals, as a string.');
}

// PostgreSQL never sends an invalid date, so text in its format is not checked again. All other values are.
const day = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  serialize: (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : GraphQLLocalDate.serialize(value)),
});

export const scalars: Resolvers = {
  DateTime: asDescribed(instant),
  LocalDate: asDescribed(day),
  Money: asDescribed(money),
};

/** Removes the implementation's description and specification, which would replace those of schema/scalars.graphql. */
function asDescribed(scalar: GraphQLScalarType): GraphQLScalarType {
  Reflect.deleteProperty(scalar, 'description');
  Reflect.deleteProperty(scalar, 'specifiedByURL');
  return scalar;
}
