import { usualLanguage } from '../../../platform/language/languages.ts';
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import type { Deadlines } from '../../../platform/settings/config.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Metrics } from '../../observe/metrics/metrics.ts';
import { trustProxies, addressGroup } from '../../../platform/network/network-address.ts';
import { boundBodies } from '../../fairness/hold-body.ts';
import { FairBound } from '../../../platform/fairness/bounds.ts';
import type { ServerResponse } from 'node:http';

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
    // Once a request is overdue, the entry of the attempt may take as long again.
    connectionTimeout: body + 2 * request,
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

/**
 * Bounds the open connections. Beyond the bound, the address that has the most loses its latest connection, which is reset. Each
 * connection of a trusted proxy counts by itself, since its clients are many.
 * @param most connections that are open at once
 * @param isTrusted whether a peer is a trusted proxy
 * @param onReset called for each connection that is reset
 * @returns the connections that are open
 */
function boundConnections(
  { server }: FastifyInstance,
  most: number,
  isTrusted: (peer: string) => boolean,
  onReset: () => void,
): Pick<FairBound, 'total'> {
  const open = new FairBound(most);
  let proxied = 0;
  server.on('connection', (socket: Socket) => {
    const peer = socket.remoteAddress ?? '';
    const holder = isTrusted(peer) ? `proxied ${(proxied += 1)}` : addressGroup(peer);
    const reservation = open.reserve(holder, 1, () => {
      socket.resetAndDestroy();
      onReset();
    });
    socket.once('close', () => open.release(reservation));
  });
  return open;
}

/** Requests of one connection that may wait for the answers to earlier ones. */
const mostWaiting = 100;
/** Bytes of memory that such a request takes besides its body. */
const bodyOverhead = 8 * 1024;
/** Bytes that Node keeps of a body that no one reads, where its length is not declared. */
const mostUnread = 64 * 1024;

/**
 * Serves the requests of one connection one after the other, in their order (RFC 9112, 9.3.2): a client that sends many without waiting
 * for the answers has one request under way. Waiting requests count for the limit of bodies. A connection that has too many is reset, and so
 * is one whose request waits for too long.
 * @param within milliseconds in which it must be a request's turn
 */
function answerInOrder(app: FastifyInstance, within: number): void {
  const waiting = new WeakMap<Socket, number>();
  app.addHook('onRequest', ({ raw, ip, headers }, { raw: response }, done) => {
    const { socket } = raw;
    // Node gives the socket to the response whose turn it is.
    if (response.socket) {
      done();
      return;
    }
    // Data after the reset is dropped.
    if (socket.destroyed) return;
    const ahead = waiting.get(socket) ?? 0;
    if (ahead >= mostWaiting) {
      socket.resetAndDestroy();
      return;
    }
    waiting.set(socket, ahead + 1);
    const body = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : mostUnread;
    const reset = (): void => void socket.resetAndDestroy();
    const reservation = app.bodies.reserve(addressGroup(ip), bodyOverhead + body, reset);
    const overdue = setTimeout(reset, within);
    const end = (): void => {
      clearTimeout(overdue);
      app.bodies.release(reservation);
    };
    // The connection was closed before it was the request's turn.
    raw.once('close', end);
    response.once('socket', () => {
      end();
      waiting.set(socket, waiting.get(socket)! - 1);
      setImmediate(done);
    });
  });
}

/**
 * Cuts clients that do not read their answers: an answer that has not left when its time is over is dropped with its connection. A
 * client that reads one byte from time to time keeps neither.
 * @param within milliseconds for a whole answer, from when it is ready
 * @param pause milliseconds between two looks at the answers that have not left
 */
function cutUnread(app: FastifyInstance, within: number, pause: number): void {
  const leaving = new Map<ServerResponse, number>();
  app.addHook('onSend', (_request, { raw }, _payload, done) => {
    leaving.set(raw, performance.now() + within);
    done();
  });
  app.addHook('onResponse', (_request, { raw }, done) => {
    leaving.delete(raw);
    done();
  });
  const look = setInterval(() => {
    const now = performance.now();
    for (const [answer, until] of leaving) {
      // A client that went away does not end its answer.
      if (!answer.closed && now < until) continue;
      leaving.delete(answer);
      // A reset, so that the system does not keep the rest for the client either.
      answer.req.socket.resetAndDestroy();
    }
  }, pause).unref();
  app.addHook('onClose', (_app, done) => {
    clearInterval(look);
    done();
  });
}

/** A path that no route has. */
const unroutable = '/~';

/**
 * The target of a request (RFC 9112, 3.2) as it is routed. Fastify answers a path that cannot be decoded by itself: with that path, and
 * without the headers, the line and the bounds that each answer has. Here it names no route, like any other path that is unknown.
 */
export function routableUrl(target: string): string {
  const path = target.startsWith('/') ? target : pathOf(target);
  return path !== undefined && canDecode(path) ? path : unroutable;
}

/** Of the absolute form, in which a proxy asks. */
function pathOf(target: string): string | undefined {
  if (!/^https?:/i.test(target) || !URL.canParse(target)) return undefined;
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function canDecode(path: string): boolean {
  try {
    decodeURI(path.replace(/[?#].*$/s, ''));
    return true;
  } catch {
    return false;
  }
}
