import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Deadlines, RequestLimits } from '../../platform/settings/config.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { asPrivacyError, PrivacyError, type ErrorCode } from '../../platform/errors/errors.ts';
import type { Observability } from '../observe/create-observability.ts';
import { sayError } from '../../platform/errors/say-error.ts';
import type { Admission } from '../fairness/admission.ts';
import { answerStatus, challengeOf, retryAfterOf } from './answer-status.ts';
import { createHttpServer } from './connections/http-server.ts';
import { observeHttp, type RequestLog } from '../observe/metrics/observe-http.ts';
import { timeKey, parseBodies } from './requests/parse-bodies.ts';
import { securityHeaders } from './security-headers.ts';
import { codeOf } from '../spine/answer/show-error.ts';
import { chooseLanguage, tellLanguage } from './requests/speak-language.ts';
import type { TimeShares } from '../fairness/time-shares.ts';

/** The dependencies of every HTTP application. */
export interface HttpNeeds {
  readonly deadlines: Deadlines;
  readonly requestLimits: RequestLimits;
  readonly observability: Observability;
  readonly log: Logger;
  readonly requestLog: RequestLog;
  readonly shares: TimeShares;
  readonly admission: Admission;
  /** Default: random ids. */
  readonly newRequestId?: (() => string) | undefined;
}

/** Milliseconds that a refused request counts for, besides parsing its body. */
const refusalCost = 0.2;
/** Milliseconds before a client gets 429. One that asks again at once would be refused all the time. The request counts no longer. */
const refusalPause = 100;

/**
 * Makes an HTTP application that serves nothing yet: its bounds, languages, measures and security headers. Whatever fails is answered by
 * an error with a code.
 */
export async function createHttpApp(needs: HttpNeeds): Promise<FastifyInstance> {
  const { deadlines, requestLimits, observability, log, requestLog, shares, admission } = needs;
  const headers = { ...(await securityHeaders()), 'cache-control': 'no-store' };
  const app = createHttpServer(deadlines, requestLimits.trustedProxies, observability.metrics, needs.newRequestId, headers);
  chooseLanguage(app);
  parseBodies(app, shares, deadlines.request);
  observeHttp(app, observability, log, requestLog);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  app.decorateRequest('errorPage');
  // Before the routes: a plugin gets the handlers that are there when it is registered.
  app.setNotFoundHandler(async () => {
    throw new PrivacyError('ROUTE_UNKNOWN');
  });
  app.setErrorHandler(async (error, request, reply) => {
    // A refusal that no principal paid for is paid for by its address, and waits as that does.
    if (!request.hasShare) await shares.chargeRefusal(timeKey(request.ip), request.parsedIn + refusalCost);
    const shown = asPrivacyError(error) ?? new PrivacyError(fastifyCode(error));
    request.answerCode = shown.code;
    if (shown.code === 'TOO_MANY_REQUESTS') await setTimeout(refusalPause);
    const retryAfter = retryAfterOf(shown);
    if (retryAfter !== undefined) reply.header('retry-after', `${retryAfter}`);
    if (admission.isClosed) reply.header('connection', 'close');
    // A client that went away is no failure.
    if (shown.status >= 500 && !reply.raw.destroyed)
      log.error({ code: shown.code, cause: causeOf(shown.cause ?? error) }, 'a request failed');
    const { http: _http, ...extensions } = shown.extensions;
    if (!reply.hasHeader('content-language')) tellLanguage(reply);
    if (shown.status === 401) reply.header('www-authenticate', challengeOf(shown.code, request.headers.authorization));
    if (shown.status === 405) reply.header('allow', 'POST');
    const page = request.errorPage && (await makePage(request.errorPage, shown, log));
    if (page !== undefined) return reply.code(shown.status).type('text/html; charset=utf-8').send(page);
    return reply
      .code(
        request.answerType ? answerStatus({ status: shown.status, code: shown.code, hasData: false }, request.answerType) : shown.status,
      )
      .type(`${request.answerType ?? 'application/json'}; charset=utf-8`)
      .send(JSON.stringify({ errors: [{ message: sayError(request.language, shown.code), extensions }] }));
  });
  return app;
}

/** @returns undefined: no page can be made, so the answer is the error itself */
async function makePage(make: (error: PrivacyError) => Promise<string>, error: PrivacyError, log: Logger): Promise<string | undefined> {
  try {
    return await make(error);
  } catch (failed) {
    log.error({ cause: causeOf(failed) }, 'the page of an error failed');
    return undefined;
  }
}

function fastifyCode(error: unknown): ErrorCode {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'BODY_TOO_LARGE';
  if (statusCode === 415) return 'MEDIA_TYPE_UNSUPPORTED';
  if (statusCode !== undefined && statusCode < 500) return 'BODY_INVALID';
  return codeOf(undefined, error);
}
