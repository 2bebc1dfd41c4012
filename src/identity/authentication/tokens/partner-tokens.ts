import { sql, type Database, type Sql } from '../../../platform/sql/sql.ts';
import type { DataCategory, Role } from '../../../engine/register.ts';
import { hash } from 'node:crypto';
import type { DetailsForm } from '../../partners/details/parse-details.ts';
import { organisationFor, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Pseudonyms } from '../../../engine/rows/pseudonyms.ts';
import type { VerifiedToken } from './known-tokens.ts';
import { RefusedToken } from './refused-token.ts';
import type { MandateDetails } from '../../partners/details/mandate-details.ts';
import type { PrincipalLimits } from '../../../engine/purpose/principal.ts';

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
 * @param organisations a table with the columns `id` and `role`
 */
export async function readPartnerToken(database: Database, organisations: Sql, digest: Buffer): Promise<PartnerToken | undefined> {
  const { rows } = await sql<PartnerToken>`
    select client.id as "clientId", token.client_key as "clientKey", client.partner_id as "partnerId", partner.role, client.categories as registered, token.jkt,
      token.audience, token.details, extract(epoch from token.expires_at)::float8 as expires
    from identity.partner_token token join identity.registration client on client.id::text = token.client_id
    join ${organisations} partner on partner.id = client.partner_id
    where token.id = ${digest}`.execute(database);
  return rows[0];
}

/** The dependencies for reading partners’ tokens. */
export interface PartnerTokens {
  /** Finds a token by its digest, with the registration of its client as it is now. */
  find(digest: Buffer): Promise<PartnerToken | undefined>;
  readonly details: DetailsForm;
  readonly vocabulary: Pick<Vocabulary, 'roles'>;
}

/** A partner’s token has the form of an id of the authorization server, and never that of a JWT. */
export function isOpaque(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}

/**
 * Reads an opaque token. It is read at every request, so that what was withdrawn acts on the next one. The digest is that of
 * identity/server/tokens/seal.ts.
 * @throws PrivacyError TOKEN_INVALID; the error of PostgreSQL
 */
export async function readOpaque(
  token: string,
  { tokens, audience, pseudonyms }: { readonly tokens: PartnerTokens; readonly audience: string; readonly pseudonyms: Pseudonyms },
  now: Date,
): Promise<VerifiedToken> {
  const { details: form, vocabulary } = tokens;
  const digest = hash('sha256', `ClientCredentials:${token}`, 'buffer');
  const found = await tokens.find(digest);
  // A token that is not bound to a key is not a partner’s token.
  if (
    !found ||
    found.jkt === null ||
    found.audience !== audience ||
    found.expires * 1_000 <= now.getTime() ||
    vocabulary.roles[found.role]?.heldBy !== 'ORGANISATION'
  )
    throw new RefusedToken('TOKEN_UNKNOWN');
  const { partnerId: id, clientId, clientKey, registered, jkt, expires } = found;
  const details = found.details === null ? undefined : form.parseGranted(found.details);
  // The role that it was granted to. If the partner has another one now, the access of this one has ended.
  const role = (details && organisationFor(vocabulary, details.purpose)) ?? found.role;
  const limits = limitsOf(details ?? {}, (pseudonym) => pseudonyms.recognise(id, pseudonym), registered ? new Set(registered) : undefined);
  const principal = Object.freeze({
    id,
    role,
    partner: true,
    tokenPurposes: details ? [details.purpose] : [],
    authorityId: details?.mandate,
    caseId: undefined,
    limits,
    credential: { grant: digest, client: clientId, key: clientKey ?? undefined },
  });
  return { principal, jkt, notBefore: undefined, expires };
}

/**
 * The limits that authorization details set. Pure.
 * @param recognise the data subject whom the partner knows by this id. Any other id means no one.
 * @param registered the categories that the registration allows; undefined: all
 * @returns undefined if they set none
 */
function limitsOf(
  { categories, fields, subjects }: Pick<MandateDetails, 'categories' | 'fields' | 'subjects'>,
  recognise: (subject: string) => string | undefined,
  registered?: ReadonlySet<DataCategory>,
): PrincipalLimits | undefined {
  if (!categories && !fields && !subjects && !registered) return undefined;
  return {
    registered,
    categories: categories && new Set(categories),
    coordinates: fields && new Set(fields),
    subjects: subjects && new Set(subjects.map(recognise).filter((id) => id !== undefined)),
  };
}
