import { jwtVerify, decodeJwt } from 'jose';
import { PrivacyError } from '../errors.ts';
import { partnerOf } from '../partners.ts';
import type { Pseudonyms } from '../records/pseudonyms.ts';
import { claims, purposesIn } from './claims.ts';
import { KnownTokens } from './known-tokens.ts';
import { limitsOf } from './limits-of.ts';
import { anonymous, type Principal } from './principal.ts';
import type { Trust } from './trust.ts';

/** Accepted signature algorithms: asymmetric ones only, so neither `none` nor a public key used as a secret. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];

/** The seconds by which an issuer's clock may be ahead of the gateway's. */
const issuerAhead = 60;

/** What a token must have to be accepted. */
export interface AcceptedTokens {
  readonly trust: Trust;
  readonly audience: string;
  /** The most seconds from `iat` to `exp`. */
  readonly tokenMaxLifetime: number;
  /** Recognises the data subjects that a partner's token names. */
  readonly pseudonyms: Pseudonyms;
}

/**
 * Authenticates the principal (stage "authenticate"). Without a token it is anonymous; an invalid token is an error, never
 * anonymous.
 * @param authorization the Authorization header (RFC 6750)
 * @param now the instant that the token's times are compared with
 * @param known tokens that were accepted before
 * @throws PrivacyError TOKEN_INVALID; TOKEN_LIFETIME_TOO_LONG if it is valid for longer than the setting allows;
 *   ISSUER_KEYS_UNAVAILABLE if it cannot be verified now
 */
export async function authenticate(
  authorization: string | undefined,
  { trust, audience, tokenMaxLifetime, pseudonyms }: AcceptedTokens,
  now: Date,
  known: KnownTokens = new KnownTokens(),
): Promise<Principal> {
  if (authorization === undefined) return anonymous;
  const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
  if (token === undefined) throw new PrivacyError('TOKEN_INVALID');
  const verified = known.get(token, now);
  if (verified) return verified;
  try {
    // The unverified issuer only selects the keys; jwtVerify then checks it.
    const issuer = decodeJwt(token).iss ?? '';
    const keys = trust.get(issuer);
    if (!keys) throw new PrivacyError('TOKEN_INVALID');
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      typ: 'at+jwt',
      currentDate: now,
      requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id'],
    });
    const { sub, roles, scope, authorization_details: details, case: caseId, iat } = claims.parse(payload);
    // A token from the future would be valid for longer than its lifetime says.
    if (iat > now.getTime() / 1_000 + issuerAhead) throw new PrivacyError('TOKEN_INVALID');
    if (payload.exp! - iat > tokenMaxLifetime) throw new PrivacyError('TOKEN_LIFETIME_TOO_LONG');
    const [role] = roles;
    const id = sub.toLowerCase();
    const principal: Principal = Object.freeze({
      id,
      role,
      partner: partnerOf(role) !== undefined,
      tokenPurposes: purposesIn(scope).filter((purpose) => details === undefined || purpose === details.purpose),
      mandateId: details?.mandate,
      caseId: caseId?.toLowerCase(),
      limits: details && limitsOf(details, (pseudonym) => pseudonyms.recognise(id, pseudonym)),
    });
    known.keep(token, { principal, notBefore: payload.nbf, expires: payload.exp! });
    return principal;
  } catch (error) {
    // The caller learns no more: the messages of jose quote claims.
    throw error instanceof PrivacyError ? error : new PrivacyError('TOKEN_INVALID');
  }
}
