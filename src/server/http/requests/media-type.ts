import Negotiator from 'negotiator';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** The form of an answer: that of GraphQL over HTTP, or the older one for clients that know only JSON. */
export type MediaType = 'application/graphql-response+json' | 'application/json';

// A client that accepts anything may know only JSON, so that is the first.
const types: readonly MediaType[] = ['application/json', 'application/graphql-response+json'];
const offered = types.flatMap((type) => [type, `${type}; charset=utf-8`]);
/** Characters of the longest Accept header that is read. The longest of known clients has 120. */
const longestAccept = 1_000;

/**
 * Chooses the media type of an answer (RFC 9110, 12.5.1).
 * @throws PrivacyError HEADER_INVALID: the header is too long; NOT_ACCEPTABLE
 */
export function negotiateMediaType(accept: string | undefined): MediaType {
  if (accept === undefined) return 'application/json';
  if (accept.length > longestAccept) throw new PrivacyError('HEADER_INVALID');
  const [chosen] = new Negotiator({ headers: { accept } }).mediaTypes(offered);
  const type = types.find((one) => chosen?.startsWith(one));
  if (!type) throw new PrivacyError('NOT_ACCEPTABLE');
  return type;
}
