import { createClaimsReader } from '../../../src/identity/authentication/tokens/claims.ts';
import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK, SignJWT } from 'jose';
import { authenticate } from '../../../src/identity/authentication/tokens/authenticate.ts';
import { openTrust } from '../../../src/identity/authentication/tokens/trust.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { reportJwks } from '../../../src/server/observe/metrics/report-jwks.ts';
import { cast } from '../../../demo/personas.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openObserved } from '../../helpers/gateway/observed.ts';
import { anonymousPrincipal } from '../../../src/engine/purpose/principal.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';

const issuer = 'https://issuer.example';
const key = generateKeyPairSync('ed25519');
let answer: { readonly status: number; readonly body: string };
let server: Server;
beforeAll(async () => {
  server = createServer((_request, response) => response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.close();
});

async function authenticated(): Promise<{
  readonly lines: readonly object[];
  readonly failures: string | undefined;
  readonly outcome: string;
}> {
  const { log, logged, observability, scrape } = openObserved();
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const config = readConfig({ NODE_ENV: 'test', TRUSTED_ISSUERS: JSON.stringify([{ issuer, jwks }]) });
  const trust = openTrust(config, reportJwks(log, observability.metrics));
  const seconds = Math.floor(testNow.getTime() / 1_000);
  const token = await new SignJWT({ client_id: 'web', jti: 'one', roles: ['RESIDENT'], scope: '' })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'one' })
    .setIssuer(issuer)
    .setAudience(config.audience)
    .setSubject(cast.resident)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 60)
    .sign(key.privateKey);
  const outcome = await authenticate(
    `Bearer ${token}`,
    {
      ...config,
      trust,
      anonymous: anonymousPrincipal(policyInForce),
      claims: createClaimsReader(vocabulary),
      pseudonyms: createPseudonyms(Buffer.alloc(32)),
    },
    testNow,
  ).then(
    () => 'accepted',
    (error: { readonly code: string }) => error.code,
  );
  const failures = /^ntk_jwks_failures_total (\d+)$/m.exec(await scrape())?.[1];
  return { lines: logged.map((line) => JSON.parse(line) as object), failures, outcome };
}

test('keys that can be fetched count no failure, even if the token names a key that is not among them', async () => {
  const good = { ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'EdDSA' };
  answer = { status: 200, body: JSON.stringify({ keys: [good] }) };
  expect(await authenticated()).toEqual({ lines: [], failures: '0', outcome: 'accepted' });
  answer = { status: 200, body: JSON.stringify({ keys: [{ ...good, kid: 'other' }] }) };
  expect(await authenticated()).toEqual({ lines: [], failures: '0', outcome: 'TOKEN_INVALID' });
});

test('an issuer that answers with more than a key set is a failure, whatever it holds', async () => {
  const good = { ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'EdDSA' };
  const padded = (bytes: number): string => JSON.stringify({ keys: [good], padding: 'x'.repeat(bytes) });
  answer = { status: 200, body: padded(200_000) };
  expect(await authenticated()).toMatchObject({ failures: '0', outcome: 'accepted' });
  answer = { status: 200, body: padded(300_000) };
  expect(await authenticated()).toMatchObject({ failures: '1', outcome: 'ISSUER_KEYS_UNAVAILABLE' });
});

test.each([
  { status: 500, body: '' },
  { status: 200, body: 'Castellow' },
  { status: 200, body: '{"keys":"Castellow"}' },
  { status: 302, body: '' },
])('an issuer that answers %j makes no token invalid: it is a failure, logged without the issuer’s answer', async (broken) => {
  answer = broken;
  const { lines, failures, outcome } = await authenticated();
  expect([failures, outcome]).toEqual(['1', 'ISSUER_KEYS_UNAVAILABLE']);
  expect(lines).toEqual([expect.objectContaining({ level: 50, code: 'ISSUER_KEYS_UNAVAILABLE', cause: expect.stringMatching(/^\w+$/) })]);
  expect(JSON.stringify(lines)).not.toContain('Castellow');
});
