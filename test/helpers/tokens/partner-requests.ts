import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { cast, matters } from '../../../demo/personas.ts';
import { mandateType } from '../../../src/identity/partners/details/mandate-details.ts';
import { audience, type IdentityTown } from '../identity/identity-town.ts';
import { openPartner } from './partner-app.ts';
import { newClientKeys, signProof, type ClientKeys, type ProofChanges } from './sign-proof.ts';

type Claims = Readonly<Record<string, unknown>>;

/** An answer of the token endpoint. */
export interface Obtained {
  readonly status: number;
  readonly error: string | undefined;
  /** `error_description` (RFC 6749 §5.2). */
  readonly description: string | undefined;
  readonly token: string | undefined;
}

/** Members of a request for a token. */
export type TokenForm = Readonly<Record<string, string | readonly string[]>>;

/** A partner's client whose requests are signed by hand, so that each part can be wrong. */
export interface PartnerRequests {
  readonly clientId: string;
  readonly registered: ClientKeys;
  /** The key that tokens are bound to. */
  readonly bound: ClientKeys;
  /** The claims of an assertion. */
  claims(changes?: Claims): Claims;
  /** An assertion of the client (RFC 7523), with changes. */
  assertion(changes?: Claims, header?: Claims, by?: KeyObject): Promise<string>;
  /** A proof of possession for the token endpoint, with changes. */
  proof(changes?: ProofChanges): Promise<string>;
  /**
   * Asks for a token for the court order.
   * @param form members that are sent in place of the usual ones; a list is sent as that many members
   * @param proof undefined: none
   * @param at the gateway whose token endpoint is asked
   */
  obtain(assertion: string, form?: TokenForm, proof?: ProofChanges | string | null, at?: IdentityTown['one']): Promise<Obtained>;
}

/** An authorization detail for the court order. */
export const courtOrder = { type: mandateType, mandate: matters.courtOrder, actions: ['read'], purpose: 'LEGAL_DEMAND' };

/** Registers a client of a partner, with a key of its own. */
export async function openPartnerRequests(town: IdentityTown, partnerId: string): Promise<PartnerRequests> {
  const registered = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const bound = newClientKeys();
  const { clientId } = await openPartner(town, { partnerId });
  const keys = [{ ...registered.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256' }];
  await town.one.database.asOwner('update identity.registration set jwks = $2 where id = $1', [clientId, JSON.stringify({ keys })]);
  let nonce: string | undefined;

  const claims: PartnerRequests['claims'] = (changes = {}) => {
    const now = Math.floor(Date.now() / 1_000);
    return { iss: clientId, sub: clientId, aud: town.issuer, jti: randomUUID(), iat: now, exp: now + 60, ...changes };
  };
  const proof: PartnerRequests['proof'] = (changes = {}) =>
    signProof(bound, { url: `${town.issuer}/token`, token: '', nonce }, { ...changes, claims: { ath: undefined, ...changes.claims } });
  const requests: PartnerRequests = {
    clientId,
    registered,
    bound,
    claims,
    proof,
    assertion: (changes = {}, header = {}, by = registered.privateKey) =>
      new SignJWT({ ...claims(changes) }).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(by),
    obtain: async (assertion, form = {}, given = {}, at = town.one) => {
      const sent = typeof given === 'object' && given !== null ? await proof(given) : given;
      const response = await fetch(`${new URL(at.url).origin}/oidc/token`, {
        method: 'POST',
        headers: sent === null ? {} : { dpop: sent },
        body: membersOf({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
          resource: audience,
          authorization_details: JSON.stringify([courtOrder]),
          ...form,
        }),
      });
      nonce = response.headers.get('dpop-nonce') ?? nonce;
      const body = (await response.json()) as { error?: string; error_description?: string; access_token?: string };
      return { status: response.status, error: body.error, description: body.error_description, token: body.access_token };
    },
  };
  // The first request is answered with a nonce alone.
  await requests.obtain(await requests.assertion());
  return requests;
}

function membersOf(form: TokenForm): URLSearchParams {
  const members = new URLSearchParams();
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) members.append(name, value);
  return members;
}

/** How many entries say that a partner's client was refused a token. */
export async function refusalsOf(town: IdentityTown, clientId: string): Promise<number> {
  const [found] = await town.one.database.asOwner<{ count: number }>(
    `select count(*)::int as count
     from (select principal_id, template_id from access_log.staged union all select principal_id, template_id from access_log.entry) stored
     join access_log.template on template.id = stored.template_id
     where principal_id = $1 and template.text::json ->> 'outcome' = 'REFUSED' and template.text::json -> 'rootFields' ->> 0 = 'refuse-token'
       and template.text::json -> 'rootFields' ->> 1 = $2`,
    [cast.police, clientId],
  );
  return found!.count;
}
