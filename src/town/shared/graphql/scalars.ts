import { GraphQLScalarType } from 'graphql';
import { asDefined, day, instant } from '../../../platform/time/scalars.ts';
import type { Resolvers } from './generated/resolvers.ts';

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

export const scalars: Resolvers = {
  DateTime: asDefined(instant, 'DateTime'),
  LocalDate: asDefined(day, 'LocalDate'),
  Money: asDefined(money, 'Money'),
};
