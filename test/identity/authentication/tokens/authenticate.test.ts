import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, SignJWT, type JWTPayload } from 'jose';
import { openTestTrust, testIssuer } from '../../../helpers/tokens/issuer.ts';
import { mandateType } from '../../../../src/identity/partners/details/mandate-details.ts';
import { readConfig } from '../../../../src/platform/settings/config.ts';
import { demoPartners } from '../../../../demo/partners.ts';
import { cast, matters } from '../../../../demo/personas.ts';
import { partnerRoles, partners } from '../../../../src/town/policy/partners/partners.ts';
import { askWithToken } from '../../../helpers/tokens/ask-with-token.ts';
import { testCluster, testNow } from '../../../helpers/database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../../../helpers/gateway/gateway.ts';

const issuer = 'https://issuer.example';
const audience = 'urn:need-to-know:gateway';
const now = Math.floor(testNow.getTime() / 1000);
const key = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');

let gateway: TestGateway;
beforeAll(async () => {
  // Trusts an issuer whose keys are in a file.
  const jwks = join(testCluster().dataDirectory, `${randomUUID()}.json`);
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'EdDSA' }] }));
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: testCluster().dataDirectory,
    TRUSTED_ISSUERS: JSON.stringify([{ issuer, jwks }]),
  });
  gateway = await openGateway({ trust: openTestTrust(config) });
});
afterAll(() => gateway.close());

const good: JWTPayload = {
  iss: issuer,
  aud: audience,
  sub: cast.resident,
  client_id: 'web',
  jti: 'one',
  iat: now - 10,
  exp: now + 600,
  roles: ['RESIDENT'],
  scope: 'openid purpose:SELF_SERVICE',
};

function sign(
  changes: Readonly<Record<string, unknown>> = {},
  header: { typ?: string; alg?: string; kid?: string } = {},
  by = key.privateKey,
): Promise<string> {
  const claims = Object.fromEntries(Object.entries({ ...good, ...changes }).filter(([, value]) => value !== undefined));
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'one', ...header }).sign(by);
}

const detail = { type: mandateType, mandate: matters.courtOrder, actions: ['read'], purpose: 'LEGAL_DEMAND' };

function ask(authorization: string, query = '{ me { givenName } services { totalCount } }'): Promise<Answered> {
  return gateway.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
  });
}

test('a valid token of a trusted issuer is accepted', async () => {
  const { data, errors } = await ask(`Bearer ${await sign()}`);
  expect(errors).toEqual([]);
  expect(data.me.givenName).toEqual(expect.any(String));
});

function refused({ status, codes, data, headers, text }: Answered): void {
  expect({ status, codes, data }).toEqual({ status: 401, codes: ['TOKEN_INVALID'], data: undefined });
  expect(headers.get('www-authenticate')).toMatch(/^(Bearer|DPoP) /);
  // The error is the same for every defect.
  expect(text).toBe(
    '{"errors":[{"message":"The bearer token is invalid: get a new one from a trusted issuer.","extensions":{"code":"TOKEN_INVALID"}}]}',
  );
}

describe('the clocks of an issuer and the gateway may differ by five seconds', () => {
  test.each<[string, string, (seconds: number) => object]>([
    ['an expiry', 'TOKEN_EXPIRED', (seconds) => ({ exp: now + 1 - seconds })],
    ['a begin', 'TOKEN_NOT_YET_VALID', (seconds) => ({ nbf: now + seconds })],
    ['an issue', 'TOKEN_FROM_THE_FUTURE', (seconds) => ({ iat: now + seconds })],
    ['a proof', 'TOKEN_FROM_THE_FUTURE', (seconds) => ({ auth_time: now + seconds })],
  ])('at %s: beyond that the operator learns %s, and the caller nothing', async (_title, reason, changes) => {
    expect((await ask(`Bearer ${await sign({ ...changes(5) })}`)).errors).toEqual([]);
    const reasons = await reasonsFor(`Bearer ${await sign({ ...changes(6) })}`);
    expect(reasons).toEqual([reason]);
  });
});

/** Asks with a header that is refused. @returns what the operator is told: the reason, with the name of a claim */
async function reasonsFor(authorization: string): Promise<readonly string[]> {
  const before = gateway.logged.length;
  refused(await ask(authorization));
  const lines = gateway.logged.slice(before).filter((line) => line.includes('a token was refused'));
  // Neither the token nor what it says.
  expect(lines.join()).not.toContain(cast.resident);
  for (const part of authorization.split(/[ .]/).slice(1)) if (part.length > 5) expect(lines.join()).not.toContain(part);
  return lines.map((line) => {
    const { reason, claim } = JSON.parse(line) as { readonly reason: string; readonly claim?: string };
    return claim === undefined ? reason : `${reason} ${claim}`;
  });
}

test('an officer of a trusted issuer acts with a passkey alone', async () => {
  const officer = { sub: cast.privacyOfficer, roles: ['PRIVACY_OFFICER'], scope: 'purpose:ACCESS_REVIEW' };
  const askAs = async (more: object): Promise<Answered> =>
    ask(`Bearer ${await sign({ ...officer, ...more })}`, '{ services { totalCount } }');
  expect((await askAs({ acr: 'phr', auth_time: now })).data.services.totalCount).toBeGreaterThan(0);
  for (const more of [{}, { acr: 'urn:elsewhere:password', auth_time: now }, { auth_time: now }, { amr: ['phr'] }]) {
    const { status, codes, data } = await askAs(more);
    expect({ status, codes, data }).toEqual({ status: 403, codes: ['STEP_UP_NEEDED'], data: undefined });
  }
});

describe('an invalid token is an error, and never anonymous:', () => {
  const unsigned = (header: object, claims: object): string =>
    [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

  test.each<[string, string, () => Promise<string> | string]>([
    ['an expired token', 'TOKEN_EXPIRED', () => sign({ exp: now - 600 })],
    ['a token of the future', 'TOKEN_NOT_YET_VALID', () => sign({ nbf: now + 600 })],
    ['a token whose proof is no time', 'TOKEN_CLAIM auth_time', () => sign({ auth_time: 'now' })],
    ['a token whose assurance is no text', 'TOKEN_CLAIM acr', () => sign({ acr: ['phr'] })],
    ['a token without an end', 'TOKEN_CLAIM exp', () => sign({ exp: undefined })],
    ['a token for another audience', 'TOKEN_CLAIM aud', () => sign({ aud: 'urn:somebody-else' })],
    ['a token of an unknown issuer', 'TOKEN_ISSUER_UNKNOWN', () => sign({ iss: 'https://other.example' })],
    ['a token that claims another trusted issuer', 'TOKEN_KEY_UNKNOWN', () => sign({ iss: testIssuer })],
    ['a token without an issuer', 'TOKEN_ISSUER_UNKNOWN', () => sign({ iss: undefined })],
    ['a token that a stranger signed', 'TOKEN_SIGNATURE', () => sign({}, {}, stranger.privateKey)],
    ['a token under an unknown key', 'TOKEN_KEY_UNKNOWN', () => sign({}, { kid: 'two' })],
    ['an ID token', 'TOKEN_CLAIM typ', () => sign({}, { typ: 'JWT' })],
    ['a token with alg none', 'TOKEN_ALGORITHM', () => `${unsigned({ alg: 'none', typ: 'at+jwt' }, good)}.`],
    [
      'a token with a changed claim',
      'TOKEN_SIGNATURE',
      async () => {
        const [header, , signature] = (await sign()).split('.');
        return [header, Buffer.from(JSON.stringify({ ...good, sub: cast.neighbour })).toString('base64url'), signature].join('.');
      },
    ],
    [
      'a token signed with the public key as a secret',
      'TOKEN_ALGORITHM',
      async () => {
        const text = unsigned({ alg: 'HS256', typ: 'at+jwt', kid: 'one' }, good);
        const { x = '' } = await exportJWK(key.publicKey);
        return `${text}.${createHmac('sha256', x).update(text).digest('base64url')}`;
      },
    ],
    ['a token without a subject', 'TOKEN_CLAIM sub', () => sign({ sub: undefined })],
    ['a token whose subject is no id', 'TOKEN_CLAIM sub', () => sign({ sub: 'Peregrine' })],
    ['a token without a role', 'TOKEN_CLAIM roles', () => sign({ roles: undefined })],
    ['a token with two roles', 'TOKEN_CLAIM roles', () => sign({ roles: ['RESIDENT', 'SUPPORT'] })],
    ['a token with a role that is none', 'TOKEN_CLAIM roles', () => sign({ roles: ['MAYOR'] })],
    ['a token that claims to be anonymous', 'TOKEN_CLAIM roles', () => sign({ roles: ['ANONYMOUS'] })],
    ...partnerRoles.map((role): [string, string, () => Promise<string>] => [
      `a signed token with the role of a partner, ${role}`,
      'TOKEN_CLAIM roles',
      () =>
        sign({ sub: demoPartners[role].id, roles: [role], scope: `purpose:${partners[role].purpose}`, authorization_details: [detail] }),
    ]),
    [
      'a signed token with the role of a partner, without details',
      'TOKEN_CLAIM roles',
      () => sign({ sub: cast.police, roles: ['LAW_ENFORCEMENT'] }),
    ],
    ['a resident’s token with authorization details', 'TOKEN_CLAIM authorization_details', () => sign({ authorization_details: [detail] })],
    [
      'a token that is bound to a certificate',
      'TOKEN_CLAIM cnf',
      () => sign({ cnf: { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' } }),
    ],
    ['a token that is bound to nothing known', 'TOKEN_CLAIM cnf', () => sign({ cnf: {} })],
    ['a token without a client', 'TOKEN_CLAIM client_id', () => sign({ client_id: undefined })],
    ['half a token', 'TOKEN_UNREADABLE', async () => (await sign()).slice(0, 80)],
    ['no token at all', 'TOKEN_UNREADABLE', () => ''],
    ['words', 'TOKEN_UNREADABLE', () => 'let me in'],
    ['a token that says in another claim what it allows', 'TOKEN_CLAIM scp', () => sign({ scope: undefined, scp: 'purpose:SELF_SERVICE' })],
  ])('%s; the operator learns %s', async (_name, reason, token) => {
    expect(await reasonsFor(`Bearer ${await token()}`)).toEqual([reason]);
  });

  test('another scheme', async () => {
    expect(await reasonsFor(`Basic ${Buffer.from('peregrine:secret').toString('base64')}`)).toEqual(['TOKEN_UNREADABLE']);
    expect(await reasonsFor(await sign())).toEqual(['TOKEN_UNREADABLE']);
    expect(await reasonsFor(`DPoP ${await sign()}`)).toEqual(['TOKEN_SCHEME']);
  });
});

test('a token may act for the purposes that both its scope and its role have', async () => {
  const { codes } = await ask(`Bearer ${await sign({ scope: 'openid' })}`);
  expect(codes).toEqual(['PURPOSE_NOT_ALLOWED']);
  expect((await ask(`Bearer ${await sign({ scope: undefined })}`)).codes).toEqual(['PURPOSE_NOT_ALLOWED']);
});

describe('a partner’s mandate', () => {
  const query = `{ resident(id: "${cast.resident}") { givenName } }`;
  test('in force gives access', async () => {
    expect((await gateway.ask('police', query)).data.resident.givenName).toEqual(expect.any(String));
  });

  test.each([
    ['expired', matters.expiredOrder],
    ['revoked', matters.revokedOrder],
    ['half-approved', matters.halfApprovedOrder],
  ])('%s gives no access', async (_name, mandate) => {
    const { data, codes } = await gateway.ask('police', query, { mandate, purpose: 'LEGAL_DEMAND' });
    expect({ data, codes }).toEqual({ data: { resident: null }, codes: ['AUTHORITY_NOT_IN_FORCE'] });
  });

  test.each([
    ['another partner’s', matters.workOrder],
    ['an unknown one', '70000000-0000-4000-8000-00000000ffff'],
  ])('%s gives no access', async (_name, mandate) => {
    const { data, codes } = await gateway.ask('police', query, { mandate, purpose: 'LEGAL_DEMAND' });
    expect({ data, codes }).toEqual({ data: { resident: null }, codes: ['AUTHORITY_NOT_IN_FORCE'] });
  });

  test('gives no access if it is missing, or was revoked a moment ago', async () => {
    const missing = await gateway.ask('police', query, { mandate: '', purpose: 'LEGAL_DEMAND' });
    expect(missing.codes).toEqual(['PURPOSE_NOT_ALLOWED']);
    const token = await gateway.token('police');
    const under = (): Promise<Answered> => askWithToken(gateway.send, token, gateway.known('police', query));
    expect((await under()).data.resident.givenName).toEqual(expect.any(String));
    await gateway.database.asOwner(
      `update recreation.mandate set revoked_at = $2, revoked_by = recorded_by, revocation_reason = 'Over' where id = $1`,
      [matters.courtOrder, testNow],
    );
    expect((await under()).codes).toEqual(['AUTHORITY_NOT_IN_FORCE']);
  });
});
