import type { DataCategory, Purpose } from '../../engine/register.ts';
import { checkGrant, type Grantable } from './details/check-grant.ts';
import { enrichDetails } from './details/enrich-details.ts';
import { organisationFor, type Organisation, type Vocabulary } from '../../engine/policy/declaration/vocabulary.ts';
import { createDetailsForm } from './details/parse-details.ts';
import { sql, type Database } from '../../platform/sql/sql.ts';
import type { Granted, KeySet, PartnerAccess, RegisteredClient } from './partner-access.ts';

/** The dependencies of partners’ access on the serving process. */
export interface PartnerNeeds {
  /** As the role that writes identities. */
  readonly database: Database;
  /** The id by which a partner knows a resident. */
  readonly disguise: (partnerId: string, residentId: string) => string;
  /** The category of an output field; undefined: it is not personal, or does not exist. */
  readonly categoryOf: (coordinate: string) => DataCategory | undefined;
  readonly vocabulary: Pick<Vocabulary, 'roles' | 'categories'>;
  readonly policyVersion: string;
  /** The permitted onward use of the data. */
  readonly notice: string;
  readonly now: () => Date;
}

interface Mandate {
  readonly kind: string;
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
  readonly reference: string;
  readonly issuer: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly revokedAt: Date | null;
  readonly approvals: number;
  readonly subjectIds: readonly string[];
}

/** The replaced keys, and the time until which they are trusted. */
interface FormerKeys {
  readonly formerJwks: KeySet | null;
  readonly formerUntil: Date | null;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Opens the access of partners: their registered clients, and what these can be granted. */
export function openPartnerAccess(needs: PartnerNeeds): PartnerAccess {
  const form = createDetailsForm(needs.vocabulary);
  const find: PartnerAccess['find'] = async (clientId) => {
    if (!uuid.test(clientId)) return undefined;
    const { rows } = await sql<RegisteredClient & FormerKeys>`
      select client.id, client.partner_id as "partnerId", client.name, client.role, client.jwks, client.jwks_uri as "jwksUri",
        client.categories, client.withdrawn_keys as "withdrawnKeys", client.former_jwks as "formerJwks", client.former_until as "formerUntil"
      from identity.client client where client.id = ${clientId}::uuid`.execute(needs.database);
    return rows[0] && { ...rows[0], jwks: believedKeys(rows[0], needs.now()) };
  };
  return {
    find,
    parseGranted: (granted) => form.parseGranted(granted),
    async grant(clientId, given): Promise<Granted> {
      const parsed = form.parse(given);
      if (parsed.kind === 'refused') return parsed;
      const { details } = parsed;
      const client = await find(clientId);
      const mandate = client && (await readMandate(needs.database, details.mandate, client.partnerId));
      const organisation = mandate && organisationOf(needs.vocabulary, mandate);
      const grantable = client && mandate && organisation && grantableOf(needs, client, mandate, organisation);
      const problem = checkGrant(details, grantable, needs.categoryOf);
      if (problem !== undefined || !organisation) return { kind: 'refused', problem: problem ?? 'the mandate is not in force' };
      const { budget } = organisation;
      return { kind: 'granted', details: enrichDetails(details, { ...mandate, ...needs, budget }) };
    },
  };
}

/** The uploaded keys and those that they replaced a short time ago, without the withdrawn ones. */
function believedKeys({ jwks, formerJwks, formerUntil, withdrawnKeys }: RegisteredClient & FormerKeys, now: Date): KeySet | null {
  if (!jwks) return null;
  const former = formerUntil && formerUntil > now ? (formerJwks?.keys ?? []) : [];
  const replaced = new Set(jwks.keys.map(({ kid }) => kid));
  const keys = [...jwks.keys, ...former.filter(({ kid }) => !replaced.has(kid))];
  return { keys: keys.filter(({ kid }) => !withdrawnKeys.includes(kid)) };
}

async function readMandate(database: Database, id: string, partnerId: string): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`
    select mandate.kind, mandate.purpose, mandate.categories, mandate.reference, mandate.issuer, mandate.valid_from as "validFrom",
      mandate.valid_until as "validUntil", mandate.revoked_at as "revokedAt", mandate.approvals, mandate.subject_ids::text[] as "subjectIds"
    from identity.grantable mandate where mandate.id = ${id}::uuid and mandate.partner_id = ${partnerId}::uuid`.execute(database);
  return rows[0];
}

/** The organisation that a mandate of its kind is given to. */
function organisationOf({ roles }: Pick<Vocabulary, 'roles'>, { kind, purpose }: Mandate): Organisation | undefined {
  const role = organisationFor({ roles }, purpose);
  const organisation = role === undefined ? undefined : roles[role].organisation;
  return organisation?.authorityKind === kind ? organisation : undefined;
}

function grantableOf(
  { now, disguise }: PartnerNeeds,
  { partnerId, categories }: RegisteredClient,
  mandate: Mandate,
  organisation: Organisation,
): Grantable {
  const instant = now();
  const { revokedAt, validFrom, validUntil, approvals } = mandate;
  return {
    inForce: revokedAt === null && validFrom <= instant && validUntil > instant && approvals >= organisation.approvals,
    purpose: mandate.purpose,
    categories: new Set(mandate.categories),
    subjects: new Set(mandate.subjectIds.map((id) => disguise(partnerId, id))),
    registered: categories ? new Set(categories) : undefined,
  };
}
