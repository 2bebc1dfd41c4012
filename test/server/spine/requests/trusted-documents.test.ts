import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readTrustedDocuments } from '../../../../src/engine/document/trusted-documents.ts';
import { openGateway, type Answered, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { documentId, writeFile, writeManifest } from '../../../helpers/asking/manifest.ts';

const profile = 'query Profile @purpose(is: SELF_SERVICE) { me { givenName } }';
const catalogue = 'query Catalogue($first: Int) { services(first: $first) { edges { node { id name description price minimumAge } } } }';
const statement = 'query Statement { privacyStatement { version } }';
const unregistered = '{ me { familyName } }';
const manifest = writeManifest('residents', [profile, catalogue, statement]);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let gateway: TestGateway;
let strict: TestGateway;
let plain: TestGateway;
beforeAll(async () => {
  gateway = await openGateway({ trustedDocuments: readTrustedDocuments([manifest], false) });
  strict = await openGateway({ trustedDocuments: readTrustedDocuments([manifest], true) });
  plain = await openGateway();
});
afterAll(async () => {
  for (const one of [gateway, strict, plain]) await one.close();
});

async function post(to: TestGateway, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
  const authorization = `Bearer ${await to.token('resident')}`;
  return to.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, ...headers },
    body: JSON.stringify(body),
  });
}
const persisted = (hash: string, others: object = {}): object => ({
  ...others,
  extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
});

describe('a document is named', () => {
  test.each([
    ['by documentId', { documentId: documentId(profile) }],
    ['by documentId, with null in place of a query', { documentId: documentId(profile), query: null }],
    ['by persistedQuery', persisted(sha256(profile))],
    ['by both', persisted(sha256(profile), { documentId: documentId(profile) })],
    ['and sent along', persisted(sha256(profile), { query: profile })],
  ])('%s', async (_way, body) => {
    for (const one of [gateway, strict]) {
      const { status, data, privacy } = await post(one, body);
      expect([status, data.me.givenName, privacy.purpose]).toEqual([200, expect.any(String), 'SELF_SERVICE']);
      expect(privacy.receipt).toBeDefined();
    }
  });

  test('with variables', async () => {
    const { data } = await post(gateway, { documentId: documentId(catalogue), variables: { first: 2 } });
    expect(data.services.edges).toHaveLength(2);
  });
});

describe('a document that was not registered', () => {
  test.each([
    ['by documentId', { documentId: documentId(unregistered) }],
    ['by an id of another kind', { documentId: 'residents/profile' }],
    ['by persistedQuery', persisted(sha256(unregistered))],
  ])('is not found %s, with the sentence that clients know', async (_way, body) => {
    const answer = await post(gateway, body);
    expect([answer.status, answer.codes, answer.data]).toEqual([404, ['PERSISTED_QUERY_NOT_FOUND'], undefined]);
    expect(answer.errors[0]!.message).toBe('PersistedQueryNotFound');
    const asJson = await post(gateway, body, { accept: 'application/json' });
    expect([asJson.status, asJson.codes]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
  });

  test('is served where it is sent, unless only registered ones are', async () => {
    for (const body of [{ query: unregistered }, persisted(sha256(unregistered), { query: unregistered })]) {
      expect((await post(gateway, body)).data.me.familyName).toEqual(expect.any(String));
      expect((await post(plain, body)).data.me.familyName).toEqual(expect.any(String));
      const refused = await post(strict, body);
      expect([refused.status, refused.codes, refused.data]).toEqual([403, ['DOCUMENT_NOT_TRUSTED'], undefined]);
    }
    expect((await post(strict, { query: profile })).data.me.givenName).toEqual(expect.any(String));
  });

  test('cannot be named at a gateway without registered documents', async () => {
    for (const body of [{ documentId: documentId(profile) }, persisted(sha256(profile))]) {
      const answer = await post(plain, body);
      expect([answer.status, answer.codes, answer.errors[0]!.message]).toEqual([
        404,
        ['PERSISTED_QUERY_NOT_SUPPORTED'],
        'PersistedQueryNotSupported',
      ]);
    }
  });

  test.each([
    ['another document than the hash', persisted(sha256(profile), { query: unregistered })],
    ['two hashes', persisted(sha256(catalogue), { documentId: documentId(profile) })],
    ['an id that is no text', { documentId: 7 }],
    ['a persisted query without a hash', { query: profile, extensions: { persistedQuery: { version: 1 } } }],
    ['a persisted query that is a text', { query: profile, extensions: { persistedQuery: 'x' } }],
  ])('is refused: %s', async (_what, body) => {
    for (const one of [gateway, plain]) {
      const answer = await post(one, body);
      expect([answer.status, answer.codes, answer.data]).toEqual([400, ['BODY_INVALID'], undefined]);
    }
  });
});

describe('GET', () => {
  const get = (query: Record<string, string>, headers: Record<string, string> = {}): Promise<Answered> =>
    gateway.send({ path: `/graphql?${new URLSearchParams(query).toString()}`, headers });

  test('serves a document that is about no person, to be kept by caches and compressed', async () => {
    const variables = JSON.stringify({ first: 3 });
    for (const named of [
      { documentId: documentId(catalogue) },
      { extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sha256(catalogue) } }) },
    ]) {
      const answer = await get({ ...named, variables });
      expect([answer.status, answer.data.services.edges.length, answer.privacy.receipt]).toEqual([200, 3, undefined]);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
      const tag = answer.headers.get('etag');
      expect(tag).toEqual(expect.any(String));
      const again = await get({ ...named, variables }, { 'if-none-match': tag! });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    for (const encoding of ['zstd', 'br', 'gzip']) {
      const answer = await get({ documentId: documentId(catalogue) }, { 'accept-encoding': encoding });
      expect([answer.headers.get('content-encoding'), answer.data.services.edges.length > 10]).toEqual([encoding, true]);
    }
  });

  test('says nothing about who asks, and leaves no entry', async () => {
    const authorization = `Bearer ${await gateway.token('resident')}`;
    const answer = await get({ documentId: documentId(statement) }, { authorization, 'privacy-purpose': 'SELF_SERVICE' });
    expect(answer.privacy).toEqual({ purpose: null, withheld: [] });
    expect(answer.text).toBe((await get({ documentId: documentId(statement) })).text);
  });

  test.each([
    ['a document about people', { documentId: documentId(profile) }],
    ['a document that nobody registered', { documentId: documentId(unregistered) }],
    ['a document that is sent', { query: statement }],
    ['nothing', {}],
  ])('refuses %s', async (_what, query: Record<string, string>) => {
    const authorization = `Bearer ${await gateway.token('resident')}`;
    const answer = await get(query, { authorization });
    expect([answer.status, answer.codes, answer.data]).toEqual([405, ['METHOD_NOT_ALLOWED'], undefined]);
    expect([answer.headers.get('allow'), answer.headers.get('cache-control')]).toEqual(['POST', 'no-store']);
  });

  test.each([
    ['variables that are no JSON', { documentId: documentId(catalogue), variables: '{' }],
    ['two documents', { documentId: documentId(catalogue), query: statement }],
  ])('refuses %s', async (_what, query: Record<string, string>) => {
    expect((await get(query)).codes).toEqual(['BODY_INVALID']);
  });

  test('an error is kept by no cache', async () => {
    const answer = await get({ documentId: documentId(catalogue), variables: '{"first":-1}' });
    expect([answer.codes.length, answer.headers.get('cache-control')]).toEqual([1, 'no-store']);
  });
});

test('no answer about people is compressed, and others are', async () => {
  const headers = { 'accept-encoding': 'gzip', 'privacy-report': 'full' };
  const personal = await post(
    gateway,
    {
      query:
        '{ me { givenName familyName initials email emailHint phone phoneHint birthDate address { street locality postalCode } purchases { edges { node { amount } } } household { members { givenName familyName } } } }',
    },
    headers,
  );
  expect([personal.text.length > 1_024, personal.headers.get('content-encoding')]).toEqual([true, null]);
  const catalogued = await post(gateway, { query: catalogue }, headers);
  expect(catalogued.headers.get('content-encoding')).toBe('gzip');
  expect(catalogued.headers.get('cache-control')).toBe('no-store');
});

describe('a manifest is refused at start', () => {
  const start = (file: string): Promise<TestGateway> =>
    (async () => openGateway({ trustedDocuments: readTrustedDocuments([file], false) }, gateway.database))();
  const one = (id: string, text: unknown): string => writeFile('web', JSON.stringify({ [id]: text }));

  test.each([
    ['that is no JSON', writeFile('web', '{'), 'web.json must be a JSON object'],
    ['that is a list', writeFile('web', '[]'), 'web.json must be a JSON object'],
    ['that is not there', '/nowhere/web.json', 'web.json cannot be read'],
    ['with another kind of id', one('Profile', profile), 'web.json, document Profile: its name must be sha256:'],
    ['with another hash', one(documentId(statement), profile), `document ${documentId(statement)}: has another hash`],
    ['with what is no text', one(documentId(statement), 7), 'must be a text'],
    ['with what is not GraphQL', writeManifest('web', ['query Broken {']), '(Broken): is not GraphQL'],
    ['with an unknown field', writeManifest('web', ['query Unknown { nobody }']), '(Unknown): is not valid: Cannot query field'],
    ['with two operations', writeManifest('web', [`${statement} query Second { __typename }`]), 'must have one operation, with a name'],
    [
      'with an operation without a name',
      writeManifest('web', ['{ privacyStatement { version } }']),
      'must have one operation, with a name',
    ],
    [
      'with a document beyond a limit',
      writeManifest('web', [`query Deep { ${'a { '.repeat(40)} b ${'}'.repeat(40)} }`]),
      'DOCUMENT_TOO_DEEP',
    ],
    [
      'about people without a purpose',
      writeManifest('web', ['query Profile { me { givenName } }']),
      '(Profile): is about people, so it must',
    ],
    [
      'that could never release anything',
      writeManifest('web', ['query Visits @purpose(is: PAYMENT) { webVisits { edges { node { section } } } }']),
      '(Visits): can never release anything',
    ],
  ])('%s', async (_what, file, problem) => {
    await expect(start(file)).rejects.toMatchObject({ code: 'SETTING_INVALID', message: expect.stringContaining(problem) });
  });
});
