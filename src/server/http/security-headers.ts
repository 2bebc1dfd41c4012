import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify from 'fastify';

/** No answer is a page: nothing in it may run or load, and nothing may show it in a frame. Other headers for pages are left out. */
const forData: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: { action: 'deny' },
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};
/** Headers that each answer sets itself. */
const notHelmets = new Set(['content-type', 'content-length', 'date', 'connection']);

/**
 * The headers that helmet sets. They are the same for every answer, so they are read once: computing them for each request
 * costs more than authenticating it.
 */
export async function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const app = Fastify();
  try {
    await app.register(helmet, forData);
    app.get('/', async () => '');
    const { headers } = await app.inject('/');
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (notHelmets.has(name) ? [] : [[name, String(value)]])));
  } finally {
    await app.close();
  }
}
