import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import { addressGroup } from '../../../platform/network/address-group.ts';
import { FairBound } from '../../../platform/fairness/fair-bound.ts';

/**
 * Bounds the open connections. Beyond the bound, the address that has the most loses its latest connection, which is reset. Each
 * connection of a trusted proxy counts by itself, since its clients are many.
 * @param most connections that are open at once
 * @param isTrusted whether a peer is a trusted proxy
 * @param onReset called for each connection that is reset
 * @returns the connections that are open
 */
export function boundConnections(
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
