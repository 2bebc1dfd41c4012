import type { FastifyInstance } from 'fastify';
import { causeOf } from '../error-cause.ts';
import { PrivacyError } from '../errors.ts';

/**
 * Listens for requests.
 * @returns the address, as a URL
 * @throws PrivacyError SETTING_INVALID, naming PORT or HOST
 */
export async function listen(app: FastifyInstance, { host, port }: { readonly host: string; readonly port: number }): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw Object.assign(new PrivacyError('SETTING_INVALID', { problems: [problemOf(causeOf(error))] }), { cause: error });
  }
}

function problemOf(cause: string): string {
  if (cause === 'EADDRINUSE') return 'PORT: something else listens there; stop it, or choose another port';
  if (cause === 'EACCES') return 'PORT: this account may not listen there; choose a port above 1023';
  return `HOST: the gateway cannot listen there; it must be an address of this machine (${cause})`;
}
