import { Kind, parse, type GraphQLScalarType, type Source } from 'graphql';
import { asDefined, day, instant } from '../../../platform/time/scalars.ts';

/** Scalars that need no resolver where an application defines them. */
const usual: Readonly<Record<string, GraphQLScalarType>> = { DateTime: instant, Date: day, LocalDate: day };

/** The usual scalars among those that an application's files define. @throws GraphQLError where one is not GraphQL */
export function usualScalars(given: readonly Source[]): Readonly<Record<string, GraphQLScalarType>> {
  const defined = given.flatMap((source) =>
    parse(source).definitions.flatMap((definition) => (definition.kind === Kind.SCALAR_TYPE_DEFINITION ? [definition.name.value] : [])),
  );
  return Object.fromEntries(defined.flatMap((name) => (Object.hasOwn(usual, name) ? [[name, asDefined(usual[name]!, name)]] : [])));
}
