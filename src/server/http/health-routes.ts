import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../observe/readiness/readiness.ts';
import type { Admission } from '../fairness/fair-queue.ts';

/**
 * Serves `/health`: the process is alive; and `/ready`: it may serve, or 503 with the names of the checks that fail. Neither holds a
 * personal value, so neither needs a token.
 * @param delayed what comes late although the process may serve
 */
export function serveHealth(
  app: FastifyInstance,
  readiness: Readiness | undefined,
  admission: Admission,
  delayed: () => readonly string[] = () => [],
): void {
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) => {
    const failed = admission.isClosed ? ['stopping'] : ((await readiness?.failed()) ?? []);
    const late = delayed();
    if (failed.length === 0) return { status: 'ready', ...(late.length > 0 && { delayed: late }) };
    return reply.code(503).header('retry-after', '5').send({ status: 'unready', failed });
  });
}
