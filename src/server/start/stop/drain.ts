import type { FastifyInstance } from 'fastify';
import type { Admission } from '../../fairness/fair-queue.ts';

/** How often the number of requests is read, in milliseconds. */
const pause = 20;
/** Milliseconds for the answers that were sent last to leave. */
const lastAnswers = 500;

/**
 * Refuses new requests, waits for those that were begun, and closes the server. Until then it still listens, so that every request
 * gets an answer with a code. A connection on which a request is still arriving is cut.
 * @param within milliseconds that it may take
 */
export async function drain(app: FastifyInstance, admission: Admission, within: number): Promise<void> {
  const until = performance.now() + within - 2 * lastAnswers;
  admission.close();
  while (admission.active > 0 && performance.now() < until) await new Promise((done) => setTimeout(done, pause));
  const closed = app.close();
  setTimeout(() => app.server.closeAllConnections(), lastAnswers).unref();
  await closed;
}
