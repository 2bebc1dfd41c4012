import type { FastifyRequest } from 'fastify';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Refuses requests of pages on other origins, unless theirs is listed (`CORS_ORIGINS`). A browser would not show them the answer, but a
 * read would have been logged and budgeted. Programs that are no browsers send no Origin. The own host is that of the header `Host`, never of
 * `X-Forwarded-Host`, which a client can write.
 * @throws PrivacyError ORIGIN_NOT_ALLOWED
 */
export function checkOrigin({ headers }: Pick<FastifyRequest, 'headers'>, origins: readonly string[]): void {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return;
  // A page of the gateway's own origin. A proxy ends TLS, so the scheme is not compared.
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new PrivacyError('ORIGIN_NOT_ALLOWED');
}
