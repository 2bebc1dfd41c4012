import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** Seconds for which a browser remembers what it may send. */
const maxAge = 600;
/** Headers of a request that pages may set. */
const allowedHeaders = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'privacy-case',
  'privacy-purpose',
  'privacy-receipt',
  'privacy-report',
  'privacy-withheld',
  'traceparent',
  'x-request-id',
];
const exposedHeaders = ['retry-after', 'www-authenticate', 'x-request-id'];

/**
 * Tells browsers which pages of other origins may ask for operations (CORS, Fetch Standard). Credentials are tokens in a header, so no
 * cookie is allowed. The access log's tree is for everyone.
 * @param origins without a wildcard
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  const operations = { origin: [...origins], methods: ['GET', 'POST'], allowedHeaders, exposedHeaders, maxAge };
  const noPage = { origin: false };
  const tree = { origin: '*', methods: ['GET'], maxAge };
  // An OPTIONS request that is not a preflight is treated like any other method.
  app.addHook('onRequest', ({ method, headers, routeOptions }, _reply, done) => {
    const isPreflight = headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
    if (method === 'OPTIONS' && routeOptions.url === '/graphql' && !isPreflight) done(new PrivacyError('METHOD_NOT_ALLOWED'));
    else done();
  });
  await app.register(cors, {
    strictPreflight: false,
    delegator: ({ url, headers }, done) => done(null, url.startsWith('/log/') ? tree : headers.origin === undefined ? noPage : operations),
  });
}

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
