import { describe, expect, test } from '@jest/globals';
import { answerStatus } from '../../../../src/server/http/answer-status.ts';
import { negotiateMediaType } from '../../../../src/server/http/requests/parse-bodies.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

describe('the media type of an answer', () => {
  test.each([
    [undefined, json],
    ['*/*', json],
    ['application/*', json],
    [json, json],
    [graphql, graphql],
    [`${graphql}; charset=utf-8`, graphql],
    [`${graphql};charset=UTF-8, ${json};q=0.9`, graphql],
    // Apollo Client 4, urql 6, graphql-request 7, Relay’s example network
    [`${graphql},${json};q=0.9`, graphql],
    [`${graphql}, application/graphql+json, ${json}, text/event-stream, multipart/mixed`, graphql],
    [`${graphql}; charset=utf-8, ${json}; charset=utf-8`, graphql],
    [`${json};q=0.5, ${graphql};q=0.4`, json],
    [`${json}, ${graphql};q=0`, json],
    [`${json};q=0, */*`, graphql],
    ['text/html, */*;q=0.1', json],
    [`${'text/html, '.repeat(50)}${graphql}`, graphql],
  ])('for %s is %s', (accept, expected) => {
    expect(negotiateMediaType(accept)).toBe(expected);
  });

  test.each(['', 'text/html', `${json};q=0`, 'application/graphql+json', 'nonsense', `${graphql};q=0, ${json};q=0.0`])(
    'is none for %j',
    (accept) => {
      expect(() => negotiateMediaType(accept)).toThrow(expect.objectContaining({ code: 'NOT_ACCEPTABLE' }));
    },
  );

  test('is none for a header of more than a thousand characters', () => {
    const long = `${'text/html, '.repeat(100)}${graphql}`;
    expect(() => negotiateMediaType(long)).toThrow(expect.objectContaining({ code: 'HEADER_INVALID' }));
  });
});

describe('the status of an answer', () => {
  test.each([
    ['whole data', { status: 200, code: undefined, hasData: true }, 200, 200],
    ['data and an error', { status: 404, code: 'NOT_FOUND', hasData: true }, 294, 200],
    ['data and a failure', { status: 503, code: 'DATABASE_UNAVAILABLE', hasData: true }, 294, 200],
    ['a document that does not fit', { status: 400, code: 'DOCUMENT_INVALID', hasData: false }, 400, 200],
    ['a purpose that is not allowed', { status: 403, code: 'PURPOSE_NOT_ALLOWED', hasData: false }, 403, 200],
    ['an unknown case', { status: 404, code: 'CASE_UNKNOWN', hasData: false }, 404, 200],
    // An answer that tells a client to act differently has its status in either form.
    ['a bad token', { status: 401, code: 'TOKEN_INVALID', hasData: false }, 401, 401],
    ['a spent budget', { status: 429, code: 'READ_BUDGET_SPENT', hasData: false }, 429, 429],
    ['a failure', { status: 503, code: 'LOG_UNAVAILABLE', hasData: false }, 503, 503],
    ['what is no request', { status: 400, code: 'BODY_INVALID', hasData: false }, 400, 400],
    ['a wrong header', { status: 400, code: 'HEADER_INVALID', hasData: false }, 400, 400],
  ] as const)('for %s', (_name, answer, forGraphql, forJson) => {
    expect([answerStatus(answer, graphql), answerStatus(answer, json)]).toEqual([forGraphql, forJson]);
  });
});
