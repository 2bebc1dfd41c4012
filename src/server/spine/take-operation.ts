import type { FastifyRequest } from 'fastify';
import { hashOf, type TrustedDocuments } from '../../engine/document/trusted-documents.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { RequestBody } from '../http/requests/parse-bodies.ts';

/** An operation as it was received. */
export interface TakenOperation {
  readonly operation: RequestBody;
  /** Whether its document was sent, and not named. */
  readonly isSent: boolean;
}

/** The members of a body that are read. */
interface Received extends Partial<RequestBody> {
  readonly documentId?: unknown;
}

/** SHA-256, hex, with or without the prefix that GraphQL over HTTP gives it. */
const sha256 = /^(?:sha256:)?([0-9a-f]{64})$/;

/**
 * Takes the operation out of a request. The other members of its body are not kept while the request is served. A document can be named by the
 * hash that an application registered: as `documentId` (GraphQL over HTTP, persisted documents) or as
 * `extensions.persistedQuery.sha256Hash` (the protocol of Apollo Client and urql).
 * @throws PrivacyError BATCH_NOT_ALLOWED, BODY_INVALID, PERSISTED_QUERY_NOT_SUPPORTED, PERSISTED_QUERY_NOT_FOUND, DOCUMENT_NOT_TRUSTED
 */
export function takeOperation(request: FastifyRequest, trusted: TrustedDocuments | undefined): TakenOperation {
  const { body } = request;
  request.body = undefined;
  if (Array.isArray(body)) throw new PrivacyError('BATCH_NOT_ALLOWED');
  if (typeof body !== 'object' || body === null) throw new PrivacyError('BODY_INVALID');
  const { variables, operationName, extensions, ...named } = body as Received;
  const { persistedQuery, ...others } = isMembers(extensions) ? extensions : { persistedQuery: undefined };
  const query = documentOf(named, persistedQuery, trusted);
  const operation = { query, variables, operationName, extensions: isMembers(extensions) ? others : extensions };
  return { operation, isSent: isGiven(named.query) };
}

/**
 * The hash by which a body names its document; undefined: it names none.
 * @throws PrivacyError BODY_INVALID: it names two
 */
export function documentHash({ documentId, extensions }: Readonly<Record<string, unknown>>): string | undefined {
  return namedHash(documentId, isMembers(extensions) ? extensions['persistedQuery'] : undefined);
}

function documentOf({ query, documentId }: Received, persistedQuery: unknown, trusted: TrustedDocuments | undefined): string {
  const hash = namedHash(documentId, persistedQuery);
  if (!isGiven(query)) {
    if (hash === undefined) throw new PrivacyError('BODY_INVALID');
    if (!trusted) throw new PrivacyError('PERSISTED_QUERY_NOT_SUPPORTED');
    const text = trusted.textOf(hash);
    if (text === undefined) throw new PrivacyError('PERSISTED_QUERY_NOT_FOUND');
    return text;
  }
  if (typeof query !== 'string') throw new PrivacyError('BODY_INVALID');
  // A client that was told of an unknown hash sends the document with it, so that it could be registered. Here it cannot.
  const own = hash !== undefined || trusted?.only ? hashOf(query) : undefined;
  if (hash !== undefined && own !== hash) throw new PrivacyError('BODY_INVALID');
  if (trusted?.only && trusted.textOf(own!) === undefined) throw new PrivacyError('DOCUMENT_NOT_TRUSTED');
  return query;
}

/** @returns the hash by which a request names its document; undefined: it names none */
function namedHash(documentId: unknown, persistedQuery: unknown): string | undefined {
  const given = isGiven(documentId) ? [documentId] : [];
  if (isGiven(persistedQuery)) given.push(isMembers(persistedQuery) ? persistedQuery['sha256Hash'] : undefined);
  const [hash, ...rest] = given.map((one) => (typeof one === 'string' ? (sha256.exec(one)?.[1] ?? one) : undefined));
  if (given.length > 0 && (hash === undefined || rest.some((one) => one !== hash))) throw new PrivacyError('BODY_INVALID');
  return hash;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
