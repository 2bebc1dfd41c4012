import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { hashOf, readTrustedDocuments } from '../../src/engine/document/trusted-documents.ts';
import { cast } from '../../demo/personas.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { writeManifest } from '../helpers/asking/manifest.ts';

// Apollo Client 4 as it comes: only the address and the token are set.
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
/** A document as Apollo Client sends it, and as its manifest has it: with a `__typename` in each selection. */
const asSent = (document: typeof registered): string => print(new InMemoryCache().transformDocument(document));
let gateway: TestGateway;
let client: ApolloClient;
beforeAll(async () => {
  const trustedDocuments = readTrustedDocuments([writeManifest('residents', [registered, catalogue].map(asSent))], false);
  gateway = await openGateway({ trustedDocuments });
  client = await open('resident');
});
afterAll(async () => {
  client.stop();
  await gateway.close();
});

async function open(persona: string): Promise<ApolloClient> {
  const headers = { authorization: `Bearer ${await gateway.token(persona)}` };
  return new ApolloClient({ link: new HttpLink({ uri: gateway.url, headers }), cache: new InMemoryCache() });
}

/** The link that sends hashes, as its documentation shows it. */
async function persisting(options: { readonly useGETForHashedQueries?: boolean } = {}): Promise<{ client: ApolloClient; sent: string[] }> {
  const sent: string[] = [];
  const headers = { authorization: `Bearer ${await gateway.token('resident')}` };
  const http = new HttpLink({
    uri: gateway.url,
    headers,
    fetch: (to, init) => {
      sent.push(`${init?.method} ${typeof init?.body === 'string' && 'query' in (JSON.parse(init.body) as object) ? 'document' : 'hash'}`);
      return fetch(to, init);
    },
  });
  const link = new PersistedQueryLink({ generateHash: (document) => hashOf(print(document)), ...options });
  return { client: new ApolloClient({ link: link.concat(http), cache: new InMemoryCache() }), sent };
}

/** @returns the codes of an answer with errors */
async function codesOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!CombinedGraphQLErrors.is(error)) return error;
  return error.errors.map(({ extensions }) => extensions?.['code']);
}

describe('an error has its code', () => {
  test.each([
    ['a document that does not fit the schema', '{ nobody }', {}, ['DOCUMENT_INVALID']],
    ['an input of the wrong form', '{ services(first: -1) { totalCount } }', {}, ['INPUT_INVALID']],
    ['a purpose that the role may not declare', '{ me { givenName } }', { 'privacy-purpose': 'PAYMENT' }, ['PURPOSE_NOT_ALLOWED']],
    ['a bad token', '{ me { givenName } }', { authorization: 'Bearer none' }, ['TOKEN_INVALID']],
    ['an unknown header', '{ me { givenName } }', { 'privacy-withheld': 'maybe' }, ['HEADER_INVALID']],
  ])('%s', async (_what, text, headers, codes) => {
    expect(await codesOf(client.query({ query: gql(text), context: { headers } }))).toEqual(codes);
  });
});

test('a partial answer keeps its data together with the error', async () => {
  const query = gql`
    query {
      me {
        givenName
      }
      resident(id: "${cast.resident.replace(/^./, 'f')}") {
        givenName
      }
      webVisits {
        totalCount
      }
    }
  `;
  const { data, error } = await client.query({ query, errorPolicy: 'all' });
  expect(data).toMatchObject({ me: { givenName: expect.any(String) }, webVisits: null });
  expect(CombinedGraphQLErrors.is(error) && error.errors.map(({ extensions }) => extensions?.['code'])).toContain('FIELD_NOT_PERMITTED');
});

describe('documents by their hash', () => {
  test('a registered one is sent as a hash', async () => {
    const { client: one, sent } = await persisting();
    expect((await one.query({ query: registered })).data).toMatchObject({ me: { givenName: expect.any(String) } });
    expect(sent).toEqual(['POST hash']);
  });

  test('another one is sent whole, once the hash was not found', async () => {
    const { client: one, sent } = await persisting();
    const query = gql('query Unregistered { me { familyName } }');
    expect((await one.query({ query })).data).toMatchObject({ me: { familyName: expect.any(String) } });
    expect(sent).toEqual(['POST hash', 'POST document']);
  });

  test('data about no person can be asked for by GET', async () => {
    const { client: one, sent } = await persisting({ useGETForHashedQueries: true });
    expect((await one.query({ query: catalogue })).data).toMatchObject({ services: { totalCount: expect.any(Number) } });
    expect(sent).toEqual(['GET hash']);
  });
});
