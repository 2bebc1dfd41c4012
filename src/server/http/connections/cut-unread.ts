import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';

/**
 * Cuts clients that do not read their answers: an answer that has not left when its time is over is dropped with its connection. A
 * client that reads one byte from time to time keeps neither.
 * @param within milliseconds for a whole answer, from when it is ready
 * @param pause milliseconds between two looks at the answers that have not left
 */
export function cutUnread(app: FastifyInstance, within: number, pause: number): void {
  const leaving = new Map<ServerResponse, number>();
  app.addHook('onSend', (_request, { raw }, _payload, done) => {
    leaving.set(raw, performance.now() + within);
    done();
  });
  app.addHook('onResponse', (_request, { raw }, done) => {
    leaving.delete(raw);
    done();
  });
  const look = setInterval(() => {
    const now = performance.now();
    for (const [answer, until] of leaving) {
      // A client that went away does not end its answer.
      if (!answer.closed && now < until) continue;
      leaving.delete(answer);
      // A reset, so that the system does not keep the rest for the client either.
      answer.req.socket.resetAndDestroy();
    }
  }, pause).unref();
  app.addHook('onClose', (_app, done) => {
    clearInterval(look);
    done();
  });
}
