import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, fetchExchange, gql, stringifyDocument, type ClientOptions } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { readTrustedDocuments } from '../../src/engine/document/trusted-documents.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { writeManifest } from '../helpers/asking/manifest.ts';

// urql as it comes: only the address, the token and the exchanges are set.
const registered = gql`
  query Profile @purpose(is: SELF_SERVICE) {
    me {
      givenName
    }
  }
`;
const catalogue = gql`
  query Catalogue {
    services(first: 2) {
      totalCount
    }
  }
`;
let gateway: TestGateway;
let plain: TestGateway;
beforeAll(async () => {
  const manifest = writeManifest('residents', [registered, catalogue].map(stringifyDocument));
  gateway = await openGateway({ trustedDocuments: readTrustedDocuments([manifest], false) });
  plain = await openGateway();
});
afterAll(async () => {
  await gateway.close();
  await plain.close();
});

async function open(to: TestGateway, options: Partial<ClientOptions> = {}): Promise<{ client: Client; sent: string[] }> {
  const authorization = `Bearer ${await to.token('resident')}`;
  const sent: string[] = [];
  const client = new Client({
    url: to.url,
    exchanges: [fetchExchange],
    fetchOptions: { headers: { authorization } },
    fetch: (input, init) => {
      sent.push(init?.method ?? 'GET');
      return fetch(input, init);
    },
    ...options,
  });
  return { client, sent };
}

const persisting: Partial<ClientOptions> = {
  preferGetMethod: false,
  exchanges: [persistedExchange({ preferGetForPersistedQueries: false }), fetchExchange],
};
const hashing: Partial<ClientOptions> = { exchanges: [persistedExchange(), fetchExchange] };

test('a query is answered, and an error has its code', async () => {
  const { client } = await open(gateway, { preferGetMethod: false });
  expect((await client.query('{ me { givenName } }', {})).data).toMatchObject({ me: { givenName: expect.any(String) } });
  const { error } = await client.query('{ nobody }', {});
  expect(error?.graphQLErrors.map(({ extensions }) => extensions['code'])).toEqual(['DOCUMENT_INVALID']);
});

test('a partial answer keeps its data', async () => {
  const { client } = await open(gateway, { preferGetMethod: false });
  const { data, error } = await client.query('{ me { givenName } webVisits { totalCount } }', {});
  expect(data).toEqual({ me: { givenName: expect.any(String) }, webVisits: null });
  expect(error?.graphQLErrors.map(({ extensions }) => extensions['code'])).toEqual(['FIELD_NOT_PERMITTED']);
});

describe('documents by their hash', () => {
  test('a registered one is sent as a hash', async () => {
    const { client, sent } = await open(gateway, persisting);
    expect((await client.query(registered, {})).data).toMatchObject({ me: { givenName: expect.any(String) } });
    expect(sent).toEqual(['POST']);
  });

  test('another one is sent whole, once the hash was not found', async () => {
    const { client, sent } = await open(gateway, persisting);
    expect((await client.query('query Unregistered { me { familyName } }', {})).data).toMatchObject({
      me: { familyName: expect.any(String) },
    });
    expect(sent).toEqual(['POST', 'POST']);
  });

  test('a gateway without registered documents is asked for no more hashes', async () => {
    const { client, sent } = await open(plain, persisting);
    for (const query of ['query One { me { familyName } }', 'query Two { me { givenName } }']) {
      expect((await client.query(query, {})).error).toBeUndefined();
    }
    expect(sent).toHaveLength(3);
  });

  test('data about no person can be asked for by GET', async () => {
    const { client, sent } = await open(gateway, hashing);
    expect((await client.query(catalogue, {})).data).toMatchObject({ services: { totalCount: expect.any(Number) } });
    expect(sent).toEqual(['GET']);
  });
});
