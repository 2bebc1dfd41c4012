import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import { addressGroup } from '../../../platform/network/address-group.ts';

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
export function answerInOrder(app: FastifyInstance, within: number): void {
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
