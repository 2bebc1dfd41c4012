import type { FastifyRequest } from 'fastify';

/**
 * Whether a form comes from elsewhere than a page of the own origin. Browsers name the origin of every form that they send (RFC 6454); a
 * form on another site could sign someone in as another.
 */
export function isForeignForm({ headers }: Pick<FastifyRequest, 'headers'>, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin !== origin || (site !== undefined && site !== 'same-origin');
}
