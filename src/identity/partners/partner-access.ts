import type { DataCategory } from '../../engine/register.ts';
import type { MandateDetails } from './details/mandate-details.ts';
import type { GrantedDetails } from './details/enrich-details.ts';

/** A JSON Web Key Set (RFC 7517) of public keys. */
export interface KeySet {
  readonly keys: readonly { readonly kid: string }[];
}

/** A partner's client that may obtain tokens. */
export interface RegisteredClient {
  readonly id: string;
  readonly partnerId: string;
  readonly name: string;
  readonly role: string;
  /** JSON Web Key Set of the public keys that are trusted now; null: at `jwksUri`. */
  readonly jwks: KeySet | null;
  readonly jwksUri: string | null;
  /** The ids of keys that are never trusted, regardless of their source. */
  readonly withdrawnKeys: readonly string[];
  /** Null: every category. */
  readonly categories: readonly DataCategory[] | null;
}

/** The grant to a client, or the reason of the refusal: a sentence for `error_description` that repeats nothing that was sent. */
export type Granted =
  | { readonly kind: 'granted'; readonly details: GrantedDetails }
  | { readonly kind: 'refused'; readonly problem: string };

/** The operations on partners’ registrations and mandates that the authorization server needs. */
export interface PartnerAccess {
  /** @returns undefined for a client that is unknown, not approved, suspended or ended, and if the access of its partner has ended */
  find(clientId: string): Promise<RegisteredClient | undefined>;
  /** @param given the parameter `authorization_details` as JSON value */
  grant(clientId: string, given: unknown): Promise<Granted>;
  /** Reads details as they were granted. @throws Error if they are not what is granted */
  parseGranted(granted: unknown): MandateDetails;
}
