import { createHash, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, SignJWT } from 'jose';
import { Client } from 'pg';
import { cast, matters, personaNamed } from '../../demo/personas.ts';
import { scopeFor } from '../../src/identity/authentication/tokens/claims.ts';
import { sessionCookieName, sessionDigest } from '../../src/identity/authentication/browsers/session-cookie.ts';
import { mandateType } from '../../src/identity/partners/details/mandate-details.ts';
import { digestOf } from '../../src/identity/server/tokens/seal.ts';
import type { Proving } from '../load/load-process.ts';
import { benchIssuer, benchGatewayUrl } from './gateway-environment.ts';

/** The credentials of a request. */
export interface Credential {
  readonly headers: Readonly<Record<string, string>>;
  /** Set: the requests prove the possession of a key. */
  readonly proving?: Proving;
}

/** Seconds that these credentials are valid. */
const valid = 7_200;

/**
 * Makes the credentials of a benchmark as the authorization server stores them: a clerk's session, a clerk's token that is bound to a
 * key, and the token of a maintenance firm. The gateway reads each as in use.
 * @param administrator connection string of a superuser
 * @param url the GraphQL URL
 * @param audience what the tokens are for
 */
export async function openCredentials(
  administrator: string,
  url: string,
  audience: string,
): Promise<Readonly<Record<'cookie' | 'dpop' | 'partner', Credential>>> {
  const client = new Client({ connectionString: administrator });
  await client.connect();
  try {
    const account = randomUUID();
    await client.query(
      `insert into identity.account (id, email, email_verified_at, employee_id, created_at) values ($1, $2, now(), $3, now())`,
      [account, 'bench@need-to-know.example', cast.clerk],
    );
    return {
      cookie: await openSession(client, account, url),
      dpop: await issueBoundToken(client, account, audience),
      partner: await issuePartnerToken(client, audience),
    };
  } finally {
    await client.end();
  }
}

async function openSession(client: Client, account: string, url: string): Promise<Credential> {
  const id = randomBytes(32).toString('base64url');
  await client.query(
    `insert into identity.session (id, hash, account_id, role, principal_id, acr, amr, proven_at, made_at, last_used_at, idle_seconds, expires_at)
     values ($1, $2, $3, 'CUSTOMER_SERVICE', $4, 'phr', '{pop,user}', now(), now(), now(), $5::int, now() + make_interval(secs => $5::int))`,
    [randomUUID(), sessionDigest(id), account, cast.clerk, valid],
  );
  const { host } = new URL(url);
  const cookie = `${sessionCookieName({ secure: true })}=${id}`;
  return {
    headers: {
      cookie,
      origin: `https://${host}`,
      'sec-fetch-site': 'same-origin',
      'x-requested-by': 'bench',
      'privacy-purpose': 'SERVICE_PROVISION',
    },
  };
}

async function issueBoundToken(client: Client, account: string, audience: string): Promise<Credential> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = randomUUID();
  const grant = randomBytes(32).toString('base64url');
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
  await client.query(`insert into identity.signing_key (kid, public_jwk, sealed, made_at, signs_from) values ($1, $2, '', now(), now())`, [
    kid,
    jwk,
  ]);
  await client.query(
    `insert into identity.artifact (id, model, payload, expires_at) values ($1, 'Grant', '{}', now() + make_interval(secs => $2::int))`,
    [digestOf('Grant', grant), valid],
  );
  const { proving, jkt } = await newProving();
  const { principal, role, purposes } = personaNamed('customer-service');
  const token = await new SignJWT({ client_id: 'bench', roles: [role], scope: scopeFor(purposes), account, grant_id: grant, cnf: { jkt } })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
    .setIssuer(benchIssuer)
    .setAudience(audience)
    .setSubject(principal)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(privateKey);
  return boundTo(token, proving, 'SERVICE_PROVISION');
}

async function issuePartnerToken(client: Client, audience: string): Promise<Credential> {
  const clientId = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const { proving, jkt } = await newProving();
  await client.query(
    `insert into identity.registration (id, partner_id, name, jwks, contact, recorded_by, recorded_at, approved_by, approved_at)
     values ($1, $2, 'Bench', '{"keys": []}', 'bench@need-to-know.example', $3, now(), $4, now())`,
    [clientId, cast.maintenanceFirm, cast.privacyOfficer, cast.privacyOfficer2],
  );
  const details = { type: mandateType, mandate: matters.workOrder, actions: ['read'], purpose: 'MAINTENANCE' };
  await client.query(
    `insert into identity.artifact (id, model, payload, expires_at) values ($1, 'ClientCredentials', $2, now() + make_interval(secs => $3::int))`,
    [digestOf('ClientCredentials', token), { clientId, jkt, aud: audience, rar: [details], extra: { client_key: 'one' } }, valid],
  );
  return boundTo(token, proving, 'MAINTENANCE');
}

async function newProving(): Promise<{ readonly proving: Omit<Proving, 'ath'>; readonly jkt: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jkt = await calculateJwkThumbprint(publicKey.export({ format: 'jwk' }));
  return { proving: { privateJwk: privateKey.export({ format: 'jwk' }), htu: benchGatewayUrl }, jkt };
}

function boundTo(token: string, proving: Omit<Proving, 'ath'>, purpose: string): Credential {
  const ath = createHash('sha256').update(token).digest('base64url');
  return { headers: { authorization: `DPoP ${token}`, dpop: '<proof>', 'privacy-purpose': purpose }, proving: { ...proving, ath } };
}
