import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

let authorization: string;
const gateway = useGateway();
beforeAll(async () => {
  authorization = `Bearer ${await gateway.token('resident')}`;
});

const query = '{ me { givenName } }';

function post(body: string, headers: Record<string, string> = {}): Promise<Answered> {
  return gateway.send({ method: 'POST', headers: { 'content-type': 'application/json', authorization, ...headers }, body });
}

/** Asserts the form of a refusal, and that the next valid request is answered. */
async function refused(answer: Answered, status: number, code: string): Promise<void> {
  expect({ status: answer.status, codes: answer.codes }).toEqual({ status, codes: [code] });
  expect(answer.data ?? null).toBeNull();
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await post(JSON.stringify({ query }))).data.me.givenName).toEqual(expect.any(String));
}

describe('a request is refused with', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('the method %s', async (method) => {
    await refused(
      await gateway.send({ method, path: `/graphql?query=${encodeURIComponent(query)}`, headers: { authorization } }),
      405,
      'METHOD_NOT_ALLOWED',
    );
  });

  test('a batch', async () => {
    await refused(await post(JSON.stringify([{ query }, { query }])), 400, 'BATCH_NOT_ALLOWED');
  });

  test.each(['', 'hello', '"hello"', 'null', '{}', '{"query":7}', '{"query":'])('the body %j', async (body) => {
    await refused(await post(body), 400, 'BODY_INVALID');
  });

  test('another content type', async () => {
    await refused(await post(query, { 'content-type': 'application/graphql' }), 415, 'MEDIA_TYPE_UNSUPPORTED');
  });

  test('an oversized body', async () => {
    await refused(await post(JSON.stringify({ query, variables: { long: 'x'.repeat(300_000) } })), 413, 'BODY_TOO_LARGE');
  });

  test('a persisted query, without a line in the log', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    for (const headers of [{}, { authorization }]) {
      const logged = gateway.logged.length;
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
      const answer = await gateway.send({ ...init, body: JSON.stringify({ query, extensions }) });
      expect([answer.codes, answer.data ?? null]).toEqual([['BODY_INVALID'], null]);
      expect(gateway.logged.slice(logged)).toEqual([]);
    }
  });

  test('an unknown value of Privacy-Withheld', async () => {
    await refused(await post(JSON.stringify({ query }), { 'privacy-withheld': 'sometimes' }), 400, 'HEADER_INVALID');
  });

  test('an unknown path', async () => {
    await refused(await gateway.send({ path: '/graphiql' }), 404, 'ROUTE_UNKNOWN');
  });
});

test('clause cookies: everything works without them, none is set, and none authenticates a caller', async () => {
  const token = authorization.replace('Bearer ', '');
  const body = JSON.stringify({ query });
  const withCookie = await gateway.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `token=${token}` },
    body,
  });
  expect(withCookie.codes).toEqual(['AUTHENTICATION_REQUIRED']);
  const without = await post(body);
  expect(without.data.me.givenName).toEqual(expect.any(String));
  for (const { headers } of [withCookie, without]) expect(headers.get('set-cookie')).toBeNull();
});

describe('a document is refused with', () => {
  test('a syntax error', async () => {
    await refused(await post(JSON.stringify({ query: '{ me { "Margaret" ' })), 400, 'DOCUMENT_SYNTAX_INVALID');
  });

  test('an unknown field, without a suggestion or a name', async () => {
    const answer = await post(JSON.stringify({ query: '{ me { birthDat } }' }));
    await refused(answer, 400, 'DOCUMENT_INVALID');
    expect(answer.text).not.toMatch(/birthDate|did you mean/i);
  });

  test('a variable of the wrong form, by its path and not its value', async () => {
    const document = 'query ($filter: ResidentFilter) { residents(filter: $filter) { totalCount } }';
    const answer = await post(JSON.stringify({ query: document, variables: { filter: { birthDate: 'Margaret', Atwood: 1 } } }));
    await refused(answer, 400, 'INPUT_INVALID');
    expect(answer.errors[0]!.extensions.coordinates).toEqual(['$filter.birthDate', '$filter']);
    expect(answer.text).not.toMatch(/Margaret|Atwood/);
  });

  test('several operations and no operation name', async () => {
    await refused(await post(JSON.stringify({ query: `query A ${query} query B ${query}` })), 400, 'OPERATION_UNKNOWN');
    await refused(await post(JSON.stringify({ query: `query A ${query}`, operationName: 'C' })), 400, 'OPERATION_UNKNOWN');
  });

  test('two root fields in a mutation', async () => {
    const one = 'fileRequest(input: { kind: COMMENT, body: "Good." }) { receipt { number } }';
    await refused(await post(JSON.stringify({ query: `mutation { a: ${one} b: ${one} }` })), 400, 'MUTATION_FIELD_COUNT');
    const fragments = `mutation { ...A ...B } fragment A on Mutation { a: ${one} } fragment B on Mutation { b: ${one} }`;
    await refused(await post(JSON.stringify({ query: fragments })), 400, 'MUTATION_FIELD_COUNT');
    expect(await gateway.database.asOwner(`select from recreation.request where body = 'Good.'`)).toEqual([]);
  });

  test('introspection mixed with data', async () => {
    await refused(
      await post(JSON.stringify({ query: `{ __schema { queryType { name } } me { givenName } }` })),
      400,
      'INTROSPECTION_MIXED',
    );
    const nested = `{ ...S me { givenName } } fragment S on Query { __type(name: "Resident") { name } }`;
    await refused(await post(JSON.stringify({ query: nested })), 400, 'INTROSPECTION_MIXED');
  });

  test('fragments that multiply', async () => {
    const levels = Array.from({ length: 20 }, (_, level) => `fragment F${level} on Resident { ...F${level + 1} ...F${level + 1} }`);
    const bomb = `{ me { ...F0 } } ${levels.join(' ')} fragment F20 on Resident { givenName }`;
    await refused(await post(JSON.stringify({ query: bomb })), 400, 'TOO_MANY_FIELDS');
  });
});
