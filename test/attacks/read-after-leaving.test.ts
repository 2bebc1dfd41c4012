import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, SignJWT } from 'jose';
import { developmentIssuer } from '../../demo/development-issuer.ts';
import { cast } from '../../demo/personas.ts';
import { development } from '../../demo/development.ts';
import { openTrust } from '../../src/authentication/trust.ts';
import { readConfig } from '../../src/config.ts';
import { askWithToken } from '../helpers/ask-with-token.ts';
import { testCluster, testNow } from '../helpers/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../helpers/gateway.ts';

// The attacker had the right to read, and keeps the token. The token is valid; the right is gone, or the token never ends.
const issuer = 'https://issuer.example';
const now = Math.floor(testNow.getTime() / 1_000);
const key = generateKeyPairSync('ed25519');

let gateway: TestGateway;
beforeAll(async () => {
  const jwks = join(testCluster().dataDirectory, `${randomUUID()}.json`);
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'EdDSA' }] }));
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: testCluster().dataDirectory,
    TRUSTED_ISSUERS: JSON.stringify([{ issuer, jwks }]),
  });
  gateway = await openGateway({ trust: openTrust(config, await development.trustedKeys(config)) });
});
afterAll(() => gateway.close());

describe('a token that never ends', () => {
  const most = 3_600;
  const own = '{ me { givenName } }';
  const sign = (iat: number, exp: number): Promise<string> =>
    new SignJWT({ client_id: 'web', jti: 'one', roles: ['RESIDENT'], scope: 'purpose:SELF_SERVICE', iat, exp })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'one' })
      .setIssuer(issuer)
      .setAudience('urn:need-to-know:gateway')
      .setSubject(cast.resident)
      .sign(key.privateKey);
  const asks = async (iat: number, exp: number): Promise<Answered> => askWithToken(gateway.send, await sign(iat, exp), own);

  test('is refused beyond the lifetime that the gateway accepts', async () => {
    expect((await asks(now - 10, now - 10 + most)).data.me.givenName).toEqual(expect.any(String));
    const { status, codes, data } = await asks(now - 10, now - 9 + most);
    expect({ status, codes, data }).toEqual({ status: 401, codes: ['TOKEN_LIFETIME_TOO_LONG'], data: undefined });
  });

  test('is refused if it claims to be made in the future, so that its lifetime looks short', async () => {
    expect((await asks(now + 30, now + 40)).data.me.givenName).toEqual(expect.any(String));
    expect((await asks(now + 1_000_000, now + 1_000_100)).codes).toEqual(['TOKEN_INVALID']);
  });

  test('is refused from the development issuer too', async () => {
    expect(developmentIssuer).not.toBe(issuer);
    const token = await gateway.token('resident', { lifetime: most + 1 });
    expect((await askWithToken(gateway.send, token, own)).codes).toEqual(['TOKEN_LIFETIME_TOO_LONG']);
  });
});
