import type { GraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

/** Apollo's options as in src/server/spine/document/apollo.ts, as far as they affect the time. */
export const apolloOptions = {
  introspection: true,
  includeStacktraceInErrorResponses: false,
  hideSchemaDetailsFromClientErrors: true,
  stopOnTerminationSignals: false,
  persistedQueries: false,
  parseOptions: { maxTokens: 15_000 },
} as const;

/** Off for all contenders: cache control would instrument every field and so improve every ratio. */
export const pluginsOff = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
];

/** The data of an answer. @throws Error if it has errors: a failure is fast and would win */
export function dataOf({ body }: GraphQLResponse): unknown {
  if (body.kind !== 'single' || body.singleResult.errors) throw new Error(`A contender failed: ${JSON.stringify(body)}`);
  return body.singleResult.data;
}
