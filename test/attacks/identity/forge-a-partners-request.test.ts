import { createHmac, randomUUID, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { audience, openIdentityTown, type IdentityTown } from '../../helpers/identity-town.ts';
import {
  courtOrder,
  openPartnerRequests,
  refusalsOf,
  type Obtained,
  type PartnerRequests,
  type TokenForm,
} from '../../helpers/partner-requests.ts';
import { newClientKeys, type ProofChanges } from '../../helpers/sign-proof.ts';

// Somebody asks for a token as a partner's system, and lacks its key or the key that the token is to be bound to, or repeats its request.
let town: IdentityTown;
let police: PartnerRequests;
let otherClient = '';
const stranger = newClientKeys();
const jwk = stranger.publicKey.export({ format: 'jwk' });
beforeAll(async () => {
  town = await openIdentityTown();
  police = await openPartnerRequests(town, cast.police);
  otherClient = (await openPartnerRequests(town, cast.police)).clientId;
});
afterAll(() => town.close());

const seconds = (): number => Math.floor(Date.now() / 1_000);
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const unsigned = (alg: string): string => `${encode({ alg, kid: 'one' })}.${encode(police.claims())}`;
const granted = { status: 200, error: undefined, token: expect.any(String) };

async function tokens(): Promise<number> {
  const [found] = await town.one.database.asOwner<{ count: number }>(
    `select count(*)::int as count from identity.artifact where model = 'ClientCredentials'`,
  );
  return found!.count;
}

describe('an assertion of a client is refused', () => {
  test('and the same one with the registered key is accepted', async () => {
    expect(await police.obtain(await police.assertion())).toEqual(granted);
  });

  test.each<[string, () => Promise<string> | string]>([
    ['with alg none', () => `${unsigned('none')}.`],
    [
      'with HS256 and the public key as the secret',
      () => {
        const pem = police.registered.publicKey.export({ format: 'pem', type: 'spki' });
        return `${unsigned('HS256')}.${createHmac('sha256', pem).update(unsigned('HS256')).digest('base64url')}`;
      },
    ],
    ['that another key signed', () => police.assertion({}, {}, stranger.privateKey)],
    ['under a key id that is a path', () => police.assertion({}, { kid: '../../dev/null' }, stranger.privateKey)],
    ['without a key id, by another key', () => police.assertion({}, { kid: undefined }, stranger.privateKey)],
    ['with an embedded key', () => police.assertion({}, { jwk }, stranger.privateKey)],
    ['with a key set at an address', () => police.assertion({}, { jku: 'https://elsewhere.example/jwks' }, stranger.privateKey)],
    ['with a certificate at an address', () => police.assertion({}, { x5u: 'https://elsewhere.example/key.pem' }, stranger.privateKey)],
    ['for another server', () => police.assertion({ aud: 'https://elsewhere.example/oidc' })],
    ['for the gateway', () => police.assertion({ aud: audience })],
    // FAPI 2.0: an assertion for another server must not fit here as well, or the other way round.
    ['for the token endpoint', () => police.assertion({ aud: `${town.issuer}/token` })],
    ['for this server and another', () => police.assertion({ aud: [town.issuer, 'https://elsewhere.example/oidc'] })],
    ['for this server, in a list', () => police.assertion({ aud: [town.issuer] })],
    ['of another client', () => police.assertion({ iss: otherClient, sub: otherClient })],
    ['that names two clients', () => police.assertion({ sub: otherClient })],
    ['that is over', () => police.assertion({ iat: seconds() - 120, exp: seconds() - 60 })],
    ['without an end', () => police.assertion({ exp: undefined })],
    ['without an id', () => police.assertion({ jti: undefined })],
    ['that is no JWT', () => 'peregrine'],
  ])('%s', async (_title, made) => {
    const before = await tokens();
    const refused = await police.obtain(await made());
    expect([refused.error, refused.token]).toEqual([expect.stringMatching(/^invalid_(client|request)$/), undefined]);
    expect(await tokens()).toBe(before);
  });

  test.each<[string, string, (wrong: number) => Readonly<Record<string, number>>]>([
    ['an end', 'ASSERTION_EXPIRED', (wrong) => ({ exp: seconds() + 4 - wrong })],
    ['a begin', 'ASSERTION_NOT_YET_VALID', (wrong) => ({ nbf: seconds() + wrong })],
    ['an issue', 'ASSERTION_FROM_THE_FUTURE', (wrong) => ({ iat: seconds() + wrong, exp: seconds() + 60 })],
  ])('whose clock is wrong by more than five seconds at %s: the operator learns %s', async (_what, reason, changes) => {
    expect(await police.obtain(await police.assertion(changes(4)))).toEqual(granted);
    const before = town.one.logged.length;
    const refused = { status: 401, error: 'invalid_client', token: undefined };
    expect(await police.obtain(await police.assertion(changes(20)))).toEqual(refused);
    // One that a stranger signed gives no line.
    expect(await police.obtain(await police.assertion(changes(20), {}, stranger.privateKey))).toEqual(refused);
    const lines = town.one.logged.slice(before).filter((line) => line.includes('an assertion of a client was refused'));
    expect(lines.map((line) => (JSON.parse(line) as { reason: string }).reason)).toEqual([reason]);
    expect(lines.join()).not.toContain(police.clientId);
  });

  test('that outlives what is remembered of its use, and the operator learns so', async () => {
    // A use is remembered for a quarter of an hour.
    expect(await police.obtain(await police.assertion({ exp: seconds() + 600 }))).toEqual(granted);
    const before = town.one.logged.length;
    const lasting = await police.assertion({ exp: seconds() + 3_600 });
    expect(await police.obtain(lasting)).toEqual({ status: 401, error: 'invalid_client', token: undefined });
    expect(town.one.logged.slice(before).join('')).toContain('ASSERTION_LIFETIME_TOO_LONG');
  });

  test('that was used, also by another instance', async () => {
    const made = await police.assertion();
    expect(await police.obtain(made)).toEqual(granted);
    for (const at of [town.one, town.other]) {
      expect(await police.obtain(made, {}, {}, at)).toEqual({ status: 401, error: 'invalid_client', token: undefined });
    }
  });
});

describe('keys that a partner publishes at an address', () => {
  const address = 'https://keys.police.example/jwks';
  let published: readonly JsonWebKey[];
  let requests: PartnerRequests;
  let later = 0;
  beforeAll(async () => {
    requests = await openPartnerRequests(town, cast.police);
    published = [{ ...requests.registered.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256' }];
    await town.one.database.asOwner('update identity.registration set jwks = null, jwks_uri = $2 where id = $1', [
      requests.clientId,
      address,
    ]);
    const [elsewhere, clock] = [globalThis.fetch, Date.now];
    const fresh = { 'cache-control': 'max-age=31536000', expires: 'Fri, 31 Dec 2099 23:59:59 GMT' };
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (given, options) => {
      if (!new Request(given).url.startsWith(address)) return elsewhere(given, options);
      return new Response(JSON.stringify({ keys: published }), { headers: fresh });
    });
    jest.spyOn(Date, 'now').mockImplementation(() => clock() + later);
  });
  afterAll(() => void jest.restoreAllMocks());
  const obtainAfter = async (seconds: number): Promise<Obtained> => {
    later = seconds * 1_000;
    // The first answer has the nonce of that time.
    await requests.obtain(await requests.assertion());
    return requests.obtain(await requests.assertion());
  };

  test('are believed for five minutes, also if they fit, and however long it says that they are fresh', async () => {
    expect(await obtainAfter(0)).toEqual(granted);
    const key = published;
    published = [{ ...stranger.publicKey.export({ format: 'jwk' }), kid: 'two', alg: 'ES256' }];
    expect(await obtainAfter(301)).toMatchObject({ error: 'invalid_client', token: undefined });
    published = key;
    expect(await obtainAfter(602)).toEqual(granted);
  });

  test('are fetched again after a minute where none fits', async () => {
    const key = published;
    published = [];
    expect(await obtainAfter(903)).toMatchObject({ error: 'invalid_client', token: undefined });
    published = key;
    expect(await obtainAfter(970)).toEqual(granted);
  });

  test('are no more than a key set has', async () => {
    published = [published[0]!, { ...published[0]!, kid: 'x'.repeat(300_000) }];
    expect(await obtainAfter(1_300)).toMatchObject({ error: expect.stringMatching(/^invalid_client/), token: undefined });
  });
});

describe('no token is bound to a key without a proof of it:', () => {
  test.each<[string, () => ProofChanges | string | null, string]>([
    ['none', () => null, 'invalid_dpop_proof'],
    ['one that is no JWT', () => 'peregrine', 'invalid_dpop_proof'],
    ['one for another method', () => ({ claims: { htm: 'GET' } }), 'invalid_dpop_proof'],
    ['one for another address', () => ({ claims: { htu: town.url } }), 'invalid_dpop_proof'],
    ['one of another type', () => ({ header: { typ: 'JWT' } }), 'invalid_dpop_proof'],
    ['one that another key signed', () => ({ signWith: stranger.privateKey }), 'invalid_dpop_proof'],
    [
      'one that shows the private key',
      () => ({ header: { jwk: police.bound.privateKey.export({ format: 'jwk' }) } }),
      'invalid_dpop_proof',
    ],
    ['one without a nonce', () => ({ claims: { nonce: undefined } }), 'use_dpop_nonce'],
    ['one with a nonce that the server never gave', () => ({ claims: { nonce: 'x'.repeat(43) } }), 'use_dpop_nonce'],
  ])('%s', async (_title, proof, error) => {
    const before = await tokens();
    const refused = await police.obtain(await police.assertion(), {}, proof());
    expect([refused.error, refused.token]).toEqual([error, undefined]);
    expect(await tokens()).toBe(before);
  });

  test('one that was used, also by another instance', async () => {
    const proof = await police.proof();
    expect(await police.obtain(await police.assertion(), {}, proof)).toEqual(granted);
    for (const at of [town.one, town.other]) {
      const again = await police.obtain(await police.assertion(), {}, proof, at);
      expect(again).toEqual({ status: 400, error: 'invalid_dpop_proof', token: undefined });
    }
  });
});

describe('no token is granted for', () => {
  const details = JSON.stringify([courtOrder]);
  test('and one is granted for the details of the court order, once', async () => {
    expect(await police.obtain(await police.assertion(), { authorization_details: details })).toEqual(granted);
  });

  test.each<[string, TokenForm, string]>([
    ['details that are null', { authorization_details: 'null' }, 'invalid_authorization_details'],
    ['the same details twice', { authorization_details: [details, details] }, 'invalid_request'],
    [
      'details of 20,000 characters',
      { authorization_details: JSON.stringify([{ ...courtOrder, subjects: ['x'.repeat(20_000)] }]) },
      'invalid_authorization_details',
    ],
    ['an empty list of details', { authorization_details: '[]' }, 'invalid_authorization_details'],
    ['an empty list of details, spaced', { authorization_details: ' [ ] ' }, 'invalid_authorization_details'],
    ['no text for details', { authorization_details: '' }, 'invalid_authorization_details'],
    ['details without a detail', { authorization_details: '[{}]' }, 'invalid_authorization_details'],
    ['another audience', { resource: 'urn:elsewhere' }, 'invalid_target'],
    ['a grant that nobody has', { grant_type: 'password', username: 'x', password: 'y' }, 'unsupported_grant_type'],
  ])('%s: the partner has an entry', async (_title, form, error) => {
    const [before, refusals] = [await tokens(), await refusalsOf(town, police.clientId)];
    expect(await police.obtain(await police.assertion(), form)).toMatchObject({ error, token: undefined });
    expect([await tokens(), await refusalsOf(town, police.clientId)]).toEqual([before, refusals + 1]);
  });

  test('another client than the one that signed', async () => {
    const before = await tokens();
    const refused = await police.obtain(await police.assertion(), { client_id: randomUUID() });
    expect(refused).toMatchObject({ error: 'invalid_request', token: undefined });
    expect(await tokens()).toBe(before);
  });

  test('a mandate that nobody has approved', async () => {
    const { asOwner } = town.one.database;
    const approvals = await asOwner<{ row: object }>(
      'delete from recreation.mandate_approval where mandate_id = $1 returning to_jsonb(mandate_approval) as row',
      [matters.courtOrder],
    );
    const refused = await police.obtain(await police.assertion());
    expect(refused).toEqual({ status: 400, error: 'invalid_authorization_details', token: undefined });
    await asOwner(
      'insert into recreation.mandate_approval select * from jsonb_populate_recordset(null::recreation.mandate_approval, $1::jsonb)',
      [JSON.stringify(approvals.map(({ row }) => row))],
    );
    expect(await police.obtain(await police.assertion())).toEqual(granted);
  });
});
