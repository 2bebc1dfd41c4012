import { randomUUID, createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, exportPKCS8, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';
import type { Config } from '../src/config.ts';
import { makeFile } from '../src/database/secrets.ts';
import { PrivacyError } from '../src/errors.ts';
import type { Purpose, Role } from '../src/generated/schema.ts';
import { scopeFor } from '../src/authentication/claims.ts';
import { mandateType, type MandateDetails } from '../src/authorization-details/mandate-details.ts';
import { partnerOf } from '../src/partners.ts';
import { passkeyAcr } from '../src/policy/assurance.ts';

/** The issuer of tokens for the demo's personas. Its private key never leaves the data directory. */
export const developmentIssuer = 'urn:need-to-know:development';

/** The claims of a development token; see `claims.ts`. */
export interface TokenRequest {
  readonly subject: string;
  readonly role: Role;
  readonly purposes: readonly Purpose[];
  /** For a partner: the mandate of the token's authorization details. */
  readonly mandate?: string | undefined;
  /** For a partner: what its authorization details name beside the mandate. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly case?: string | undefined;
  /** Seconds from `now`; default one hour. */
  readonly lifetime?: number;
  /** The time of issue. */
  readonly now: Date;
}

/** The public half of the development key. The first use makes the key. */
export async function developmentKeys(config: Config): Promise<JSONWebKeySet> {
  const { d: _private, ...key } = await exportJWK(await developmentKey(config));
  return { keys: [{ ...key, kid: 'development', alg: 'EdDSA', use: 'sig' }] };
}

/**
 * Signs an access token (RFC 9068) for a persona.
 * @throws PrivacyError DEVELOPMENT_ISSUER_REFUSED in production
 */
export async function issueToken(config: Config, request: TokenRequest): Promise<string> {
  const now = Math.floor(request.now.getTime() / 1000);
  return new SignJWT({
    client_id: 'development',
    roles: [request.role],
    scope: scopeFor(request.purposes),
    ...(request.mandate && { authorization_details: [{ ...detailsFor(request.role, request.mandate), ...request.details }] }),
    ...(request.case && { case: request.case }),
    ...(!partnerOf(request.role) && { acr: passkeyAcr, auth_time: now }),
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'development' })
    .setIssuer(developmentIssuer)
    .setAudience(config.audience)
    .setSubject(request.subject)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + (request.lifetime ?? 3_600))
    .sign(await developmentKey(config));
}

function detailsFor(role: Role, mandate: string): MandateDetails | Omit<MandateDetails, 'purpose'> {
  const purpose = partnerOf(role)?.purpose as MandateDetails['purpose'] | undefined;
  return { type: mandateType, mandate, actions: ['read'], ...(purpose && { purpose }) };
}

async function developmentKey(config: Config) {
  if (config.production) throw new PrivacyError('DEVELOPMENT_ISSUER_REFUSED');
  const folder = join(config.dataDirectory, 'secrets');
  const name = 'development-issuer.pem';
  const isMade = existsSync(join(folder, name));
  return createPrivateKey(isMade ? readFileSync(join(folder, name)) : makeFile(folder, name, await newKey()));
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return exportPKCS8(privateKey);
}
