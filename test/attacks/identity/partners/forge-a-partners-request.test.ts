import { randomUUID, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { openIdentityTown, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import {
  courtOrder,
  openPartnerRequests,
  refusalsOf,
  type Obtained,
  type PartnerRequests,
  type TokenForm,
} from '../../../helpers/tokens/partner-requests.ts';
import { newClientKeys, type ProofChanges } from '../../../helpers/tokens/sign-proof.ts';

// An attacker asks for a token as a partner's system, and lacks its key or the key that the token is to be bound to, or repeats its
// request.
let town: IdentityTown;
let police: PartnerRequests;
const stranger = newClientKeys();
beforeAll(async () => {
  town = await openIdentityTown();
  police = await openPartnerRequests(town, cast.police);
});
afterAll(() => town.close());

const granted = { status: 200, error: undefined, token: expect.any(String) };

async function tokens(): Promise<number> {
  const [found] = await town.one.database.asOwner<{ count: number }>(
    `select count(*)::int as count from identity.artifact where model = 'ClientCredentials'`,
  );
  return found!.count;
}

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

  test('a mandate that no officer has approved', async () => {
    const { asOwner } = town.one.database;
    const approvals = await asOwner<{ row: object }>(
      'delete from recreation.mandate_approval where mandate_id = $1 returning to_jsonb(mandate_approval) as row',
      [matters.courtOrder],
    );
    const refused = await police.obtain(await police.assertion());
    expect(refused).toMatchObject({ status: 400, error: 'invalid_authorization_details', token: undefined });
    await asOwner(
      'insert into recreation.mandate_approval select * from jsonb_populate_recordset(null::recreation.mandate_approval, $1::jsonb)',
      [JSON.stringify(approvals.map(({ row }) => row))],
    );
    expect(await police.obtain(await police.assertion())).toEqual(granted);
  });
});
