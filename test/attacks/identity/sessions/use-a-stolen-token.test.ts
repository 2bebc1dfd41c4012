import { createHash, createHmac, createPublicKey, createSecretKey, randomBytes, generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { calculateJwkThumbprint, decodeJwt, decodeProtectedHeader, importJWK, SignJWT, type JWK } from 'jose';
import { openSigningKeys } from '../../../../src/identity/server/tokens/signing-keys.ts';
import { rotateKey, withdrawKey } from '../../../../src/identity/server/tokens/rotate-key.ts';
import { openIdentityTown, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import { obtainTokens, openMobileApp, type Tokens } from '../../../helpers/tokens/mobile-app.ts';
import { until } from '../../../helpers/time/until.ts';
import { newClientKeys, signProof, type ProofChanges } from '../../../helpers/tokens/sign-proof.ts';

// An attacker has a token of a resident, or makes one, and lacks something: the key it is bound to, a proof that is new, or the server's
// key.
let town: IdentityTown;
let tokens: Tokens;
/** A token that the server's own key signed, bound to `keys`. */
let token: string;
let nonce: string;
const keys = newClientKeys();
const query = '{ me { givenName } }';

beforeAll(async () => {
  town = await openIdentityTown();
  tokens = await obtainTokens(await openMobileApp(town));
  token = await sign();
  nonce = (await ask({ authorization: `DPoP ${token}`, dpop: await signProof(keys, { url: town.url, token, nonce: undefined }) })).nonce!;
});
afterAll(() => town.close());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly code: string | undefined;
  readonly challenge: string | null;
  readonly nonce: string | null;
}

async function ask(headers: Readonly<Record<string, string>>, at = town.one.url, asked = query): Promise<Answer> {
  const body = JSON.stringify({ query: asked });
  const response = await fetch(at, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const text = await response.text();
  const code = (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
  return {
    status: response.status,
    text,
    code,
    challenge: response.headers.get('www-authenticate'),
    nonce: response.headers.get('dpop-nonce'),
  };
}

/** Signs a token as the server does, for `keys`, with changes. */
async function sign(
  claims: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
  by?: Parameters<SignJWT['sign']>[0],
): Promise<string> {
  const [own] = await openSigningKeys(town.identity, town.server.secret);
  const jkt = await calculateJwkThumbprint(keys.publicKey.export({ format: 'jwk' }));
  const { exp: _exp, iat: _iat, ...content } = decodeJwt(tokens.access_token);
  return new SignJWT({ ...content, iat: seconds(), exp: seconds() + 300, cnf: { jkt }, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: own!.kid, ...header })
    .sign(by ?? (await importJWK(own!.jwk as JWK, 'ES256')));
}

const seconds = (): number => Math.floor(Date.now() / 1_000);
const askWith = async (bearer: string, changes?: ProofChanges, at?: string): Promise<Answer> =>
  ask({ authorization: `DPoP ${bearer}`, dpop: await signProof(keys, { url: town.url, token: bearer, nonce }, changes) }, at);

test('the same token with a proof of its key shows the value', async () => {
  const { status, text, nonce: next } = await askWith(token);
  expect([status, JSON.parse(text).data.me.givenName]).toEqual([200, expect.any(String)]);
  expect(next).toBe(nonce);
});

describe('a proof is refused', () => {
  const thief = newClientKeys();
  test.each<[string, () => ProofChanges, string?]>([
    ['for another method', () => ({ claims: { htm: 'GET' } })],
    ['for another address', () => ({ claims: { htu: 'https://elsewhere.example/graphql' } })],
    ['for another path', () => ({ claims: { htu: `${town.url}/more` } })],
    ['for another token', () => ({ claims: { ath: createHash('sha256').update('other').digest('base64url') } })],
    ['for no token', () => ({ claims: { ath: undefined } })],
    ['that is stale', () => ({ claims: { iat: seconds() - 70 } })],
    ['from the future', () => ({ claims: { iat: seconds() + 20 } })],
    ['without a time', () => ({ claims: { iat: undefined } })],
    ['without an id', () => ({ claims: { jti: undefined } })],
    ['of another type', () => ({ header: { typ: 'at+jwt' } })],
    ['of another key, which signed it', () => ({ header: { jwk: thief.publicKey.export({ format: 'jwk' }) }, signWith: thief.privateKey })],
    ['of another key', () => ({ header: { jwk: newClientKeys().publicKey.export({ format: 'jwk' }) } })],
    ['with HS256', () => ({ header: { alg: 'HS256' }, signWith: createSecretKey(randomBytes(32)) })],
    ['that another key signed', () => ({ signWith: newClientKeys().privateKey })],
    ['that shows the private key', () => ({ header: { jwk: keys.privateKey.export({ format: 'jwk' }) } })],
    ['without a nonce', () => ({ claims: { nonce: undefined } }), 'DPOP_NONCE_REQUIRED'],
    ['with a nonce that the gateway never gave', () => ({ claims: { nonce: 'x'.repeat(43) } }), 'DPOP_NONCE_REQUIRED'],
  ])('%s', async (_title, changes, code = 'DPOP_PROOF_INVALID') => {
    const refused = await askWith(token, changes());
    expect([refused.status, refused.code]).toEqual([401, code]);
    expect(refused.challenge).toMatch(code === 'DPOP_NONCE_REQUIRED' ? /^DPoP error="use_dpop_nonce"/ : /^DPoP error="invalid_dpop_proof"/);
    expect(refused.text).not.toContain('data');
  });

  test('that is missing, doubled or no JWT', async () => {
    const authorization = `DPoP ${token}`;
    const proof = await signProof(keys, { url: town.url, token, nonce });
    const unsigned = `${Buffer.from(JSON.stringify({ ...decodeProtectedHeader(proof), alg: 'none' })).toString('base64url')}.${proof.split('.')[1]}.`;
    for (const dpop of [undefined, `${proof}, ${proof}`, 'peregrine', unsigned, `${proof.split('.').slice(0, 2).join('.')}.`]) {
      expect(await ask({ authorization, ...(dpop !== undefined && { dpop }) })).toMatchObject({ status: 401, code: 'DPOP_PROOF_INVALID' });
    }
  });

  test('that was used, also by another instance', async () => {
    const proof = await signProof(keys, { url: town.url, token, nonce });
    const headers = { authorization: `DPoP ${token}`, dpop: proof };
    expect((await ask(headers)).status).toBe(200);
    const refused = await ask(headers);
    expect(refused).toMatchObject({ status: 401, code: 'DPOP_PROOF_INVALID', challenge: expect.stringContaining('invalid_dpop_proof') });
    expect(refused.text).not.toContain('givenName');
    expect(await ask(headers, town.other.url)).toMatchObject({ status: 401, code: 'DPOP_PROOF_INVALID' });
    const [last, before] = await town.one.database.asOwner<{ outcome: string }>(
      `select template.text::json ->> 'outcome' as outcome from (select at, template_id from access_log.staged union all select at, template_id from access_log.entry) stored
       join access_log.template on template.id = stored.template_id
       order by stored.at desc limit 2`,
    );
    expect([last, before]).toEqual([{ outcome: 'REFUSED' }, { outcome: 'REFUSED' }]);
  });

  test('that was used, for what is not logged', async () => {
    const proof = await signProof(keys, { url: town.url, token, nonce });
    const askAgain = (): Promise<Answer> => ask({ authorization: `DPoP ${token}`, dpop: proof }, town.one.url, '{ __typename }');
    expect(await askAgain()).toMatchObject({ status: 200, text: expect.stringContaining('"Query"') });
    expect(await askAgain()).toMatchObject({ status: 401, code: 'DPOP_PROOF_INVALID', text: expect.not.stringContaining('"Query"') });
  });

  test('that was used, by a change, which is undone', async () => {
    const proof = await signProof(keys, { url: town.url, token, nonce });
    const open = (subject: string): Promise<Answer> =>
      ask(
        { authorization: `DPoP ${token}`, dpop: proof },
        town.one.url,
        `mutation { openTicket(input: { topic: OTHER, subject: "${subject}", body: "A glove" }) { ticket { id } } }`,
      );
    expect(await open('Once')).toMatchObject({ status: 200, code: undefined });
    expect(await open('Twice')).toMatchObject({ status: 401, code: 'DPOP_PROOF_INVALID' });
    const opened = await town.one.database.asOwner(`select subject from recreation.ticket where subject in ('Once', 'Twice')`);
    expect(opened).toEqual([{ subject: 'Once' }]);
  });

  test('that two instances are given at the same time', async () => {
    const headers = { authorization: `DPoP ${token}`, dpop: await signProof(keys, { url: town.url, token, nonce }) };
    const places = [town.one.url, town.other.url];
    const answers = await Promise.all(Array.from({ length: 12 }, (_none, at) => ask(headers, places[at % 2])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'DPOP_PROOF_INVALID')).toHaveLength(11);
  });

  test('but clocks may differ by some seconds', async () => {
    expect((await askWith(token, { claims: { iat: seconds() + 3 } })).status).toBe(200);
    expect((await askWith(token, { claims: { iat: seconds() - 55 } })).status).toBe(200);
  });

  test('and the operator’s log says why, without a value', () => {
    const reasons = town.one.logged.flatMap((line) => /"reason":"([A-Z_]+)"/.exec(line)?.[1] ?? []);
    expect(reasons).toEqual(expect.arrayContaining(['PROOF_TOO_OLD', 'PROOF_FROM_THE_FUTURE', 'PROOF_USED_BEFORE', 'NONCE_WRONG']));
  });
});

describe('a token is refused', () => {
  const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const unsigned = (header: object): string =>
    [header, decodeJwt(token)].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const kidOf = async (): Promise<string> => (await openSigningKeys(town.identity, town.server.secret))[0]!.kid;

  test.each<[string, () => Promise<string>]>([
    ['with alg none', async () => `${unsigned({ alg: 'none', typ: 'at+jwt', kid: await kidOf() })}.`],
    [
      'with HS256 and the public key as the secret',
      async () => {
        const [own] = await openSigningKeys(town.identity, town.server.secret);
        const pem = createPublicKey({ key: own!.jwk, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
        const text = unsigned({ alg: 'HS256', typ: 'at+jwt', kid: own!.kid });
        return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
      },
    ],
    ['of another type', () => sign({}, { typ: 'JWT' })],
    ['for another audience', () => sign({ aud: 'urn:elsewhere' })],
    ['of another issuer', () => sign({ iss: 'https://issuer.example' })],
    ['with a key that nobody knows', () => sign({}, { kid: 'unknown' }, foreign.privateKey)],
    ['with a key id that is a path', () => sign({}, { kid: '../../dev/null' }, foreign.privateKey)],
    ['with a key id that is SQL', () => sign({}, { kid: `' or true --` }, foreign.privateKey)],
    ['without a key id, by another key', () => sign({}, { kid: undefined }, foreign.privateKey)],
    ['with an embedded key', () => sign({}, { jwk: foreign.publicKey.export({ format: 'jwk' }) }, foreign.privateKey)],
    ['with a key set at an address', () => sign({}, { jku: 'https://elsewhere.example/jwks' }, foreign.privateKey)],
    ['with a certificate at an address', () => sign({}, { x5u: 'https://elsewhere.example/key.pem' }, foreign.privateKey)],
    ['that is valid for too long', () => sign({ exp: seconds() + 90_000 })],
    ['that is over', () => sign({ iat: seconds() - 60, exp: seconds() - 6 })],
    ['that names no grant', () => sign({ grant_id: undefined })],
    ['for two roles', () => sign({ roles: ['RESIDENT', 'SECURITY'] })],
    ['that is an ID token', async () => tokens.id_token!],
    ['that is a refresh token', async () => tokens.refresh_token!],
  ])('%s', async (_title, made) => {
    const refused = await askWith(await made());
    expect([refused.status, refused.code]).toEqual([401, expect.stringMatching(/^TOKEN_(INVALID|LIFETIME_TOO_LONG)$/)]);
    expect(refused.text).not.toContain('data');
  });

  test('as a bearer token, although it is bound to a key', async () => {
    for (const bound of [token, tokens.access_token]) {
      expect(await ask({ authorization: `Bearer ${bound}` })).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
    }
  });

  test('with a proof, although it is bound to no key', async () => {
    const free = await sign({ cnf: undefined });
    expect((await ask({ authorization: `Bearer ${free}` })).status).toBe(200);
    expect(await askWith(free)).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
  });

  test('of a grant that never was', async () => {
    expect(await askWith(await sign({ grant_id: randomUUID() }))).toMatchObject({ status: 401, code: 'ACCESS_ENDED' });
  });
});

// Last: it ends the key of all tokens above.
test('a key that is withdrawn is believed no longer, at every instance, and the next one signs', async () => {
  const [old] = await openSigningKeys(town.identity, town.server.secret);
  const next = await rotateKey(town.identity, town.server.secret, { wait: 0, overlap: 600 });
  await town.server.reload();
  // Both are believed.
  expect((await askWith(token)).status).toBe(200);
  const phone = await openMobileApp(town);
  expect(JSON.parse(Buffer.from((await obtainTokens(phone)).access_token.split('.')[0]!, 'base64url').toString())).toMatchObject({
    kid: next,
  });
  expect(await withdrawKey(town.identity, old!.kid)).toBe(true);
  for (const at of [town.one.url, town.other.url]) {
    expect(await askWith(token, {}, at)).toMatchObject({ status: 401, code: 'ACCESS_ENDED' });
  }
  // An instance looks for keys that it does not know once a second.
  await until(async () => (await askWith(await sign())).status === 200);
});
