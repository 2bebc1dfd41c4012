import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Config } from '../../../platform/settings/config.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { fetchKeys } from './fetch-keys.ts';

/** The keys of each trusted issuer, by the issuer's name (the token's `iss`). */
export type Trust = ReadonlyMap<string, JWTVerifyGetKey>;

/**
 * Opens the keys of the trusted issuers. Keys at an address are fetched at first use and then cached; keys in a file are read now.
 * @param reportFailure called with the error of each attempt to fetch keys that failed
 * @throws PrivacyError SETTING_INVALID if a file is not a JSON Web Key Set (RFC 7517)
 */
export function openTrust(
  { trustedIssuers }: Pick<Config, 'trustedIssuers'>,
  reportFailure: (error: unknown) => void = () => undefined,
): Trust {
  return new Map(trustedIssuers.map(({ issuer, jwks }) => [issuer, keysAt(jwks, reportFailure)]));
}

/** Milliseconds that fetched keys are kept; see `KnownTokens`. */
const keysKept = 300_000;

/** Keys at an address. */
export interface RemoteKeys {
  /** Fetches the keys unless they are current. @throws if they cannot be fetched */
  refresh(): Promise<void>;
}

/** @param location an http or https address, or a file's path */
function keysAt(location: string, reportFailure: (error: unknown) => void): JWTVerifyGetKey {
  if (/^https?:\/\//.test(location))
    return reporting(
      createRemoteJWKSet(new URL(location), { timeoutDuration: 3_000, cacheMaxAge: keysKept, [customFetch]: fetchKeys }),
      reportFailure,
    );
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(location, 'utf8')) as JSONWebKeySet);
  } catch {
    throw new PrivacyError('SETTING_INVALID', { problems: ['TRUSTED_ISSUERS: a jwks file cannot be read as a JSON Web Key Set'] });
  }
}

/**
 * Tells keys that cannot be fetched from a bad token. A token that names a key which its issuer does not have is a bad token.
 * The key function throws PrivacyError ISSUER_KEYS_UNAVAILABLE.
 */
function reporting(getKey: ReturnType<typeof createRemoteJWKSet>, reportFailure: (error: unknown) => void): JWTVerifyGetKey & RemoteKeys {
  const reportingKey: JWTVerifyGetKey = async (header, token) => {
    try {
      return await getKey(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      reportFailure(error);
      throw Object.assign(new PrivacyError('ISSUER_KEYS_UNAVAILABLE'), { cause: error });
    }
  };
  const refresh = async (): Promise<void> => {
    if (!getKey.fresh) await getKey.reload();
  };
  return Object.assign(reportingKey, { refresh });
}
