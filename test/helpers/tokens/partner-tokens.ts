import { hash, randomBytes, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { cast, type Persona } from '../../../demo/personas.ts';
import { mandateType } from '../../../src/identity/partners/details/mandate-details.ts';
import type { DataCategory, Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import type { QueryResultRow } from 'pg';
import { newClientKeys, signProof } from './sign-proof.ts';

/** The addresses of gateways without sign-ins: they accept only the tokens of partners. */
export const ownAddresses = { issuer: 'https://gateway.example/oidc', gatewayUrl: 'https://gateway.example/graphql' } as const;

/** The key that the tokens of partners are bound to. */
const keys = newClientKeys();
const thumbprint = calculateJwkThumbprint(keys.publicKey.export({ format: 'jwk' }));

/** Runs a statement as the owner. */
export type AsOwner = (text: string, values?: readonly unknown[]) => Promise<readonly QueryResultRow[]>;

/** The parts of a partner's token. */
export interface PartnerTokenRequest {
  readonly partnerId: string;
  readonly purpose: Purpose;
  readonly audience: string;
  /** Undefined: the token has no authorization details. */
  readonly mandate: string | undefined;
  /** The limits in them besides mandate and purpose. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly clientId?: string | undefined;
  readonly now: Date;
  /** Seconds. */
  readonly lifetime?: number | undefined;
}

/** The client of a partner in tests. */
export function clientOf(partnerId: string): string {
  return `c${partnerId.slice(1)}`;
}

/** Stores the registration of a client, as two officers do. An id that is known stays as it is. */
export async function storeClient(
  asOwner: AsOwner,
  partnerId: string,
  { id = clientOf(partnerId), categories }: { readonly id?: string; readonly categories?: readonly DataCategory[] } = {},
): Promise<string> {
  await asOwner(
    `insert into identity.registration (id, partner_id, name, contact, jwks, categories, recorded_by, recorded_at, approved_by, approved_at)
     values ($1, $2, 'A system', 'Operations desk', '{"keys": []}', $3, $4, '2026-01-01T00:00:00Z', $5, '2026-01-02T00:00:00Z')
     on conflict (id) do nothing`,
    [id, partnerId, categories ?? null, cast.privacyOfficer, cast.privacyOfficer2],
  );
  return id;
}

/** Stores a new token as the authorization server does, bound to the key of `prove`, for a registered client. */
export async function issuePartnerToken(
  asOwner: AsOwner,
  { partnerId, purpose, audience, mandate, details, clientId = clientOf(partnerId), now, lifetime = 300 }: PartnerTokenRequest,
  token = randomBytes(32).toString('base64url'),
): Promise<string> {
  const detail = { type: mandateType, mandate, actions: ['read'], purpose, ...details };
  const bound = { jkt: await thumbprint, extra: { client_key: 'one' } };
  const payload = { clientId, ...bound, aud: audience, ...(mandate !== undefined && { rar: [detail] }) };
  await asOwner(`insert into identity.artifact (id, model, payload, expires_at) values ($1, 'ClientCredentials', $2, $3)`, [
    hash('sha256', `ClientCredentials:${token}`, 'buffer'),
    JSON.stringify(payload),
    new Date(now.getTime() + lifetime * 1_000),
  ]);
  return token;
}

/** The options of a test for the token of a partner's persona. */
interface AskedToken extends Pick<PartnerTokenRequest, 'details' | 'now' | 'lifetime'> {
  /** Empty: no authorization details. */
  readonly mandate: string | undefined;
  /** The categories that the registration of its client allows; undefined: all. */
  readonly registered: readonly DataCategory[] | undefined;
}

/** Issues a token to the persona of a partner; with limits of a registration, to a client of its own. */
export async function tokenOfPartner(
  asOwner: AsOwner,
  { principal, purposes }: Persona,
  audience: string,
  { mandate, registered, ...asked }: AskedToken,
): Promise<string> {
  const clientId = registered && (await storeClient(asOwner, principal, { id: randomUUID(), categories: registered }));
  const under = { partnerId: principal, purpose: purposes[0]!, audience, mandate: mandate || undefined, clientId };
  return issuePartnerToken(asOwner, { ...under, ...asked });
}

/** Proves possession of that key, for a request of now. */
export function prove(token: string, at: { readonly url: string; readonly nonce: string; readonly now: Date }): Promise<string> {
  return signProof(keys, { ...at, token }, { claims: { iat: Math.floor(at.now.getTime() / 1_000) } });
}

/** Adds the proof that a request with a bound token needs, unless it has one. */
export async function addProof(headers: Headers, url: string, nonce: string, now: Date): Promise<void> {
  const [, token] = /^DPoP (\S+)$/.exec(headers.get('authorization') ?? '') ?? [];
  if (token === undefined || headers.has('dpop')) return;
  headers.set('dpop', await prove(token, { url, nonce, now }));
}
