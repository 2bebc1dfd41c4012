import { errors, type Adapter, type AdapterPayload, type AuthorizationDetail, type KoaContextWithOIDC } from 'oidc-provider';
import { mandateType } from '../../partners/details/mandate-details.ts';
import type { GrantedDetails } from '../../partners/details/enrich-details.ts';
import type { PartnerAccess, RegisteredClient } from '../../partners/partner-access.ts';

/** Seconds that a partner’s token is valid. */
export const partnerTokenLifetime = 300;

/** Milliseconds for which the keys at an address are kept, like those of trusted issuers. */
const keysKept = 300_000;

/** The parameter (RFC 9396 §2). */
const name = 'authorization_details';

/** Finds the clients of partners in their registrations. Nothing is stored by it. */
export class PartnerClients implements Adapter {
  readonly #partners: PartnerAccess;

  constructor(partners: PartnerAccess) {
    this.#partners = partners;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = await this.#partners.find(id);
    return found && (metadataOf(found) as AdapterPayload);
  }

  upsert = refuse;
  findByUid = refuse;
  findByUserCode = refuse;
  consume = refuse;
  destroy = refuse;
  revokeByGrantId = refuse;
}

/** @throws Error always: clients are registered by officers */
async function refuse(): Promise<never> {
  throw new Error('a registration is not written by the authorization server');
}

function metadataOf({ id, name: clientName, jwks, jwksUri }: RegisteredClient): object {
  return {
    client_id: id,
    client_name: clientName,
    redirect_uris: [],
    response_types: [],
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'private_key_jwt',
    dpop_bound_access_tokens: true,
    authorization_details_types: [mandateType],
    // oidc-provider fetches keys again only if no cached key matches, so a key that the partner removed would be
    // trusted for ever. Under another fragment, which no server is sent, it knows none yet.
    ...(jwks ? { jwks } : { jwks_uri: `${jwksUri}#${Math.floor(Date.now() / keysKept)}` }),
  };
}

/** Rich authorization requests (RFC 9396): of partners alone, of one type, and with client credentials. */
export function partnerFeatures(partners: PartnerAccess) {
  const granted = async (context: KoaContextWithOIDC): Promise<GrantedDetails> => {
    const answer = await partners.grant(context.oidc.client?.clientId ?? '', detailsOf(context));
    if (answer.kind === 'refused') throw new errors.InvalidAuthorizationDetails(answer.problem);
    return answer.details;
  };
  return {
    clientCredentials: { enabled: true as const },
    richAuthorizationRequests: {
      enabled: true as const,
      types: { [mandateType]: { validate: async (context: KoaContextWithOIDC) => void (await granted(context)) } },
      authorizationDetailsForGrantSource: (): never => {
        throw new errors.InvalidAuthorizationDetails('only with client credentials');
      },
      authorizationDetailsForAccessToken: async (context: KoaContextWithOIDC, _token: unknown, _source: unknown, grantType: string) => {
        if (grantType !== 'client_credentials') throw new errors.InvalidAuthorizationDetails('only with client credentials');
        return [{ ...(await granted(context)) }];
      },
      authorizationDetailsForIntrospection: (_context: KoaContextWithOIDC, token: { readonly rar?: AuthorizationDetail[] | undefined }) =>
        token.rar ?? [],
    },
  };
}

/**
 * Refuses a token for an empty list of details: oidc-provider takes it for none, and would issue a token that reads nothing.
 * @throws InvalidAuthorizationDetails
 */
export function refuseEmptyDetails({ oidc: { body, params } }: KoaContextWithOIDC): void {
  const isGiven = body !== undefined && Object.hasOwn(body, name);
  if (isGiven && params?.[name] === undefined) throw new errors.InvalidAuthorizationDetails('exactly one authorization detail is needed');
}

/** oidc-provider has parsed it already. */
function detailsOf(context: KoaContextWithOIDC): unknown {
  const given = context.oidc.params?.[name];
  return typeof given === 'string' ? JSON.parse(given) : undefined;
}
