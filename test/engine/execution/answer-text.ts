import type { ExecutionResult } from 'graphql';

/** Messages in which graphql-js quotes the value and our executor does not. */
const differentWordings: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/^(Abstract type|Runtime Object type)/, 'wrong runtime type'],
  [/^Support for returning GraphQLObjectType from resolveType/, 'wrong runtime type'],
  [/^Expected value of type/, 'not of its type'],
  [/serialized a value to nothing|^Expected `.*\.serialize\(/s, 'serialized to nothing'],
];

/** An answer as text, with its keys in order. A message whose wording may differ is replaced by its meaning. */
export function answerText({ data, errors }: ExecutionResult): string {
  const comparable = errors?.map(({ message, path, locations, extensions }) => ({
    message: differentWordings.find(([pattern]) => pattern.test(message))?.[1] ?? message,
    path,
    locations,
    extensions,
  }));
  return JSON.stringify({ data, errors: comparable }, null, 1);
}
