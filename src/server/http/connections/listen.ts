import type { FastifyInstance } from 'fastify';
import { lookup } from 'node:dns/promises';
import { nameListenFailure } from './name-listen-failure.ts';

/**
 * Whether the system shares a port (SO_REUSEPORT): a connection then belongs to one process from its beginning to that process's end.
 * Elsewhere, node:cluster hands connections out in turn, and loses those that it was handing to a worker that is killed.
 */
const canShare = process.platform === 'linux';

/**
 * Listens for requests.
 * @param isShared whether other workers of this gateway listen at the same port
 * @returns the address, as a URL
 * @throws PrivacyError SETTING_INVALID, naming PORT or HOST
 */
export async function listen(
  app: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
  isShared = false,
): Promise<string> {
  try {
    // For `localhost`, Fastify would open a second server without the limits of this one.
    const { address } = await lookup(host, { order: 'ipv4first' });
    const options = { host: address, port, reusePort: isShared && canShare };
    return await app.listen(options);
  } catch (error) {
    throw nameListenFailure(error);
  }
}
