import { usualLanguage } from '../../../platform/language/languages.ts';
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import type { Deadlines } from '../../../platform/settings/config.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Metrics } from '../../observe/metrics/metrics.ts';
import { trustProxies } from '../../../platform/network/trust-proxies.ts';
import { answerInOrder } from './answer-in-order.ts';
import { boundBodies } from '../../fairness/bound-bodies.ts';
import { boundConnections } from './bound-connections.ts';
import { cutUnread } from './cut-unread.ts';
import { routableUrl } from '../routable-url.ts';

/** The most bytes of a request's body. */
const bodyLimit = 256 * 1024;
/** The longest part of a path that a route takes, in characters. A longer one is a longer request than Node reads: no other bound answers it. */
const longestPart = 64 * 1024;
/** How often Node looks for clients that are too slow, in milliseconds. */
const checkPause = 500;

type HttpBounds = Pick<Deadlines, 'headers' | 'body' | 'request' | 'mostConnections' | 'mostBodyBytes'>;

/**
 * Makes the HTTP server. It cuts clients that send or read too slowly, and bounds their connections and what waits of them.
 * @param trustedProxies IP addresses or ranges whose `X-Forwarded-For` tells the client's address
 * @param usualHeaders those of every answer
 */
export function createHttpServer(
  { headers, body, request, mostConnections, mostBodyBytes }: HttpBounds,
  trustedProxies: readonly string[],
  metrics: Metrics,
  newRequestId: () => string = randomUUID,
  usualHeaders: Readonly<Record<string, string>> = {},
): FastifyInstance {
  const isTrusted = trustProxies(trustedProxies);
  const app = Fastify({
    genReqId: ({ headers }) => takenId(headers['x-request-id']) ?? newRequestId(),
    bodyLimit,
    trustProxy: trustedProxies.length > 0 && isTrusted,
    logger: false,
    rewriteUrl: ({ url = '' }) => routableUrl(url),
    routerOptions: { maxParamLength: longestPart },
    forceCloseConnections: 'idle',
    // Answers while the gateway stops are in admission.ts.
    return503OnClosing: false,
    requestTimeout: body,
    // A connection on which nothing moves. One on which something moves from time to time is cut by the other deadlines.
    connectionTimeout: request + body,
    http: { headersTimeout: headers, connectionsCheckingInterval: Math.min(checkPause, headers) },
    clientErrorHandler: (error, socket) => refuseClient(error, socket, usualHeaders),
  });
  // Node would answer an expectation that it does not know by itself, and without these headers. It may be ignored (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (asked, answer) => app.server.emit('request', asked, answer));
  cutUnread(app, body, Math.min(checkPause, body));
  const connections = boundConnections(app, mostConnections, isTrusted, () => metrics.countConnectionReset());
  boundBodies(app, mostBodyBytes);
  // In that time the answer before it has been made and read.
  answerInOrder(app, request + body);
  metrics.showQueue('connections', () => connections.total);
  metrics.showBodyBytes(() => app.bodies.total);
  return app;
}

/** Ids that a client may choose: UUIDs, and trace ids of 32 digits. Other texts could hold something personal. */
const requestId = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;

function takenId(given: string | readonly string[] | undefined): string | undefined {
  return typeof given === 'string' && requestId.test(given) ? given : undefined;
}

/** Answers what is no request (RFC 9110), and closes its connection. */
function refuseClient(error: NodeJS.ErrnoException, socket: Socket, usualHeaders: Readonly<Record<string, string>>): void {
  if (socket.writable && error.code !== 'ECONNRESET') {
    const { status, message, code } = new PrivacyError(error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'REQUEST_TOO_SLOW' : 'BODY_INVALID');
    const answer = JSON.stringify({ errors: [{ message, extensions: { code } }] });
    const headers = [
      `HTTP/1.1 ${status} ${status === 408 ? 'Request Timeout' : 'Bad Request'}`,
      'connection: close',
      ...Object.entries(usualHeaders).map(([name, value]) => `${name}: ${value}`),
      `content-language: ${usualLanguage}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(answer)}`,
    ];
    socket.write(`${headers.join('\r\n')}\r\n\r\n${answer}`);
  }
  socket.destroy();
}
