import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { PartnerAccess } from '../partners/partner-access.ts';

/** The assertions by which the clients of partners prove who they are (RFC 7523). */
export interface ClientAssertions {
  /**
   * Checks an assertion whose signature was verified.
   * @throws InvalidClientAuth if it is not for this issuer alone, does not name its key, or that was withdrawn
   */
  check(context: KoaContextWithOIDC, claims: { readonly aud?: unknown }, header: { readonly kid?: unknown }): Promise<void>;
  /** Whether a request has proved who its client is. */
  isVerified(context: KoaContextWithOIDC): boolean;
  /** The id of the key that signed the assertion of a request. @throws Error if there was none: no token is issued then */
  keyOf(context: KoaContextWithOIDC): string;
}

export function createClientAssertions(partners: PartnerAccess): ClientAssertions {
  const keys = new WeakMap<KoaContextWithOIDC, string>();
  return {
    async check(context, { aud }, { kid }) {
      // oidc-provider also takes the address of the endpoint, or a list. Another server could then have had the assertion signed for itself
      // (FAPI 2.0 Security Profile, 5.3.2.1).
      if (aud !== context.oidc.issuer) throw new errors.InvalidClientAuth('not for this issuer alone');
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
