import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { PartnerAccess } from '../../partners/partner-access.ts';
import { formProblem, keyWithdrawn } from './assertion-problem.ts';

/** The assertions by which the clients of partners prove who they are (RFC 7523). */
export interface ClientAssertions {
  /**
   * Checks an assertion whose signature was verified.
   * @throws InvalidClientAuth if its form is wrong (`formProblem`), or it does not name its key, or that was withdrawn
   */
  check(context: KoaContextWithOIDC, header: { readonly kid?: unknown }): Promise<void>;
  /** Whether a request has proved who its client is. */
  isVerified(context: KoaContextWithOIDC): boolean;
  /** The id of the key that signed the assertion of a request. @throws Error if there was none: no token is issued then */
  keyOf(context: KoaContextWithOIDC): string;
}

export function createClientAssertions(partners: PartnerAccess): ClientAssertions {
  const keys = new WeakMap<KoaContextWithOIDC, string>();
  return {
    async check(context, { kid }) {
      // oidc-provider takes more than is right: another audience, and an assertion that lasts for a year.
      if (assertionFormProblem(context)) throw new errors.InvalidClientAuth('the form is wrong');
      const client = await partners.find(context.oidc.client?.clientId ?? '');
      if (typeof kid !== 'string' || !client || client.withdrawnKeys.includes(kid)) throw new errors.InvalidClientAuth(keyWithdrawn);
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

/** The problem of the form of a request's assertion, if it has one. */
export function assertionFormProblem({ oidc }: KoaContextWithOIDC): ReturnType<typeof formProblem> {
  const { client_assertion: assertion, client_id: clientId } = oidc.params ?? {};
  return typeof assertion === 'string' ? formProblem(assertion, oidc.issuer, clientId, Date.now() / 1_000) : undefined;
}
