import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Config } from '../config.ts';
import { PrivacyError } from '../errors.ts';
import { developmentIssuer, developmentKeys } from '../../demo/development-issuer.ts';

/** The keys of each issuer whose tokens are believed. */
export type Trust = ReadonlyMap<string, JWTVerifyGetKey>;

/**
 * Reads the trusted issuers' keys: by address (fetched when first needed, then cached) or from a file.
 * The development issuer is trusted outside production.
 * @throws PrivacyError SETTING_INVALID where a file is no JSON Web Key Set (RFC 7517)
 */
export async function openTrust(config: Config): Promise<Trust> {
  const trust = new Map<string, JWTVerifyGetKey>();
  for (const { issuer, jwks } of config.trustedIssuers) trust.set(issuer, keysAt(jwks));
  if (!config.production) trust.set(developmentIssuer, createLocalJWKSet(await developmentKeys(config)));
  return trust;
}

function keysAt(place: string): JWTVerifyGetKey {
  if (/^https?:\/\//.test(place)) return createRemoteJWKSet(new URL(place), { timeoutDuration: 3_000 });
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(place, 'utf8')) as JSONWebKeySet);
  } catch {
    throw new PrivacyError('SETTING_INVALID', { problems: ['TRUSTED_ISSUERS: a jwks file cannot be read as a JSON Web Key Set'] });
  }
}
