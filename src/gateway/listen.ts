import type { FastifyInstance } from 'fastify';
import { lookup } from 'node:dns/promises';
import { causeOf } from '../error-cause.ts';
import { PrivacyError } from '../errors.ts';

/**
 * Listens for requests.
 * @returns the address, as a URL
 * @throws PrivacyError SETTING_INVALID, naming PORT or HOST
 */
export async function listen(app: FastifyInstance, { host, port }: { readonly host: string; readonly port: number }): Promise<string> {
  try {
    // For `localhost`, Fastify would open a second server, which has none of the bounds of this one.
    const { address } = await lookup(host, { order: 'ipv4first' });
    return await app.listen({ host: address, port });
  } catch (error) {
    throw Object.assign(new PrivacyError('SETTING_INVALID', { problems: [problemOf(causeOf(error))] }), { cause: error });
  }
}

function problemOf(cause: string): string {
  if (cause === 'EADDRINUSE') return 'PORT: something else listens there; stop it, or choose another port';
  if (cause === 'EACCES') return 'PORT: this account may not listen there; choose a port above 1023';
  return `HOST: the gateway cannot listen there; it must be an address of this machine (${cause})`;
}
