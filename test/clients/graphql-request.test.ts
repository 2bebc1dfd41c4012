import { beforeAll, expect, test } from '@jest/globals';
import { ClientError, GraphQLClient } from 'graphql-request';
import { useGateway } from '../helpers/gateway/use-gateway.ts';

let client: GraphQLClient;
const gateway = useGateway();
beforeAll(async () => {
  client = new GraphQLClient(gateway.url, { headers: { authorization: `Bearer ${await gateway.token('resident')}` } });
});

test('a query is answered', async () => {
  expect(await client.request('{ me { givenName } }')).toEqual({ me: { givenName: expect.any(String) } });
});

test('an error has its code', async () => {
  const error = await client.request('{ nobody }').catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(ClientError);
  expect((error as ClientError).response.errors?.map(({ extensions }) => extensions['code'])).toEqual(['DOCUMENT_INVALID']);
});

test('a partial answer keeps its data', async () => {
  const lenient = new GraphQLClient(gateway.url, {
    headers: { authorization: `Bearer ${await gateway.token('resident')}` },
    errorPolicy: 'all',
  });
  const { data, errors } = await lenient.rawRequest('{ me { givenName } webVisits { totalCount } }');
  expect(data).toEqual({ me: { givenName: expect.any(String) }, webVisits: null });
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FIELD_NOT_PERMITTED']);
});
