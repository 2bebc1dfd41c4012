import type { GraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Population } from '../population.ts';

/** The operation that every contender answers: nine personal fields for each row. */
export const operation = /* GraphQL */ `
  query ListResidents($first: Int) {
    residents(first: $first) {
      edges {
        node {
          id
          givenName
          familyName
          initials
          birthDate
          ageBand
          email
          phone
          mobilePhone
        }
      }
    }
  }
`;

/** A root resolver that reads the list from memory instead of PostgreSQL. */
export function listFrom({ connections }: Population): { Query: { residents: (parent: unknown, page: { first: number }) => unknown } } {
  return { Query: { residents: (_parent, { first }) => connections.get(first) } };
}

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
