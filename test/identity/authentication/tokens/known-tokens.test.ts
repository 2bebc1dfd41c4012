import { createClaimsReader } from '../../../../src/identity/authentication/tokens/claims.ts';
import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { exportJWK, createLocalJWKSet, SignJWT, type JWTVerifyGetKey } from 'jose';
import { authenticate, type AcceptedTokens } from '../../../../src/identity/authentication/tokens/authenticate.ts';
import { KnownTokens } from '../../../../src/identity/authentication/tokens/known-tokens.ts';
import { anonymousPrincipal } from '../../../../src/engine/purpose/principal.ts';
import type { Trust } from '../../../../src/identity/authentication/tokens/trust.ts';
import { cast } from '../../../../demo/personas.ts';
import { createPseudonyms } from '../../../../src/engine/rows/pseudonyms.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';

const anonymous = anonymousPrincipal(policyInForce);
const issuer = 'https://issuer.example';
const audience = 'urn:need-to-know:gateway';
const key = generateKeyPairSync('ed25519');
const seconds = Math.floor(testNow.getTime() / 1_000);
const pseudonyms = createPseudonyms(Buffer.alloc(32));
const later = (by: number): Date => new Date(testNow.getTime() + by * 1_000);

async function sign(changes: Readonly<Record<string, unknown>> = {}, by = key.privateKey): Promise<string> {
  const claims = { client_id: 'web', jti: 'one', sub: cast.resident, roles: ['RESIDENT'], iat: seconds, exp: seconds + 60, ...changes };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'one' })
    .setIssuer(issuer)
    .setAudience(audience)
    .sign(by);
}

const accepted = (trust: Trust): AcceptedTokens => ({
  anonymous,
  trust,
  audience,
  tokenMaxLifetime: 60,
  claims: createClaimsReader(vocabulary),
  pseudonyms,
});

/** An issuer's keys that count their uses: one for each verified signature. */
async function counted(): Promise<{ readonly trust: Map<string, JWTVerifyGetKey>; readonly asked: () => number }> {
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'EdDSA' }] });
  let asked = 0;
  const get: JWTVerifyGetKey = (...given) => ((asked += 1), keys(...given));
  return { trust: new Map([[issuer, get]]), asked: () => asked };
}

describe('a token', () => {
  test('has its signature verified again after five minutes, so that a key that was withdrawn is not believed for long', async () => {
    const { trust, asked } = await counted();
    const known = new KnownTokens();
    const bearer = `Bearer ${await sign({ exp: seconds + 3_600 })}`;
    const long = { ...accepted(trust), tokenMaxLifetime: 3_600 };
    for (const at of [0, 299, 300]) await authenticate(bearer, long, later(at), known);
    expect(asked()).toBe(2);
    await expect(authenticate(bearer, { ...long, trust: new Map() }, later(600), known)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  test('has its signature verified once', async () => {
    const { trust, asked } = await counted();
    const known = new KnownTokens();
    const bearer = `Bearer ${await sign()}`;
    const first = await authenticate(bearer, accepted(trust), testNow, known);
    expect(first).toMatchObject({ id: cast.resident, role: 'RESIDENT' });
    expect(await authenticate(bearer, accepted(trust), later(59), known)).toBe(first);
    expect(asked()).toBe(1);
  });

  test('is refused five seconds after its expiry, even if it is cached', async () => {
    const { trust } = await counted();
    const known = new KnownTokens();
    const bearer = `Bearer ${await sign()}`;
    await authenticate(bearer, accepted(trust), testNow, known);
    expect(await authenticate(bearer, accepted(trust), later(64), known)).toMatchObject({ id: cast.resident });
    for (const at of [65, 66, 3_600]) {
      await expect(authenticate(bearer, accepted(trust), later(at), known)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    }
    // A clock that is set back does not make it valid without verification.
    await expect(authenticate(bearer, accepted(new Map()), testNow, known)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  test('is refused more than five seconds before its time, even if it is cached', async () => {
    const { trust } = await counted();
    const known = new KnownTokens();
    const bearer = `Bearer ${await sign({ nbf: seconds })}`;
    await authenticate(bearer, accepted(trust), testNow, known);
    expect(await authenticate(bearer, accepted(trust), later(-5), known)).toMatchObject({ id: cast.resident });
    await expect(authenticate(bearer, accepted(trust), later(-6), known)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  test('with another signature is another token, and is not accepted', async () => {
    const { trust, asked } = await counted();
    const known = new KnownTokens();
    await authenticate(`Bearer ${await sign()}`, accepted(trust), testNow, known);
    const forged = await sign({}, generateKeyPairSync('ed25519').privateKey);
    for (let time = 0; time < 2; time += 1) {
      await expect(authenticate(`Bearer ${forged}`, accepted(trust), testNow, known)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    }
    expect(asked()).toBe(3);
  });
});

test('the oldest token is forgotten if there are too many', async () => {
  const known = new KnownTokens(2);
  const verified = { principal: anonymous, jkt: undefined, notBefore: undefined, expires: seconds + 60 };
  for (const token of ['a', 'b', 'c']) known.keep(token, verified, testNow);
  expect(['a', 'b', 'c'].map((token) => known.get(token, testNow)?.principal)).toEqual([undefined, anonymous, anonymous]);
});
