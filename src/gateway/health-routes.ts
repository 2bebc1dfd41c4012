import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../operations/readiness.ts';
import type { Admission } from './admission.ts';

/**
 * Serves `/health`: the process is alive; and `/ready`: the gateway may serve, or 503 with the names of the checks that fail. Neither
 * holds a personal value, so neither needs a token.
 */
export function serveHealth(app: FastifyInstance, readiness: Readiness | undefined, admission: Admission): void {
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) => {
    const failed = admission.isClosed ? ['stopping'] : ((await readiness?.failed()) ?? []);
    if (failed.length === 0) return { status: 'ready' };
    return reply.code(503).header('retry-after', '5').send({ status: 'unready', failed });
  });
}
