import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { DataCategory, Role } from '../../../engine/register.ts';

/** A partner’s token, with the registration of its client as it is now, whether or not it is in force. */
export interface PartnerToken {
  readonly clientId: string;
  /** The id of the key by which the client proved itself; null: it is not known, so the token is worth nothing. */
  readonly clientKey: string | null;
  readonly partnerId: string;
  readonly role: Role;
  /** Null: every category. */
  readonly registered: readonly DataCategory[] | null;
  /** The thumbprint of the key that it is bound to. */
  readonly jkt: string | null;
  readonly audience: string | null;
  /** The authorization details that were granted. */
  readonly details: unknown;
  /** Seconds since the epoch. */
  readonly expires: number;
}

/**
 * Reads a partner’s token and the registration of its client; undefined if either is unknown. Whether the registration is in force is asked
 * when the entry is stored (access-in-force.ts), so that an attempt after its end is recorded.
 */
export async function readPartnerToken(database: Database, digest: Buffer): Promise<PartnerToken | undefined> {
  const { rows } = await sql<PartnerToken>`
    select client.id as "clientId", token.client_key as "clientKey", client.partner_id as "partnerId", partner.role, client.categories as registered, token.jkt,
      token.audience, token.details, extract(epoch from token.expires_at)::float8 as expires
    from identity.partner_token token join identity.registration client on client.id::text = token.client_id
    join recreation.partner partner on partner.id = client.partner_id
    where token.id = ${digest}`.execute(database);
  return rows[0];
}
