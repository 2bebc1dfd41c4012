import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import type { Resolvers } from './generated.ts';

// MikroORM returns instants as the text that PostgreSQL sends: `2026-06-15 18:00:00.123+00`.
const instant = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  serialize: (value) => GraphQLDateTime.serialize(typeof value === 'string' ? new Date(value) : value),
});

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
  DateTime: instant,
  LocalDate: day,
  Money: money,
};
