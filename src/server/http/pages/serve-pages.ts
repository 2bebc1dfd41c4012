import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { serveAssets } from './serve-assets.ts';

/** A page loads its own files and asks its own origin. It contains no script or style. */
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
/** The editor's own stylesheet has its fonts in it. */
const developerPolicy = `${policy}; font-src data:`;

/** The gateway's own addresses are not pages, even if this gateway does not serve them. */
const noPage = /^\/(?:graphql|log|session|sessions|oidc|health|ready|development|assets)(?:[/?]|$)/;

/**
 * Serves the pages: hashed files, which browsers keep, and one document for the address of every page, which they do not. The pages get
 * data from `/graphql` alone.
 * @param folder of the built pages
 * @param issuer the address of the authorization server, where people sign in
 */
export function servePages(app: FastifyInstance, folder: string, issuer: string | undefined): void {
  const [page, developer] = ['index.html', 'developer.html'].map((file) => readFileSync(join(folder, file)));
  serveAssets(app, join(folder, 'assets'));
  app.get('/*', async ({ headers, host, url }, reply) => {
    // A browser that goes to a page asks for HTML; everything else gets the usual refusal.
    if (noPage.test(url) || !headers.accept?.includes('text/html')) return reply.callNotFound();
    const instead = domainOf(host, issuer);
    if (instead !== undefined) return reply.redirect(`${instead}${url}`);
    const isDeveloper = url.split('?')[0] === '/developer';
    return reply
      .type('text/html; charset=utf-8')
      .headers({
        'content-security-policy': isDeveloper ? developerPolicy : policy,
        // A page of another site that opens this one can neither watch it nor lead it elsewhere.
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-cache',
      })
      .send(isDeveloper ? developer : page);
  });
}

/**
 * On one's own machine the same gateway answers at an address and at `localhost`. Cookies and passkeys belong to the domain of the issuer.
 * @returns its origin where a browser came to the address
 */
function domainOf(host: string, issuer: string | undefined): string | undefined {
  if (issuer === undefined) return undefined;
  const { origin, hostname, port } = new URL(issuer);
  const isAddress = host === `127.0.0.1:${port}` || host === `[::1]:${port}`;
  return hostname === 'localhost' && isAddress ? origin : undefined;
}
