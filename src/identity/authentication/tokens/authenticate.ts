import { hash } from 'node:crypto';
import { decodeJwt, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { clockSkew } from '../../../engine/policy/decision/enter.ts';
import type { Pseudonyms } from '../../../engine/rows/pseudonyms.ts';
import type { ClaimsReader } from './claims.ts';
import { KnownTokens, type VerifiedToken } from './known-tokens.ts';
import type { Principal } from '../../../engine/purpose/principal.ts';
import { isOpaque, readOpaque, type PartnerTokens } from './partner-tokens.ts';
import type { Proofs } from '../proofs/proofs.ts';
import { RefusedToken, refusedToken, type TokenProblem } from './refused-token.ts';
import type { Trust } from './trust.ts';

/** Accepted signature algorithms: asymmetric ones only, so neither `none` nor a public key used as a secret. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];

/** The requirements for accepting a token. */
export interface AcceptedTokens {
  readonly trust: Trust;
  readonly audience: string;
  /** The most seconds from `iat` to `exp`. */
  readonly tokenMaxLifetime: number;
  readonly claims: ClaimsReader;
  /** A caller without a token. */
  readonly anonymous: Principal;
  /** Recognises the data subjects that a partner's token names. */
  readonly pseudonyms: Pseudonyms;
  /** The embedded authorization server. Its tokens name their grant, which can be withdrawn. */
  readonly ownIssuer?: { readonly issuer: string; readonly keys: JWTVerifyGetKey } | undefined;
  /** Finds the tokens of partners; undefined: there is no embedded authorization server. */
  readonly partnerTokens?: PartnerTokens | undefined;
  /** The check of proofs of possession; undefined: no token that is bound to a key is accepted. */
  readonly proofs?: Proofs | undefined;
  /** Called with why each refused token was refused, for the operator. */
  readonly reportRefused?: ((problem: TokenProblem) => void) | undefined;
}

/** The proof of possession of a request (RFC 9449). */
export interface Presented {
  /** The header `DPoP`. */
  readonly proof: string | readonly string[] | undefined;
  readonly method: string;
}

/**
 * Authenticates the principal (stage "authenticate"). Without a token it is anonymous; an invalid token is an error, never
 * anonymous.
 * @param authorization the Authorization header (RFC 6750, RFC 9449)
 * @param now the instant that the token's times are compared with
 * @param known tokens that were accepted before
 * @throws PrivacyError TOKEN_INVALID; TOKEN_LIFETIME_TOO_LONG if it is valid for longer than the setting allows;
 *   ISSUER_KEYS_UNAVAILABLE if it cannot be verified now; DPOP_PROOF_INVALID or DPOP_NONCE_REQUIRED for a token that is bound to a key
 */
export async function authenticate(
  authorization: string | undefined,
  accepted: AcceptedTokens,
  now: Date,
  known: KnownTokens = new KnownTokens(),
  { proof, method }: Presented = { proof: undefined, method: 'POST' },
): Promise<Principal> {
  if (authorization === undefined) return accepted.anonymous;
  try {
    return await authenticateToken(authorization, accepted, now, known, { proof, method });
  } catch (error) {
    if (error instanceof RefusedToken) accepted.reportRefused?.(error.problem);
    throw error;
  }
}

async function authenticateToken(
  authorization: string,
  accepted: AcceptedTokens,
  now: Date,
  known: KnownTokens,
  { proof, method }: Presented,
): Promise<Principal> {
  const [, scheme = '', token] = /^(Bearer|DPoP) +([\w.~+/-]+=*) *$/i.exec(authorization) ?? [];
  if (token === undefined) throw new RefusedToken('TOKEN_UNREADABLE');
  const ath = hash('sha256', token, 'base64url');
  const tokens = accepted.partnerTokens;
  const { principal, jkt } =
    tokens && isOpaque(token)
      ? await readOpaque(token, { ...accepted, tokens }, now)
      : (known.get(ath, now) ?? (await verifyAndKeep(token, ath, accepted, now, known)));
  // A stolen token that is bound to a key must not work as a bearer token (RFC 9449, section 7.2).
  if ((jkt !== undefined) !== (scheme.toLowerCase() === 'dpop')) throw new RefusedToken('TOKEN_SCHEME');
  if (jkt === undefined) return principal;
  if (!accepted.proofs) throw new RefusedToken('TOKEN_CLAIM', { claim: 'cnf' });
  return { ...principal, proof: await accepted.proofs.check({ proof, ath, jkt, method, now }) };
}

/** @throws PrivacyError TOKEN_INVALID, TOKEN_LIFETIME_TOO_LONG, ISSUER_KEYS_UNAVAILABLE */
async function verifyAndKeep(
  token: string,
  ath: string,
  { trust, audience, tokenMaxLifetime, claims, ownIssuer }: AcceptedTokens,
  now: Date,
  known: KnownTokens,
): Promise<VerifiedToken> {
  try {
    // The unverified issuer only selects the keys; jwtVerify then checks it.
    const issuer = decodeJwt(token).iss ?? '';
    const keys = issuer === ownIssuer?.issuer ? ownIssuer.keys : trust.get(issuer);
    if (!keys) throw new RefusedToken('TOKEN_ISSUER_UNKNOWN');
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      typ: 'at+jwt',
      currentDate: now,
      clockTolerance: clockSkew,
      requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id'],
    });
    const { sub, roles, scope, case: caseId, iat, acr, auth_time: authTime, ...own } = claims.parse(payload);
    // A token from the future would be valid for longer than its lifetime says, and a proof from the future fresh for longer.
    if (Math.max(iat, authTime ?? iat) > now.getTime() / 1_000 + clockSkew) throw new RefusedToken('TOKEN_FROM_THE_FUTURE');
    if (payload.exp! - iat > tokenMaxLifetime) throw new RefusedToken('TOKEN_LIFETIME_TOO_LONG', { code: 'TOKEN_LIFETIME_TOO_LONG' });
    const principal: Principal = Object.freeze({
      id: sub.toLowerCase(),
      role: roles[0],
      partner: false,
      tokenPurposes: claims.purposesIn(scope),
      authorityId: undefined,
      caseId: caseId?.toLowerCase(),
      credential: issuer === ownIssuer?.issuer ? credentialOf(own.account, own.grant_id, protectedHeader.kid) : undefined,
      assurance: { acr, provenAt: authTime === undefined ? undefined : new Date(authTime * 1_000) },
    });
    const verified: VerifiedToken = { principal, jkt: own.cnf?.jkt, notBefore: payload.nbf, expires: payload.exp! };
    known.keep(ath, verified, now);
    return verified;
  } catch (error) {
    throw error instanceof PrivacyError ? error : refusedToken(error);
  }
}

/**
 * The dependencies of a token of the embedded authorization server. The digest is that of identity/server/tokens/seal.ts.
 * @throws PrivacyError TOKEN_INVALID if it names none: it could not be withdrawn
 */
function credentialOf(account: string | undefined, grantId: string | undefined, key: string | undefined): Principal['credential'] {
  if (account === undefined) throw new RefusedToken('TOKEN_CLAIM', { claim: 'account' });
  if (grantId === undefined) throw new RefusedToken('TOKEN_CLAIM', { claim: 'grant_id' });
  if (key === undefined) throw new RefusedToken('TOKEN_CLAIM', { claim: 'kid' });
  return { account, grant: hash('sha256', `Grant:${grantId}`, 'buffer'), key };
}
