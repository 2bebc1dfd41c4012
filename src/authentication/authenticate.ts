import { jwtVerify, decodeJwt } from 'jose';
import { PrivacyError } from '../errors.ts';
import { partnerOf } from '../partners.ts';
import { claims, purposesIn } from './claims.ts';
import { KnownTokens } from './known-tokens.ts';
import { anonymous, type Principal } from './principal.ts';
import type { Trust } from './trust.ts';

/** Accepted signature algorithms: asymmetric ones only, so neither `none` nor a public key used as a secret. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];

/**
 * Authenticates the principal (stage "authenticate"). Without a token it is anonymous; an invalid token is an error, never
 * anonymous.
 * @param authorization the Authorization header (RFC 6750)
 * @param now the instant that the token's times are compared with
 * @param known tokens that were verified with that trust for that audience
 * @throws PrivacyError TOKEN_INVALID
 */
export async function authenticate(
  authorization: string | undefined,
  trust: Trust,
  audience: string,
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
    const { sub, roles, scope, mandate, case: caseId } = claims.parse(payload);
    const [role] = roles;
    const principal: Principal = Object.freeze({
      id: sub.toLowerCase(),
      role,
      partner: partnerOf(role) !== undefined,
      tokenPurposes: purposesIn(scope),
      mandateId: mandate?.toLowerCase(),
      caseId: caseId?.toLowerCase(),
    });
    known.keep(token, { principal, notBefore: payload.nbf, expires: payload.exp! });
    return principal;
  } catch {
    // The caller learns only that the token is invalid: the messages of jose quote claims.
    throw new PrivacyError('TOKEN_INVALID');
  }
}
