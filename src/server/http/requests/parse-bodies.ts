import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Deadline } from '../../../platform/time/deadline.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { addressGroup, addressSite } from '../../../platform/network/network-address.ts';
import { addressLevels, KeyedSemaphores } from '../../../platform/fairness/bounds.ts';
import { holdBody, type HeldBody } from '../../fairness/hold-body.ts';
import type { TimeShares } from '../../fairness/time-shares.ts';
import Negotiator from 'negotiator';
import type { GraphQLRequest } from '@apollo/server';

declare module 'fastify' {
  interface FastifyRequest {
    /** Milliseconds that parsing the body took; 0 where it was counted as its address's use. */
    parsedIn: number;
    /** UTF-16 units of the body's text. */
    bodyLength: number;
    /** Whether its principal had a share for it. */
    hasShare: boolean;
  }
}

/**
 * The bytes from which on a body is large. Parsed JSON can take twenty times its bytes, and parsing it many milliseconds. The largest
 * honest documents known have 29,000 characters (engine/document/limits.ts).
 */
export const largeBody = 32 * 1024;
/** Large bodies of one address that wait to be parsed. */
const mostWaiting = 8;
/** Seconds after which to ask again (RFC 9110, Retry-After). */
const retryAfter = 1;

/** The key of the time that a network address uses before anyone knows who sends it: all networks of a site share it. */
export function timeKey(address: string): string {
  return `body ${addressSite(addressGroup(address))}`;
}

/**
 * Parses JSON bodies. Its principal is known only afterwards, so parsing a large body is charged to its network
 * address. A smaller body is charged to its principal.
 * @param within milliseconds after which a body that waits is refused
 */
export function parseBodies(app: FastifyInstance, shares: Pick<TimeShares, 'begin'>, within: number): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  const parse = (request: FastifyRequest, text: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      void parseJson(request, text, (error, body) => (error ? reject(error) : resolve(body)));
    });
  const large = new KeyedSemaphores({ slots: mostWaiting });

  // Before anything of the body is read.
  app.addHook('onRequest', (request, _reply, done) => {
    if (isSmall(request) || large.isFree(addressLevels('body', request.ip))) done();
    else done(new PrivacyError('TOO_MANY_REQUESTS', { retryAfter }));
  });

  app.decorateRequest('parsedIn', 0);
  app.decorateRequest('bodyLength', 0);
  app.decorateRequest('hasShare', false);
  app.removeContentTypeParser('application/json');
  const parseLarge = async (request: FastifyRequest, held: HeldBody<string>): Promise<unknown> => {
    const levels = addressLevels('body', request.ip);
    if (!large.tryAcquire(levels)) throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter });
    const deadline = new Deadline(within);
    try {
      const share = await shares.begin(timeKey(request.ip), deadline);
      try {
        deadline.check();
        share.begin();
        return await parse(request, held.begin());
      } finally {
        share.countBlocking();
        share.end();
      }
    } finally {
      large.release(levels);
    }
  };
  // Not async, because a function that waits keeps what it was given.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request: FastifyRequest, text: string): Promise<unknown> => {
    request.bodyLength = text.length;
    if (text.length >= largeBody) return holdBody(app.bodies, request.ip, text.length, text, (held) => parseLarge(request, held));
    const begun = performance.now();
    const body = parse(request, text);
    request.parsedIn = performance.now() - begun;
    return body;
  });
}

/** Whether a body is small, as declared. One of no declared length may be large. */
function isSmall({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) < largeBody;
}

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

/** A request's body after the checks on arrival. */
export interface RequestBody {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

/**
 * Reads a body as GraphQL over HTTP defines it. A null member counts as absent.
 * @throws PrivacyError BODY_INVALID
 */
export function readBody({ query, variables, operationName, extensions }: RequestBody): GraphQLRequest {
  return {
    query,
    ...(isGiven(operationName) && { operationName: text(operationName) }),
    ...(isGiven(variables) && { variables: members(variables) }),
    ...(isGiven(extensions) && { extensions: members(extensions) }),
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new PrivacyError('BODY_INVALID');
  return value;
}

function members(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PrivacyError('BODY_INVALID');
  return value as Record<string, unknown>;
}
