import { hash } from 'node:crypto';
import { parseGranted } from '../../partners/details/parse-details.ts';
import { partnerOf, partnerRoleFor } from '../../../town/policy/partners.ts';
import type { PartnerToken } from '../../../town/mandates/partners/partner-tokens.ts';
import type { Pseudonyms } from '../../../engine/rows/pseudonyms.ts';
import type { VerifiedToken } from './known-tokens.ts';
import { RefusedToken } from './refused-token.ts';
import { limitsOf } from './limits-of.ts';

/** Finds a partner’s token by its digest, with the registration of its client as it is now. */
export type FindPartnerToken = (digest: Buffer) => Promise<PartnerToken | undefined>;

/** A partner’s token has the form of an id of the authorization server, and never that of a JWT. */
export function isOpaque(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}

/**
 * Reads an opaque token. It is read at every request, so that what was withdrawn acts on the next one. The digest is that of
 * identity/server/tokens/digest.ts.
 * @throws PrivacyError TOKEN_INVALID; the error of PostgreSQL
 */
export async function readOpaque(
  token: string,
  { find, audience, pseudonyms }: { readonly find: FindPartnerToken; readonly audience: string; readonly pseudonyms: Pseudonyms },
  now: Date,
): Promise<VerifiedToken> {
  const digest = hash('sha256', `ClientCredentials:${token}`, 'buffer');
  const found = await find(digest);
  // A token that is bound to no key is none of a partner’s.
  if (!found || found.jkt === null || found.audience !== audience || found.expires * 1_000 <= now.getTime() || !partnerOf(found.role))
    throw new RefusedToken('TOKEN_UNKNOWN');
  const { partnerId: id, clientId, clientKey, registered, jkt, expires } = found;
  const details = found.details === null ? undefined : parseGranted(found.details);
  // The role that it was granted to. If the partner has another one now, the access of this one has ended.
  const role = (details && partnerRoleFor(details.purpose)) ?? found.role;
  const limits = limitsOf(details ?? {}, (pseudonym) => pseudonyms.recognise(id, pseudonym), registered ? new Set(registered) : undefined);
  const principal = Object.freeze({
    id,
    role,
    partner: true,
    tokenPurposes: details ? [details.purpose] : [],
    mandateId: details?.mandate,
    caseId: undefined,
    limits,
    credential: { grant: digest, client: clientId, key: clientKey ?? undefined },
  });
  return { principal, jkt, notBefore: undefined, expires };
}
