import { hash, randomUUID } from 'node:crypto';
import { exportJWK, importPKCS8, SignJWT, type CryptoKey } from 'jose';
import * as oidc from 'openid-client';
import { mandateType } from '../../src/identity/partners/details/mandate-details.ts';
import { partnerOf } from '../../src/town/policy/partners/partners.ts';
import type { PartnerRole } from '../../src/town/policy/words/roles.ts';
import { demoKeys } from '../demo-keys.ts';
import { demoPartners } from '../partners.ts';
import type { Persona } from '../personas.ts';
import type { Credential, SignInPlace } from './credential.ts';
import { discover } from './discover.ts';
import { refused } from './refused.ts';

interface Keys {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/**
 * Obtains a token as the system of a partner does: client credentials (`private_key_jwt`) for one mandate, bound to a new key.
 * @throws PrivacyError GATEWAY_UNREACHABLE, DEMO_SIGN_IN_REFUSED
 */
export async function signInPartner(
  { issuer, gatewayUrl, audience, dataDirectory }: SignInPlace,
  { persona, role }: Persona,
  mandate: string,
): Promise<Credential> {
  const { clientId } = demoPartners[role as PartnerRole];
  const pem = demoKeys(dataDirectory, persona).privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const authentication = oidc.PrivateKeyJwt({ key: await importPKCS8(pem, 'ES256'), kid: persona });
  const config = await discover(issuer, clientId, authentication);
  const keys = await oidc.randomDPoPKeyPair('ES256');
  const details = [{ type: mandateType, mandate, actions: ['read'], purpose: partnerOf(role)!.purpose }];
  try {
    const { access_token: token } = await oidc.clientCredentialsGrant(
      config,
      { resource: audience, authorization_details: JSON.stringify(details) },
      { DPoP: oidc.getDPoPHandle(config, keys) },
    );
    const headers = async (nonce?: string): Promise<Readonly<Record<string, string>>> => ({
      authorization: `DPoP ${token}`,
      dpop: await prove(keys, gatewayUrl, token, nonce),
    });
    return { token, isBound: true, headers: async () => headers(await nonceOf(gatewayUrl, await headers())) };
  } catch (error) {
    throw refused(error);
  }
}

/** Asks for the nonce of the next proof (RFC 9449 §9): the refusal of a request without one has it. */
async function nonceOf(gatewayUrl: string, headers: Readonly<Record<string, string>>): Promise<string | undefined> {
  const answer = await fetch(gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"query":"{ __typename }"}',
    signal: AbortSignal.timeout(30_000),
  });
  return answer.headers.get('dpop-nonce') ?? undefined;
}

/** A proof that the key of a token is at hand, for one request (RFC 9449 §4.2). */
async function prove({ publicKey, privateKey }: Keys, htu: string, token: string, nonce: string | undefined): Promise<string> {
  return new SignJWT({ htm: 'POST', htu, ath: hash('sha256', token, 'base64url'), ...(nonce !== undefined && { nonce }) })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(publicKey) })
    .setJti(randomUUID())
    .setIssuedAt()
    .sign(privateKey);
}
