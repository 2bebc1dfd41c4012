import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { attacks, times } from '../../../../bench/hostile/attacks.ts';
import { documentLimits, variableLimits } from '../../../../src/engine/document/limits.ts';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const { depth, operations, places } = documentLimits;

const gateway = useGateway();

async function post(document: string, given?: unknown, as: string | null = 'resident'): Promise<Answered> {
  return gateway.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as !== null && { authorization: `Bearer ${await gateway.token(as)}` }) },
    body: JSON.stringify({ query: document, variables: given, operationName: document.startsWith('query Q0') ? 'Q0' : undefined }),
  });
}

/** The parts of an answer that identify a refusal. */
const refusal = ({ status, codes, data, headers }: Answered): unknown => ({ status, codes, data, cache: headers.get('cache-control') });
const refusedWith = (code: string): unknown => ({ status: 400, codes: [code], data: undefined, cache: 'no-store' });

describe.each(attacks)('$what', ({ code, most, document }) => {
  test('is answered at the limit', async () => {
    const { status, codes, data } = await post(document(most));
    expect({ status, codes }).toEqual({ status: 200, codes: expect.not.arrayContaining([code]) });
    expect(data).toBeDefined();
  });

  test.each([
    ['a resident', 'resident'],
    ['an anonymous client', null],
  ])('is refused to %s one past the limit', async (_who, as) => {
    expect(refusal(await post(document(most + 1), undefined, as))).toEqual(refusedWith(code));
  });
});

describe('rows', () => {
  const nested = (first: string): string =>
    `query ($n: Int) { residents(first: 100) { edges { node { purchases(first: ${first}) { edges { node { id } } } tickets(first: 100) { edges { node { id } } } accessHistory(first: 100) { edges { node { entryId } } } } } } }`;
  test('of pages in pages are refused before they are read', async () => {
    const deeper = `{ residents(first: 100) { edges { node { ${times(6, (at) => `a${at}: purchases(first: 100) { edges { node { id } } }`)} } } } }`;
    expect(refusal(await post(deeper))).toEqual(refusedWith('TOO_MANY_ROWS'));
    expect((await post(nested('50'))).codes).not.toContain('TOO_MANY_ROWS');
  });

  test('count as the largest page where a variable decides', async () => {
    const document = `query ($n: Int) { residents(first: $n) { edges { node { ${times(6, (at) => `a${at}: purchases(first: $n) { edges { node { id } } }`)} } } } }`;
    expect(refusal(await post(document, { n: 1 }))).toEqual(refusedWith('TOO_MANY_ROWS'));
    expect((await post(document.replaceAll('$n)', '1)').replace('($n: Int)', ''))).codes).not.toContain('TOO_MANY_ROWS');
  });
});

describe('variables', () => {
  const document = 'query ($list: [ID!]) { me { id } }'
    .replace('($list: [ID!])', '($if: Boolean = true)')
    .replace('id', 'id @include(if: $if)');
  test('with many values are refused', async () => {
    const list = (length: number): unknown => ({ list: Array.from({ length }, () => 1) });
    expect((await post(document, list(variableLimits.values - 1))).data).toMatchObject({ me: { id: expect.any(String) } });
    expect(refusal(await post(document, list(variableLimits.values)))).toEqual(refusedWith('VARIABLES_TOO_LARGE'));
  });

  const sendMember = async (name: string, value: string): Promise<Answered> =>
    gateway.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await gateway.token('resident')}` },
      body: `{"query":${JSON.stringify(document)},"${name}":{"a":${value}}}`,
    });

  test.each(['variables', 'extensions'])('nested deep are refused, in %s', async (name) => {
    const send = (levels: number): Promise<Answered> => sendMember(name, `${'['.repeat(levels)}${']'.repeat(levels)}`);
    expect((await send(variableLimits.depth)).data).toMatchObject({ me: { id: expect.any(String) } });
    expect(refusal(await send(variableLimits.depth + 1))).toEqual(refusedWith('VARIABLES_TOO_LARGE'));
    expect(refusal(await send(100_000))).toEqual(refusedWith('VARIABLES_TOO_LARGE'));
  });

  // Objects of three bytes each take twenty times as much once they are parsed.
  test.each(['variables', 'extensions'])('with as many values as a body holds are refused, in %s', async (name) => {
    expect(refusal(await sendMember(name, `[${'{},'.repeat(80_000)}{}]`))).toEqual(refusedWith('VARIABLES_TOO_LARGE'));
  });
});

test('a fragment that contains itself is refused', async () => {
  expect(refusal(await post('{ me { ...F } } fragment F on Resident { id ...G } fragment G on Resident { ...F }'))).toEqual(
    refusedWith('DOCUMENT_INVALID'),
  );
});

test('a document of a megabyte is refused by its declared length, or without one as soon as it is too long', async () => {
  const body = JSON.stringify({ query: '{ me { id } }'.padEnd(1024 * 1024) });
  const headers = { 'content-type': 'application/json' };
  for (const sent of [body, new Blob([body]).stream()]) {
    const answer = await gateway.send({ method: 'POST', headers, body: sent, duplex: 'half' });
    expect({ status: answer.status, codes: answer.codes }).toEqual({ status: 413, codes: ['BODY_TOO_LARGE'] });
  }
});

describe('introspection', () => {
  test('of the usual tools is answered', async () => {
    const { status, data } = await post(getIntrospectionQuery());
    expect({ status, data }).toEqual({ status: 200, data: { __schema: expect.any(Object) } });
  });

  test('that is repeated many times is refused', async () => {
    const one = '{ types { fields { name args { name type { name } } type { name } } } }';
    expect(refusal(await post(`{ ${times(30, (at) => `a${at}: __schema ${one}`)} }`))).toEqual(refusedWith('TOO_MANY_ROWS'));
    const types = (inside: string): string => `types { ${inside} }`;
    expect(
      refusal(await post(`{ __schema { ${types(times(30, (at) => `f${at}: fields { type { fields { name type { name } } } }`))} } }`)),
    ).toEqual(refusedWith('TOO_MANY_ROWS'));
    // graphql-js has its own limit for nested lists.
    expect(refusal(await post('{ __type(name: "Query") { fields { type { fields { type { fields { name } } } } } } }'))).toEqual(
      refusedWith('DOCUMENT_INVALID'),
    );
  });
});

test.each<[string, string, string]>([
  ['TOO_MANY_FIELDS', 'fields', `{ nowhere { ${times(places, (at) => `a${at}`)} } }`],
  ['DOCUMENT_TOO_DEEP', 'selections', `{ ${'a { '.repeat(depth)}a${' }'.repeat(depth)} }`],
  ['DOCUMENT_TOO_LONG', 'operations', times(operations + 1, () => 'query { nowhere }')],
  [
    'TOO_MANY_ROWS',
    'pages',
    `{ residents(first: 100) { edges { node { ${times(11, (at) => `a${at}: purchases(first: 100) { edges { nowhere } }`)} } } } }`,
  ],
])('%s comes before validation, which would refuse the %s as unknown', async (code, _what, document) => {
  expect(refusal(await post(document))).toEqual(refusedWith(code));
  expect(refusal(await post('{ nowhere }'))).toEqual(refusedWith('DOCUMENT_INVALID'));
});
