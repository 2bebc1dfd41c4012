import { hash } from 'node:crypto';
import type { DetailsForm } from '../../partners/details/parse-details.ts';
import { organisationFor, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { PartnerToken } from './partner-tokens.ts';
import type { Pseudonyms } from '../../../engine/rows/pseudonyms.ts';
import type { VerifiedToken } from './known-tokens.ts';
import { RefusedToken } from './refused-token.ts';
import { limitsOf } from './limits-of.ts';

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
 * identity/server/tokens/digest.ts.
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
