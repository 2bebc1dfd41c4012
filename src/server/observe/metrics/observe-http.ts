import { propagation, ROOT_CONTEXT, SpanKind, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ErrorCode } from '../../../platform/errors/errors.ts';
import type { Observability } from '../create-observability.ts';
import { endSpan } from '../stage-runner.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the answer's first error; undefined: none. */
    answerCode: ErrorCode | undefined;
    /** The request's span. It records nothing where tracing is off. */
    span: Span;
  }
}

/** Which lines about requests are written: none, all, or all with the client's address. */
export type RequestLog = 'off' | 'on' | 'addresses';

/**
 * Observes every HTTP request: its duration, its span, and its line in the request log. A line names the route and never the
 * path, the query string, a header or the principal.
 */
export function observeHttp(app: FastifyInstance, { metrics, scope, tracer }: Observability, log: Logger, requestLog: RequestLog): void {
  app.decorateRequest('answerCode');
  app.decorateRequest('span', null as unknown as Span);

  app.addHook('onRequest', (request, reply, done) => {
    // A client's `tracestate` would be exported as it is, so the trace is continued without it (W3C Trace Context, section 3.3).
    const parent = propagation.extract(ROOT_CONTEXT, { traceparent: request.headers['traceparent'] });
    request.span = tracer.startSpan(`${request.method} ${routeOf(request)}`, { kind: SpanKind.SERVER }, parent);
    reply.header('x-request-id', request.id);
    done();
  });
  // From here on and not earlier: reading a body leaves the scope.
  app.addHook('preHandler', (request, _reply, done) => scope.run(request, done));
  app.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId, answerCode: code, span } = request;
    const [route, status] = [routeOf(request), reply.statusCode];
    metrics.countRequest(route, status, code, reply.elapsedTime / 1_000);
    if (span.isRecording()) {
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'ntk.request_id': requestId,
      });
    }
    endSpan(span, code);
    if (requestLog !== 'off') {
      const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
      const address = requestLog === 'addresses' ? { address: request.ip } : {};
      scope.run(request, () => log.info({ method, route, status, ...(code && { code }), milliseconds, ...address }, 'request'));
    }
    done();
  });
}

/** The route that a request reached, as it is declared; never the path that was asked for. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}
