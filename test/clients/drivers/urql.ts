import { cacheExchange as documentCache, Client, fetchExchange, type CombinedError, type Exchange } from '@urql/core';
import { cacheExchange as normalisedCache } from '@urql/exchange-graphcache';
import { introspectionFromSchema } from 'graphql';
import { pipe, subscribe } from 'wonka';
import { graphcacheKeys, openUrqlSession } from '../../../client/src/urql.ts';
import { documents } from './documents.ts';
import { plain, type Driver, type Shown } from './driver.ts';
import { wholeSchema } from './whole-schema.ts';

/** urql with its document cache. */
export const urql = driverWith(() => documentCache);
/** urql with graphcache, its normalised cache. */
export const graphcache = driverWith(() => {
  const schema = introspectionFromSchema(wholeSchema());
  return normalisedCache({ keys: graphcacheKeys(schema), schema });
});

function driverWith(cache: () => Exchange): Driver<Client> {
  return {
    openSession: (options) => openUrqlSession({ ...options, cache: cache() }),
    drive: (client) => ({
      read: (name, variables = {}) => shown(client.query(documents[name], variables).toPromise()),
      change: (name, variables = {}) => shown(client.mutation(documents[name], variables).toPromise()),
      watch(name, variables = {}) {
        let last: unknown;
        const { unsubscribe } = pipe(
          client.query(documents[name], variables),
          subscribe(({ data }) => (last = data)),
        );
        return { shown: () => plain(last), close: unsubscribe };
      },
    }),
    report: (session, client, name, variables = {}) => session.report(client, { query: documents[name], variables }),
    openPlain(url, authorization) {
      const client = new Client({ url, exchanges: [cache(), fetchExchange], preferGetMethod: false });
      return (headers) => ({
        read: (name, variables = {}) =>
          shown(client.query(documents[name], variables, { fetchOptions: { headers: { authorization, ...headers } } }).toPromise()),
      });
    },
  };
}

async function shown(asked: Promise<{ readonly data?: unknown; readonly error?: CombinedError | undefined }>): Promise<Shown> {
  const { data, error } = await asked;
  if (error?.networkError) return { data: plain(data), codes: [error.networkError.message] };
  return { data: plain(data), codes: (error?.graphQLErrors ?? []).map(({ extensions }) => String(extensions['code'])) };
}
