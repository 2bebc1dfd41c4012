import { jwtVerify, decodeJwt } from 'jose';
import { PrivacyError } from '../errors.ts';
import { partnerOf } from '../partners.ts';
import { claims, purposesIn } from './claims.ts';
import { KnownTokens } from './known-tokens.ts';
import { anonymous, type Principal } from './principal.ts';
import type { Trust } from './trust.ts';

/** Signature algorithms that are believed: asymmetric ones only, so that no `none` and no public key as a secret. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];

/**
 * Says who asks (stage 1). No token is nobody; a token that does not hold is an error, never nobody.
 * @param authorization the Authorization header (RFC 6750)
 * @param now the instant against which the token's times are checked
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
    // The issuer is read unverified only to choose the keys; jwtVerify then holds the token to it.
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
    // Whatever was wrong, the caller learns no more than that: and jose's words quote claims.
    throw new PrivacyError('TOKEN_INVALID');
  }
}
