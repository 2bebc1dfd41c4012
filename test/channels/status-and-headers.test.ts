import { describe, expect, test } from '@jest/globals';
import { cast, matters, personaNamed } from '../../demo/personas.ts';
import { errorCatalogue, type ErrorCode } from '../../src/platform/errors/errors.ts';
import { partnerOf } from '../../src/town/policy/partners/partners.ts';
import type { Answered, Asked } from '../helpers/gateway/gateway.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { askFrom, standpoints, standpointNamed } from '../helpers/asking/standpoints.ts';

const gateway = useGateway();

const absent = '10000000-0000-4000-8000-00000000ffff';
const person = 'query ($id: ID!) { resident(id: $id) { givenName birthDate } }';

/** The headers of every answer, with constant values. */
function constantHeaders({ headers }: Answered): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !['date', 'content-length', 'www-authenticate', 'allow'].includes(name)));
}

test('every answer has the same headers, for any outcome and any principal, and bound tokens get the same nonce', async () => {
  const usual = constantHeaders(await gateway.ask('resident', '{ me { givenName } }'));
  expect(Object.keys(usual)).toEqual(
    expect.arrayContaining(['cache-control', 'content-security-policy', 'content-type', 'x-content-type-options']),
  );
  expect(usual['cache-control']).toBe('no-store');
  // No header identifies the server software or a data subject, and none could mark a later request.
  for (const name of ['server', 'x-powered-by', 'set-cookie', 'etag', 'last-modified']) expect(usual).not.toHaveProperty(name);
  // An answer to a token that is bound to a key also has the nonce of the next proof, which is the same for everybody.
  const bound = { ...usual, 'dpop-nonce': (await gateway.ask('police', person, { variables: { id: absent } })).headers.get('dpop-nonce')! };
  expect(bound['dpop-nonce']).toMatch(/^[\w-]{43}$/);
  const isPartner = (persona: string | null | undefined) => typeof persona === 'string' && partnerOf(personaNamed(persona).role);
  for (const standpoint of standpoints)
    for (const id of [cast.resident, absent]) {
      const { name, persona } = standpoint;
      const headers = constantHeaders(await askFrom(gateway, standpoint, person, { id }));
      expect({ name, headers }).toEqual({ name, headers: isPartner(persona) ? bound : usual });
    }
  const unknown = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'DPoP x' },
    body: '{"query":"{me{id}}"}',
  };
  expect(constantHeaders(await gateway.send(unknown))).toEqual(bound);
  const answers = [
    await gateway.ask('resident', '{ me { nothing } }'),
    await gateway.ask('resident', '{'),
    await gateway.ask('support', person, { purpose: 'CUSTOMER_SUPPORT', case: matters.otherTicket, variables: { id: cast.resident } }),
    await gateway.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
      body: '{"query":"{me{id}}"}',
    }),
    await gateway.send({ method: 'GET' }),
    await gateway.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' }),
  ];
  for (const answer of answers) expect(constantHeaders(answer)).toEqual(usual);
  // Another route has no form to choose.
  const { 'content-type': _type, vary: _vary, ...others } = usual;
  const elsewhere = constantHeaders(await gateway.send({ path: '/nowhere' }));
  expect(elsewhere).toEqual({ ...others, 'content-type': 'application/json; charset=utf-8', vary: 'Origin, Accept-Language' });
});

describe('the status', () => {
  test('is that of the first code in the errorCatalogue where there is no data, and otherwise 200', async () => {
    const asks: [Asked & { persona: string | null; query: string }, ErrorCode][] = [
      [{ persona: 'customer-service', query: person, variables: { id: cast.resident } }, 'PURPOSE_REQUIRED'],
      [{ persona: 'resident', query: person, variables: { id: cast.resident }, purpose: 'PAYMENT' }, 'PURPOSE_NOT_ALLOWED'],
      [{ persona: 'resident', query: person, variables: { id: cast.resident }, purpose: 'NOSINESS' }, 'PURPOSE_UNKNOWN'],
      [{ persona: 'support', query: person, variables: { id: cast.resident }, purpose: 'CUSTOMER_SUPPORT', case: absent }, 'CASE_UNKNOWN'],
      [
        { persona: 'customer-service', query: person, variables: { id: cast.resident }, purpose: 'SERVICE_PROVISION', withheld: 'reject' },
        'OPERATION_WITHHELD',
      ],
      [{ persona: 'resident', query: person, variables: {} }, 'INPUT_INVALID'],
      [{ persona: 'resident', query: '{ nobody }' }, 'DOCUMENT_INVALID'],
      [{ persona: 'resident', query: '{' }, 'DOCUMENT_SYNTAX_INVALID'],
    ];
    for (const [{ persona, query, ...asked }, code] of asks) {
      const { status, codes } = await gateway.ask(persona, query, asked);
      expect({ status, codes }).toEqual({ status: errorCatalogue[code][0], codes: [code] });
    }
  });

  test('is the same for seen, hidden and absent, from every standpoint', async () => {
    for (const standpoint of standpoints) {
      const ids = [cast.resident, cast.protectedPerson, absent];
      const [seen, ...others] = await Promise.all(
        ids.map((id) => askFrom(gateway, standpoint, person, { id }).then(({ status }) => status)),
      );
      expect(others).toEqual([seen, seen]);
    }
    expect((await askFrom(gateway, standpointNamed('police'), person, { id: absent })).status).toBe(200);
  });

  test('only 401 asks for a token, and says nothing else', async () => {
    const bad = await gateway.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
      body: '{"query":"{me{id}}"}',
    });
    expect([bad.status, bad.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
    const anonymous = await gateway.ask(null, '{ me { id } }');
    expect(anonymous.headers.get('www-authenticate')).toBeNull();
  });
});
