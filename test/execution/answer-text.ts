import type { ExecutionResult } from 'graphql';

/** What graphql-js says with the value in it, and ours without. */
const alike: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/^(Abstract type|Runtime Object type)/, 'wrong runtime type'],
  [/^Support for returning GraphQLObjectType from resolveType/, 'wrong runtime type'],
  [/^Expected value of type/, 'not of its type'],
  [/serialized a value to nothing|^Expected `.*\.serialize\(/s, 'serialized to nothing'],
];

/** An answer as text, keys in their order; of what may not be said in the same words only that it is said. */
export function answerText({ data, errors }: ExecutionResult): string {
  const told = errors?.map(({ message, path, locations, extensions }) => ({
    message: alike.find(([pattern]) => pattern.test(message))?.[1] ?? message,
    path,
    locations,
    extensions,
  }));
  return JSON.stringify({ data, errors: told }, null, 1);
}
