import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type InMemoryCacheConfig, type OperationVariables } from '@apollo/client';
import { OperationTypeNode, print, type DocumentNode } from 'graphql';
import { map } from 'rxjs';
import type { Channel } from './channel.ts';
import { possibleTypes, typesWithoutId } from './generated/types.ts';
import { Session, type SessionOptions } from './session.ts';

export type { Missing, Report } from './report.ts';
export { whyMissing } from './report.ts';
export type { Partition } from './partition.ts';
export { Session } from './session.ts';

/** Settings of a session with Apollo Client. */
export interface ApolloOptions extends SessionOptions {
  /** Links before the one that sends, such as one for persisted queries. */
  readonly links?: (end: ApolloLink) => ApolloLink;
  /** Further options for each cache. */
  readonly cache?: InMemoryCacheConfig;
  /** Further options for each client. */
  readonly client?: Omit<ApolloClient.Options, 'link' | 'cache'>;
}

/** An operation as Apollo Client takes it. */
export interface ApolloOperation {
  readonly query: DocumentNode;
  readonly variables?: OperationVariables | undefined;
}

/**
 * Opens a session with Apollo Client: one ApolloClient, with a cache of its own, for each purpose and case.
 * @example session.client({ purpose: 'SERVICE_PROVISION', case: encounterId })?.query({ query })
 */
export function openApolloSession({
  links = (end) => end,
  cache,
  client,
  ...options
}: ApolloOptions): Session<ApolloClient, ApolloOperation> {
  const open = (channel: Channel) => {
    const opened = new ApolloClient({
      ...client,
      link: links(privacyLink(channel)),
      cache: new InMemoryCache({
        ...cache,
        possibleTypes: { ...possibleTypes, ...cache?.possibleTypes },
        typePolicies: { ...policies, ...cache?.typePolicies },
      }),
    });
    const clear = (): void => {
      void opened.cache.reset();
      // Watched queries are asked again and refused, so that no screen keeps their answers.
      setTimeout(() => void opened.resetStore().catch(() => undefined));
    };
    return { client: opened, clear };
  };
  return new Session(
    {
      open,
      // As it is sent: with a `__typename` in each selection.
      keyOf: ({ documentTransform }, { query, variables }) => keyOf({ query: documentTransform.transformDocument(query), variables }),
    },
    options,
  );
}

/** An object without an id is one with its parent, such as an address: the fields that two queries read of it are kept together. */
const policies = Object.fromEntries(typesWithoutId.map((name) => [name, { merge: true as const }]));

/** The link that sends, and accepts no answer for another purpose or case than its channel's. */
function privacyLink(channel: Channel): ApolloLink {
  const queries = new HttpLink({ uri: channel.url, fetch: channel.fetch('query') });
  const mutations = new HttpLink({ uri: channel.url, fetch: channel.fetch('mutation') });
  const http = ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.MUTATION, mutations, queries);
  return new ApolloLink((operation, forward) =>
    http
      .request(operation, forward)
      .pipe(map((result) => channel.receive(keyOf(operation), result as ApolloLink.Result<Record<string, unknown>>) as ApolloLink.Result)),
  );
}

function keyOf({ query, variables = {} }: ApolloOperation): string {
  return JSON.stringify([print(query), variables]);
}
