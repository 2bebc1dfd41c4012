import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';

/** An instant. MikroORM returns instants as the text that PostgreSQL sends: `2026-06-15 18:00:00.123+00`. */
export const instant = new GraphQLScalarType({
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

/** A day. PostgreSQL never sends an invalid date, so text in its format is not checked again. All other values are. */
export const day = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  serialize: (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : GraphQLLocalDate.serialize(value)),
});

/** A scalar under its name in a schema, whose description and specification stand there. */
export function asDefined(scalar: GraphQLScalarType, name: string): GraphQLScalarType {
  const defined = new GraphQLScalarType({ ...scalar.toConfig(), name });
  // Without a value they would still replace those of the schema.
  Reflect.deleteProperty(defined, 'description');
  Reflect.deleteProperty(defined, 'specifiedByURL');
  return defined;
}
