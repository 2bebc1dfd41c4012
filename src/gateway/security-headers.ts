import helmet from '@fastify/helmet';
import Fastify from 'fastify';

/** What an answer has by itself. */
const notHelmets = new Set(['content-type', 'content-length', 'date', 'connection']);

/**
 * The headers that helmet gives every answer. They are the same for all, so they are asked of it once: to work them
 * out anew for each request costs more than authenticating it.
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
