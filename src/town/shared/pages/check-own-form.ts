import type { FastifyRequest } from 'fastify';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Refuses forms that a page of another site sent: they would spend the limits of a network address. Browsers name the origin of every form
 * (Fetch, "append a request `Origin` header"). A proxy ends TLS, so the scheme is not compared.
 * @throws PrivacyError CROSS_SITE_REQUEST
 */
export function checkOwnForm({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): void {
  const { origin, 'sec-fetch-site': site } = headers;
  const isOwn = origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
  if (!isOwn || (site !== undefined && site !== 'same-origin')) throw new PrivacyError('CROSS_SITE_REQUEST');
}
