import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, SignJWT } from 'jose';
import { Client } from 'pg';
import { openTestTrust, testIssuer } from '../../helpers/tokens/issuer.ts';
import { cast, matters } from '../../../demo/personas.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { askWithToken } from '../../helpers/tokens/ask-with-token.ts';
import { testCluster, testNow } from '../../helpers/database/cluster.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { captureStatements } from '../../helpers/values/statements.ts';
import { waitsForLock } from '../../helpers/database/waits-for-lock.ts';

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
  gateway = await openGateway({ trust: openTestTrust(config) });
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
    expect((await asks(now + 5, now + 40)).data.me.givenName).toEqual(expect.any(String));
    expect((await asks(now + 1_000_000, now + 1_000_100)).codes).toEqual(['TOKEN_INVALID']);
  });

  test('is refused from another trusted issuer too', async () => {
    expect(testIssuer).not.toBe(issuer);
    const token = await gateway.token('resident', { lifetime: most + 1 });
    expect((await askWithToken(gateway.send, token, own)).codes).toEqual(['TOKEN_LIFETIME_TOO_LONG']);
  });
});

const introspection = '{ __schema { queryType { name } } }';
const unlogged = '{ services(first: 1) { totalCount } }';
const employee = (id: string) => `update recreation.employee set access_ended_at = now() where id = '${id}'`;
const changeRole = (id: string, role: string) => `update recreation.employee set roles = array['${role}'] where id = '${id}'`;
const person = `{ resident(id: "${cast.resident}") { givenName initials } }`;

describe.each<[who: string, persona: string, end: string, restore: string, query: string, asked: Asked]>([
  [
    'a resident whose account is closed',
    'resident',
    `update recreation.resident set access_ended_at = now() where id = '${cast.resident}'`,
    `update recreation.resident set access_ended_at = null`,
    '{ me { givenName } }',
    {},
  ],
  [
    'a clerk who left',
    'customer-service',
    employee(cast.clerk),
    'update recreation.employee set access_ended_at = null',
    person,
    { purpose: 'SERVICE_PROVISION' },
  ],
  [
    'a clerk who works elsewhere now',
    'customer-service',
    changeRole(cast.clerk, 'SECURITY'),
    changeRole(cast.clerk, 'CUSTOMER_SERVICE'),
    person,
    { purpose: 'SERVICE_PROVISION', case: matters.encounter },
  ],
  [
    'a helpdesk employee who left',
    'support',
    employee(cast.supporter),
    'update recreation.employee set access_ended_at = null',
    '{ tickets(first: 1) { edges { node { number } } } }',
    { purpose: 'CUSTOMER_SUPPORT' },
  ],
  [
    'a privacy officer who left',
    'privacy-officer',
    employee(cast.privacyOfficer),
    'update recreation.employee set access_ended_at = null',
    `{ mandate(id: "${matters.courtOrder}") { reference } }`,
    { purpose: 'MANDATE_ADMINISTRATION' },
  ],
  [
    'a security officer who left',
    'security',
    employee(cast.securityOfficer),
    'update recreation.employee set access_ended_at = null',
    '{ webVisits(first: 1) { edges { node { section } } } }',
    { purpose: 'WEBSITE_SECURITY' },
  ],
  [
    'a partner whose account is closed',
    'police',
    `update recreation.partner set access_ended_at = now() where id = '${cast.police}'`,
    'update recreation.partner set access_ended_at = null',
    person,
    {},
  ],
  [
    'a partner that has another role now',
    'police',
    `update recreation.partner set role = 'MAINTENANCE_AGENT' where id = '${cast.police}'`,
    `update recreation.partner set role = 'LAW_ENFORCEMENT' where id = '${cast.police}'`,
    person,
    {},
  ],
])('%s', (_who, persona, end, restore, query, asked) => {
  test('gets nothing with a token that is still valid, and the attempt is recorded', async () => {
    const token = await gateway.token(persona);
    const ask = (text: string): Promise<Answered> => askWithToken(gateway.send, token, gateway.known(persona, text), asked);
    const before = await ask(query);
    expect(before.errors).toEqual([]);
    expect(Object.values(before.data)).not.toContain(null);
    await gateway.sequence();
    await gateway.database.asOwner(end);
    try {
      for (const text of [query, unlogged, introspection, `{ ...on Query { __typename } }`]) {
        const { status, codes, data, privacy, headers } = await ask(text);
        expect({ status, codes, data, receipt: privacy.receipt }).toEqual({
          status: 401,
          codes: ['ACCESS_ENDED'],
          data: undefined,
          receipt: undefined,
        });
        expect(headers.get('www-authenticate')).toMatch(persona === 'police' ? /^DPoP error="invalid_token"/ : /^Bearer/);
      }
      if (before.privacy.receipt !== undefined) expect(await lastEntry()).toEqual({ outcome: 'REFUSED', released: false });
    } finally {
      await gateway.database.asOwner(restore);
    }
    expect((await ask(query)).errors).toEqual([]);
  });
});

/** The outcome of the newest entry, and whether it says that anything was released. */
async function lastEntry(): Promise<{ readonly outcome: string; readonly released: boolean }> {
  await gateway.sequence();
  const [row] = await gateway.database.asOwner<{ outcome: string; released: boolean }>(
    `select header->>'outcome' as outcome, jsonb_path_exists(views, '$[*].released[*]') as released from access_log.full_entry entry order by seq desc limit 1`,
  );
  return row!;
}

test('an employee who left changes nothing', async () => {
  const change = `mutation { updateContact(input: { residentId: "${cast.resident}", email: "left@example.org" }) { resident { id } } }`;
  const asked = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
  await gateway.sequence();
  await gateway.database.asOwner(employee(cast.clerk));
  try {
    expect((await gateway.ask('customer-service', change, asked)).codes).toEqual(['ACCESS_ENDED']);
    expect(await lastEntry()).toEqual({ outcome: 'REFUSED', released: false });
  } finally {
    await gateway.database.asOwner('update recreation.employee set access_ended_at = null');
  }
  const [row] = await gateway.database.asOwner<{ email: string }>('select email from recreation.resident where id = $1', [cast.resident]);
  expect(row!.email).not.toBe('left@example.org');
});

/** Asks, and ends the access while the operation waits for its entry, after everything was read. */
async function endedMeanwhile(persona: string, query: string, asked: Asked, end: string): Promise<Answered> {
  const blocker = new Client({ connectionString: gateway.database.roles.owner });
  await blocker.connect();
  try {
    await blocker.query('begin; lock table access_log.staged in exclusive mode');
    const answer = gateway.ask(persona, query, asked);
    await waitsForLock(gateway.database);
    await blocker.query(`${end}; commit`);
    return await answer;
  } finally {
    await blocker.end();
  }
}

test('an answer that is under way is not released once the access has ended', async () => {
  const read = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
  expect((await endedMeanwhile('customer-service', person, read, employee(cast.clerk))).codes).toEqual(['ACCESS_ENDED']);
  await gateway.database.asOwner('update recreation.employee set access_ended_at = null');
  const revoke = `update recreation.mandate set revoked_at = now(), revoked_by = recorded_by, revocation_reason = 'Over' where id = '${matters.courtOrder}'`;
  expect((await endedMeanwhile('police', person, {}, revoke)).codes).toEqual(['ACCESS_ENDED']);
  expect((await gateway.ask('police', person)).codes).toEqual(['AUTHORITY_NOT_IN_FORCE']);
  await gateway.database.asOwner(
    'update recreation.mandate set revoked_at = null, revoked_by = null, revocation_reason = null where id = $1',
    [matters.courtOrder],
  );
});

test('the check is part of the statement that stores the entry, so it costs no further statement', async () => {
  const listening = captureStatements();
  try {
    await gateway.ask('customer-service', person, { purpose: 'SERVICE_PROVISION' });
  } finally {
    listening.stop();
  }
  const checks = listening.statements.filter(({ text }) => text.includes('access_ended_at'));
  expect(checks.map(({ text }) => /insert into (?!access_log\.template)\S+/.exec(text)?.[0])).toEqual(['insert into access_log.staged']);
});

test('an employee who left is given no work', async () => {
  await gateway.database.asOwner(employee(cast.otherSupporter));
  const assign = `mutation { assignTicket(input: { ticketId: "${matters.unassignedTicket}", employeeId: "${cast.otherSupporter}" }) { ticket { id } } }`;
  expect((await gateway.ask('support', assign, { purpose: 'CUSTOMER_SUPPORT' })).codes).toEqual(['NOT_FOUND']);
  await gateway.database.asOwner('update recreation.employee set access_ended_at = null');
});
