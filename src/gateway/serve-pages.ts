import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** A page loads its own files and asks its own origin. No script or style stands in it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What is served at addresses of the gateway's own is no page, also where this gateway does not serve it. */
const noPage = /^\/(?:graphql|log|session|sessions|oidc|health|ready|development|assets)(?:[/?]|$)/;

/** A year: a file with other content has another name. */
const forever = 'public, max-age=31536000, immutable';

/**
 * Serves the pages: hashed files, which browsers keep, and one document for the address of every page, which they do not. The pages get
 * data from `/graphql` alone.
 * @param folder of the built pages
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'));
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', forever),
  });
  app.get('/*', async ({ url, headers }, reply) => {
    // A browser that goes to a page asks for HTML; whatever else asks gets the usual refusal.
    if (noPage.test(url) || !headers.accept?.includes('text/html')) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(page);
  });
}
