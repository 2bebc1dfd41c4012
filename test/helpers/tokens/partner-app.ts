import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { importPKCS8 } from 'jose';
import * as oidc from 'openid-client';
import { cast } from '../../../demo/personas.ts';
import { mandateType } from '../../../src/identity/partners/details/mandate-details.ts';
import type { DataCategory } from '../../../src/town/shared/graphql/generated/schema.ts';
import type { TestGateway } from '../gateway/gateway.ts';
import { audience, type IdentityTown } from '../identity/identity-town.ts';

/** The system of a partner, with a registered key and a key that its tokens are bound to. */
export interface PartnerApp {
  readonly clientId: string;
  readonly config: oidc.Configuration;
  /** Signs its assertions with the registered key. */
  readonly authentication: oidc.ClientAuth;
  readonly dpop: oidc.DPoPHandle;
  /** Obtains a token. `details`: the members of one authorization detail besides its type and actions; undefined: none. */
  obtain(details: Readonly<Record<string, unknown>> | undefined): Promise<oidc.TokenEndpointResponse>;
  /** Obtains a token for `authorization_details` as they are. */
  request(authorizationDetails: string | undefined): Promise<oidc.TokenEndpointResponse>;
}

interface Registration {
  readonly partnerId: string;
  readonly categories?: readonly DataCategory[];
  /** Default: by another officer. */
  readonly approved?: boolean;
}

/** Registers a client of a partner, as two officers do, and opens its system. */
export async function openPartner(
  { issuer, one }: Pick<IdentityTown, 'issuer'> & { readonly one: Pick<TestGateway, 'database'> },
  { partnerId, categories, approved = true }: Registration,
): Promise<PartnerApp> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256' }] };
  const clientId = randomUUID();
  await one.database.asOwner(
    `insert into identity.registration (id, partner_id, name, contact, jwks, categories, recorded_by, recorded_at, approved_by, approved_at)
     values ($1, $2, 'A system', 'Operations desk', $3, $4, $5, now(), $6, $7)`,
    [
      clientId,
      partnerId,
      JSON.stringify(jwks),
      categories ?? null,
      cast.privacyOfficer,
      approved ? cast.privacyOfficer2 : null,
      approved ? new Date() : null,
    ],
  );
  const key = await importPKCS8(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'ES256');
  const authentication = oidc.PrivateKeyJwt({ key, kid: 'one' });
  const config = await oidc.discovery(new URL(issuer), clientId, undefined, authentication, {
    execute: [oidc.allowInsecureRequests],
  });
  const dpop = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair('ES256'));
  const request: PartnerApp['request'] = (details) =>
    oidc.clientCredentialsGrant(
      config,
      { resource: audience, ...(details !== undefined && { authorization_details: details }) },
      { DPoP: dpop },
    );
  return {
    clientId,
    config,
    authentication,
    dpop,
    request,
    obtain: (details) => request(details && JSON.stringify([{ type: mandateType, actions: ['read'], ...details }])),
  };
}

/** Asks the gateway in GraphQL, at another instance if its address is given: the proof names the public address. */
export async function ask(
  { config, clientId, dpop }: Pick<PartnerApp, 'config' | 'clientId' | 'dpop'>,
  { url }: Pick<IdentityTown, 'url'>,
  token: string,
  query: string,
  at: string = url,
): Promise<{ readonly status: number; readonly body: any; readonly headers: Headers }> {
  const through = new oidc.Configuration(config.serverMetadata(), clientId, undefined, oidc.None());
  oidc.allowInsecureRequests(through);
  const send: typeof fetch = (address, init) => fetch(at === url ? address : at, init);
  through[oidc.customFetch] = send as oidc.CustomFetch;
  const headers = new Headers({ 'content-type': 'application/json' });
  const response = await oidc
    .fetchProtectedResource(through, token, new URL(url), 'POST', JSON.stringify({ query }), headers, { DPoP: dpop })
    .catch((error: unknown) => {
      if (error instanceof oidc.WWWAuthenticateChallengeError) return error.response;
      throw error;
    });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
