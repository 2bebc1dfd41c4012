import { createClaimsReader } from '../../../../src/identity/authentication/tokens/claims.ts';
import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { exportJWK, SignJWT } from 'jose';
import { cast } from '../../../../demo/personas.ts';
import { authenticate } from '../../../../src/identity/authentication/tokens/authenticate.ts';
import { KnownTokens } from '../../../../src/identity/authentication/tokens/known-tokens.ts';
import { openTrust } from '../../../../src/identity/authentication/tokens/trust.ts';
import { readConfig, type Config } from '../../../../src/platform/settings/config.ts';
import { createPseudonyms } from '../../../../src/engine/rows/pseudonyms.ts';
import { askWithToken } from '../../../helpers/tokens/ask-with-token.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openGateway } from '../../../helpers/gateway/gateway.ts';
import { anonymousPrincipal } from '../../../../src/engine/purpose/principal.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';

const issuer = 'https://issuer.example';
const [first, second] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];

let server: Server;
let config: Config;
let isBroken = false;
let fetched = 0;
let published: readonly object[] = [];
beforeAll(async () => {
  server = createServer((_request, response) => {
    fetched += 1;
    response.writeHead(isBroken ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  config = readConfig({ NODE_ENV: 'test', TRUSTED_ISSUERS: JSON.stringify([{ issuer, jwks }]) });
});
afterEach(() => {
  jest.restoreAllMocks();
  isBroken = false;
  fetched = 0;
});
afterAll(() => {
  server.close();
});

async function publish(...keys: readonly (readonly [kid: string, pair: typeof first])[]): Promise<void> {
  published = await Promise.all(keys.map(async ([kid, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' })));
}

function sign(kid: string, { privateKey }: typeof first, jti = kid): Promise<string> {
  const now = Math.floor(testNow.getTime() / 1_000);
  return new SignJWT({ client_id: 'web', jti, roles: ['RESIDENT'], scope: 'purpose:SELF_SERVICE' })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
    .setIssuer(issuer)
    .setAudience(config.audience)
    .setSubject(cast.resident)
    .setIssuedAt(now)
    .setExpirationTime(now + 3_600)
    .sign(privateKey);
}

/** Authenticates with a token some seconds later. */
function openClock(): (token: string, seconds: number) => Promise<string> {
  const trust = openTrust(config);
  const [known, begun] = [new KnownTokens(), Date.now()];
  const pseudonyms = createPseudonyms(Buffer.alloc(32));
  return (token, seconds) => {
    jest.spyOn(Date, 'now').mockReturnValue(begun + seconds * 1_000);
    const now = new Date(testNow.getTime() + seconds * 1_000);
    return authenticate(
      `Bearer ${token}`,
      { ...config, trust, anonymous: anonymousPrincipal(policyInForce), claims: createClaimsReader(vocabulary), pseudonyms },
      now,
      known,
    ).then(
      () => 'accepted',
      (error: { readonly code: string }) => error.code,
    );
  };
}

test('a key that its issuer withdraws is believed for less than ten minutes', async () => {
  await publish(['one', first]);
  const at = openClock();
  const [early, late] = [await sign('one', first, 'early'), await sign('one', first, 'late')];
  expect(await at(early, 0)).toBe('accepted');
  await publish(['two', second]);
  // The keys are kept for five minutes, and each verified token for five more.
  expect(await at(late, 299)).toBe('accepted');
  expect(await at(early, 310)).toBe('TOKEN_INVALID');
  expect(await at(late, 598)).toBe('accepted');
  expect(await at(late, 600)).toBe('TOKEN_INVALID');
  expect(await at(await sign('two', second), 600)).toBe('accepted');
});

test('keys are fetched once for many tokens, and for unknown keys once in half a minute', async () => {
  await publish(['one', first]);
  const at = openClock();
  for (const jti of ['a', 'b', 'c']) expect(await at(await sign('one', first, jti), 1)).toBe('accepted');
  expect(fetched).toBe(1);
  for (const kid of ['x', 'y', 'z']) expect(await at(await sign(kid, second), 2)).toBe('TOKEN_INVALID');
  expect(fetched).toBe(1);
  for (const kid of ['x', 'y', 'z']) expect(await at(await sign(kid, second), 40)).toBe('TOKEN_INVALID');
  expect(fetched).toBe(2);
});

test('an issuer whose keys cannot be fetched gets 503 and not 401, and recovers by itself', async () => {
  await publish(['one', first]);
  const gateway = await openGateway({ trust: openTrust(config) });
  try {
    isBroken = true;
    const token = await sign('one', first);
    const { status, codes, data } = await askWithToken(gateway.send, token, '{ me { givenName } }');
    expect({ status, codes, data }).toEqual({ status: 503, codes: ['ISSUER_KEYS_UNAVAILABLE'], data: undefined });
    isBroken = false;
    expect((await askWithToken(gateway.send, token, '{ me { givenName } }')).data.me.givenName).toEqual(expect.any(String));
  } finally {
    await gateway.close();
  }
});
