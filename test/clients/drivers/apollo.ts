import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache, type ErrorLike } from '@apollo/client';
import { openApolloSession } from '../../../client/src/apollo.ts';
import { documents, type DocumentName } from './documents.ts';
import { plain, type Driver, type Shown } from './driver.ts';

const parsed = Object.fromEntries(Object.entries(documents).map(([name, text]) => [name, gql(text)]));
const query = (name: DocumentName) => parsed[name]!;

/** Apollo Client 4 with its normalised cache. */
export const apollo: Driver<ApolloClient> = {
  openSession: (options) => openApolloSession(options),
  drive: (client) => ({
    read: (name, variables = {}) => shown(client.query({ query: query(name), variables, errorPolicy: 'all' })),
    change: (name, variables = {}) => shown(client.mutate({ mutation: query(name), variables, errorPolicy: 'all' })),
    watch(name, variables = {}) {
      let last: unknown;
      const watched = client.watchQuery({ query: query(name), variables, errorPolicy: 'all' });
      const subscription = watched.subscribe(({ data }) => (last = data));
      return { shown: () => plain(last), close: () => subscription.unsubscribe() };
    },
  }),
  report: (session, client, name, variables) => session.report(client, { query: query(name), variables }),
  openPlain(uri, authorization) {
    const client = new ApolloClient({ link: new HttpLink({ uri, headers: { authorization } }), cache: new InMemoryCache() });
    return (headers) => ({
      read: (name, variables = {}) => shown(client.query({ query: query(name), variables, errorPolicy: 'all', context: { headers } })),
    });
  },
};

async function shown(asked: Promise<{ readonly data?: unknown; readonly error?: ErrorLike | undefined }>): Promise<Shown> {
  const { data, error } = await asked.catch((failure: Error) => ({ data: undefined, error: failure }));
  if (error !== undefined && !CombinedGraphQLErrors.is(error)) return { data: plain(data), codes: [error.message] };
  return { data: plain(data), codes: (error?.errors ?? []).map(({ extensions }) => String(extensions?.['code'])) };
}
