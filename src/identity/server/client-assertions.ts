import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { clockSkew } from '../../policy/assurance.ts';
import type { PartnerAccess } from '../partners/partner-access.ts';

/** Of an assertion whose form was checked. */
interface AssertionClaims {
  readonly aud?: unknown;
  /** Seconds since the epoch, as `exp`. */
  readonly iat?: unknown;
  readonly exp?: unknown;
}

/** Why an assertion that its client signed is refused, where the clocks or the client's settings may be the cause. */
export type AssertionProblem =
  | 'ASSERTION_EXPIRED'
  | 'ASSERTION_NOT_YET_VALID'
  | 'ASSERTION_FROM_THE_FUTURE'
  | 'ASSERTION_LIFETIME_TOO_LONG';

/** The most seconds until an assertion ends. Its use is remembered for longer, so that it is accepted once (`SingleUses`). */
const longest = 600;

const [fromTheFuture, tooLong] = ['jwt issued in the future', 'jwt valid for too long'];
/** By the details of oidc-provider, which looks at the times once the signature is verified. */
const problems: ReadonlyMap<string | undefined, AssertionProblem> = new Map([
  ['jwt expired', 'ASSERTION_EXPIRED'],
  ['jwt not active yet', 'ASSERTION_NOT_YET_VALID'],
  [fromTheFuture, 'ASSERTION_FROM_THE_FUTURE'],
  [tooLong, 'ASSERTION_LIFETIME_TOO_LONG'],
]);

/** What the operator should know of a refusal; the client learns no more than that it was refused. */
export function assertionProblem({ error, error_detail: detail }: errors.OIDCProviderError): AssertionProblem | undefined {
  return error === 'invalid_client' ? problems.get(detail) : undefined;
}

/** The assertions by which the clients of partners prove who they are (RFC 7523). */
export interface ClientAssertions {
  /**
   * Checks an assertion whose signature was verified.
   * @throws InvalidClientAuth if it is not for this issuer alone, is from the future or valid for too long, does not name its key, or that was withdrawn
   */
  check(context: KoaContextWithOIDC, claims: AssertionClaims, header: { readonly kid?: unknown }): Promise<void>;
  /** Whether a request has proved who its client is. */
  isVerified(context: KoaContextWithOIDC): boolean;
  /** The id of the key that signed the assertion of a request. @throws Error if there was none: no token is issued then */
  keyOf(context: KoaContextWithOIDC): string;
}

export function createClientAssertions(partners: PartnerAccess): ClientAssertions {
  const keys = new WeakMap<KoaContextWithOIDC, string>();
  return {
    async check(context, { aud, iat, exp }, { kid }) {
      // oidc-provider also takes the address of the endpoint, or a list. Another server could then have had the assertion signed for itself
      // (FAPI 2.0 Security Profile, 5.3.2.1).
      if (aud !== context.oidc.issuer) throw new errors.InvalidClientAuth('not for this issuer alone');
      const latest = Date.now() / 1_000 + clockSkew;
      if (typeof iat === 'number' && iat > latest) throw new errors.InvalidClientAuth(fromTheFuture);
      if (typeof exp !== 'number' || exp > latest + longest) throw new errors.InvalidClientAuth(tooLong);
      const client = await partners.find(context.oidc.client?.clientId ?? '');
      if (typeof kid !== 'string' || !client || client.withdrawnKeys.includes(kid)) throw new errors.InvalidClientAuth('key withdrawn');
      keys.set(context, kid);
    },
    isVerified: (context) => keys.has(context),
    keyOf(context) {
      const key = keys.get(context);
      if (key === undefined) throw new Error('a token for a client that proved nothing');
      return key;
    },
  };
}
