import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { audience, openIdentityTown, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import { openPartnerRequests, type Obtained, type PartnerRequests, type TokenForm } from '../../../helpers/tokens/partner-requests.ts';
import { newClientKeys } from '../../../helpers/tokens/sign-proof.ts';

// An attacker asks for a token as a partner's system and lacks its key, or wants to learn from refusals which clients and keys there are.
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

/** Asks with an assertion that is refused. @returns the answer, and what the operator is told */
async function reasonsFor(
  assertion: string,
  form: TokenForm = {},
): Promise<{ readonly refused: Obtained; readonly reasons: readonly string[] }> {
  const before = town.one.logged.length;
  const refused = await police.obtain(assertion, form);
  const lines = town.one.logged.slice(before).filter((line) => line.includes('an assertion of a client was refused'));
  for (const part of [police.clientId, ...assertion.split('.')]) if (part !== '') expect(lines.join()).not.toContain(part);
  const reasons = lines.map((line) => {
    const { reason, claim } = JSON.parse(line) as { readonly reason: string; readonly claim?: string };
    return claim === undefined ? reason : `${reason} ${claim}`;
  });
  return { refused, reasons };
}

describe('an assertion of a client is refused', () => {
  test('and the same one with the registered key is accepted', async () => {
    expect(await police.obtain(await police.assertion())).toEqual(granted);
  });

  const none = 'client authentication failed';
  test.each<[what: string, reason: string, told: string, made: () => Promise<string> | string]>([
    ['with alg none', 'ASSERTION_ALGORITHM', 'alg', () => `${unsigned('none')}.`],
    [
      'with HS256 and the public key as the secret',
      'ASSERTION_ALGORITHM',
      'alg',
      () => {
        const pem = police.registered.publicKey.export({ format: 'pem', type: 'spki' });
        return `${unsigned('HS256')}.${createHmac('sha256', pem).update(unsigned('HS256')).digest('base64url')}`;
      },
    ],
    ['that another key signed', 'ASSERTION_SIGNATURE', none, () => police.assertion({}, {}, stranger.privateKey)],
    [
      'under a key id that is a path',
      'ASSERTION_KEY_UNKNOWN',
      none,
      () => police.assertion({}, { kid: '../../dev/null' }, stranger.privateKey),
    ],
    ['without a key id, by another key', 'ASSERTION_CLAIM kid', 'kid', () => police.assertion({}, { kid: undefined }, stranger.privateKey)],
    ['without a key id', 'ASSERTION_CLAIM kid', 'kid', () => police.assertion({}, { kid: undefined })],
    ['with an embedded key', 'ASSERTION_SIGNATURE', none, () => police.assertion({}, { jwk }, stranger.privateKey)],
    [
      'with a key set at an address',
      'ASSERTION_SIGNATURE',
      none,
      () => police.assertion({}, { jku: 'https://elsewhere.example/jwks' }, stranger.privateKey),
    ],
    [
      'with a certificate at an address',
      'ASSERTION_SIGNATURE',
      none,
      () => police.assertion({}, { x5u: 'https://elsewhere.example/key.pem' }, stranger.privateKey),
    ],
    ['for another server', 'ASSERTION_CLAIM aud', 'aud', () => police.assertion({ aud: 'https://elsewhere.example/oidc' })],
    ['for the gateway', 'ASSERTION_CLAIM aud', 'aud', () => police.assertion({ aud: audience })],
    // FAPI 2.0: an assertion for another server must not fit here as well, or the other way round.
    ['for the token endpoint', 'ASSERTION_CLAIM aud', 'aud', () => police.assertion({ aud: `${town.issuer}/token` })],
    [
      'for this server and another',
      'ASSERTION_CLAIM aud',
      'aud',
      () => police.assertion({ aud: [town.issuer, 'https://elsewhere.example/oidc'] }),
    ],
    ['for this server, in a list', 'ASSERTION_CLAIM aud', 'aud', () => police.assertion({ aud: [town.issuer] })],
    ['of another client', 'ASSERTION_CLAIM sub', 'sub', () => police.assertion({ iss: otherClient, sub: otherClient })],
    ['that names two clients', 'ASSERTION_CLAIM sub', 'sub', () => police.assertion({ sub: otherClient })],
    ['by another than its client', 'ASSERTION_CLAIM iss', 'iss', () => police.assertion({ iss: otherClient })],
    ['that is over', 'ASSERTION_EXPIRED', 'expired', () => police.assertion({ iat: seconds() - 120, exp: seconds() - 60 })],
    ['without an end', 'ASSERTION_CLAIM exp', 'exp', () => police.assertion({ exp: undefined })],
    ['whose end is no time', 'ASSERTION_CLAIM exp', 'exp', () => police.assertion({ exp: 'tomorrow' })],
    ['whose begin is no time', 'ASSERTION_CLAIM nbf', 'nbf', () => police.assertion({ nbf: 'today' })],
    ['whose issue is no time', 'ASSERTION_CLAIM iat', 'iat', () => police.assertion({ iat: 'today' })],
    ['without an id', 'ASSERTION_CLAIM jti', 'jti', () => police.assertion({ jti: undefined })],
    ['that is no JWT', 'ASSERTION_UNREADABLE', 'signed JWT', () => 'peregrine'],
    // A use is remembered for a quarter of an hour.
    [
      'that outlives what is remembered of its use',
      'ASSERTION_LIFETIME_TOO_LONG',
      'minutes',
      () => police.assertion({ exp: seconds() + 3_600 }),
    ],
    ['whose clock is late by more than five seconds', 'ASSERTION_EXPIRED', 'expired', () => police.assertion({ exp: seconds() - 16 })],
    [
      'whose clock is early by more than five seconds',
      'ASSERTION_NOT_YET_VALID',
      'valid yet',
      () => police.assertion({ nbf: seconds() + 20 }),
    ],
    ['issued in the future', 'ASSERTION_FROM_THE_FUTURE', 'future', () => police.assertion({ iat: seconds() + 20, exp: seconds() + 60 })],
  ])('%s: the operator learns %s, its sender only what its form tells', async (_what, reason, told, made) => {
    const before = await tokens();
    const assertion = await made();
    const { refused, reasons } = await reasonsFor(assertion);
    expect([refused.error, refused.token]).toEqual([expect.stringMatching(/^invalid_(client|request)$/), undefined]);
    expect(refused.description).toContain(told);
    expect(reasons).toEqual([reason]);
    expect(await tokens()).toBe(before);
  });

  test('of a client that does not exist in the same words, whatever is wrong with the form', async () => {
    const unknown = randomUUID();
    const parts = (changes: object): Readonly<Record<string, unknown>> => ({ iss: unknown, sub: unknown, ...changes });
    const ask = async (changes: object): Promise<Awaited<ReturnType<typeof reasonsFor>>> =>
      reasonsFor(await police.assertion(parts(changes)), { client_id: unknown });
    for (const changes of [{ aud: audience }, { jti: undefined }, { exp: seconds() - 60 }]) {
      const known = await reasonsFor(await police.assertion(changes));
      expect(await ask(changes)).toEqual(known);
    }
    const { refused, reasons } = await ask({});
    expect(refused).toEqual((await reasonsFor(await police.assertion({}, {}, stranger.privateKey))).refused);
    expect(reasons).toEqual(['CLIENT_UNKNOWN']);
  });

  test('not for a clock that is wrong by less than five seconds, or an end within ten minutes', async () => {
    const [late, early, lasting] = [{ exp: seconds() - 1 }, { nbf: seconds() + 3, iat: seconds() + 3 }, { exp: seconds() + 600 }];
    for (const changes of [late, early, lasting]) expect(await police.obtain(await police.assertion(changes))).toEqual(granted);
  });

  test('that was used, also by another instance', async () => {
    const made = await police.assertion();
    expect(await police.obtain(made)).toEqual(granted);
    for (const at of [town.one, town.other]) {
      expect(await police.obtain(made, {}, {}, at)).toMatchObject({ status: 401, error: 'invalid_client', token: undefined });
    }
  });
});
