import helmet from '@fastify/helmet';
import Fastify from 'fastify';

/** Headers that each answer sets itself. */
const notHelmets = new Set(['content-type', 'content-length', 'date', 'connection']);

/**
 * The headers that helmet sets. They are the same for every answer, so they are read once: computing them for each request
 * costs more than authenticating it.
 */
export async function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const app = Fastify();
  try {
    await app.register(helmet);
    app.get('/', async () => '');
    const { headers } = await app.inject('/');
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (notHelmets.has(name) ? [] : [[name, String(value)]])));
  } finally {
    await app.close();
  }
}
