import { createClaimsReader } from '../../identity/authentication/tokens/claims.ts';
import type { FastifyInstance } from 'fastify';
import { KnownSessions } from '../../identity/authentication/browsers/known-sessions.ts';
import { createOwnAuthentication } from '../../identity/authentication/own-authentication.ts';
import type { TokenProblem } from '../../identity/authentication/tokens/refused-token.ts';
import { KnownTokens } from '../../identity/authentication/tokens/known-tokens.ts';
import { Acknowledgements, PurposeTexts } from '../../engine/purpose/purpose-texts.ts';
import { anonymousPrincipal } from '../../engine/purpose/principal.ts';
import { purposesOf } from '../../engine/policy/decision/enter.ts';
import { useSession } from '../../identity/sessions/use-session.ts';
import { createReadBudgets } from '../../engine/budgets/read-budgets.ts';
import { usualDeadlines, usualRequestLimits, type Deadlines, type RequestLimits } from '../../platform/settings/config.ts';
import { createDocumentCheck } from '../../engine/document/check-document.ts';
import { createExecutor } from '../../engine/execution/create-executor.ts';
import { createPlanner } from '../../engine/plan/plan.ts';
import { createViews } from '../../engine/plan/outline/view.ts';
import { createObservability, type Observability } from '../observe/create-observability.ts';
import { createStageRunner } from '../observe/stage-runner.ts';
import { createAdmission, createFairQueue, createInTurn, type Admission } from '../fairness/fair-queue.ts';
import { allowOrigins } from './requests/allow-origins.ts';
import { createAskForPages } from './pages/ask-for-pages.ts';
import { createApollo } from '../spine/document/apollo.ts';
import { createCalendar, usualTimeZone } from '../../platform/time/calendar.ts';
import { createComparison } from '../../engine/review/candidate/compare-candidate.ts';
import { serveHealth } from './health-routes.ts';
import { serveLog } from './log/log-routes.ts';
import type { Dependencies, Runtime } from '../spine/runtime.ts';
import { serveOperations } from './operation-routes.ts';
import { reviewDocuments } from '../spine/document/review-documents.ts';
import { isDpop, answerStatus, challengeOf, retryAfterOf } from './answer-status.ts';
import { servePages } from './pages/serve-pages.ts';
import { createTimeShares, type TimeShares } from '../fairness/time-shares.ts';
import { shownCode, codeOf } from '../spine/answer/show-error.ts';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { asPrivacyError, PrivacyError, type ErrorCode } from '../../platform/errors/errors.ts';
import { sayError } from '../../platform/errors/say-error.ts';
import { createHttpServer } from './connections/http-server.ts';
import { observeHttp, type RequestLog } from '../observe/metrics/observe-http.ts';
import { timeKey, parseBodies } from './requests/parse-bodies.ts';
import { securityHeaders } from './security-headers.ts';
import { chooseLanguage, tellLanguage } from './requests/speak-language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Makes the page that an error is shown on; undefined: the error is JSON. */
    errorPage: ((error: PrivacyError) => Promise<string>) | undefined;
  }
}

/**
 * Makes the HTTP application: `/graphql` and the routes of the access log's tree. It does not listen yet.
 * @throws PrivacyError POLICY_INVALID where the candidate does not fit the schema; SETTING_INVALID where a trusted document does not
 */
export async function createApp(dependencies: Dependencies): Promise<FastifyInstance> {
  const {
    application,
    policy = application.policy,
    candidate,
    log,
    requestLog = 'off',
    observability = createObservability(),
    deadlines = usualDeadlines,
  } = dependencies;
  const { requestLimits = usualRequestLimits, newRequestId } = dependencies;
  const { metrics, scope, tracer } = observability;
  metrics.beginBudgets(policy.budgets);
  const { schema, markings } = dependencies.enforced;
  const admission = dependencies.admission ?? createAdmission(deadlines);
  const shares = dependencies.timeShares ?? createTimeShares();
  const apollo = createApollo(schema, log);
  const reportRefused = (problem: TokenProblem): void => log.info(problem, 'a token was refused');
  const runtime: Runtime = {
    ...dependencies,
    policy,
    calendar: dependencies.calendar ?? createCalendar(usualTimeZone),
    observability,
    stage: createStageRunner(metrics, scope, tracer, shownCode),
    apollo,
    schema,
    markings,
    documentCheck: createDocumentCheck(schema),
    executor: dependencies.executor ?? createExecutor(schema),
    planner: createPlanner(schema, markings, policy),
    claims: createClaimsReader(policy.vocabulary),
    anonymous: anonymousPrincipal(policy),
    knownTokens: new KnownTokens(),
    knownSessions: new KnownSessions(
      (digest, at) => useSession(dependencies.orm.em.getKysely<unknown>(), digest, at),
      (role) => purposesOf(policy, role),
    ),
    proofs: dependencies.ownIssuer?.proofs,
    reportRefused,
    ownAuthentication:
      application.authenticate && createOwnAuthentication(application.authenticate, policy, deadlines.request, reportRefused),
    partnerTokens: dependencies.ownIssuer?.partnerTokens,
    acknowledgements: new Acknowledgements(new PurposeTexts(policy, application.sayPurpose), application.acknowledgements),
    readBudgets: createReadBudgets(application.access),
    admission,
    fairQueue: createFairQueue(requestLimits, shares, (work) => admission.serve(work)),
    views: createViews(schema, markings, policy),
    compareCandidate: candidate && createComparison(schema, markings, candidate, log),
  };
  await apollo.start();

  const app = await createHttpApp({ deadlines, requestLimits, observability, log, requestLog, shares, admission, newRequestId });
  const { ownIssuer, now } = dependencies;
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (ownIssuer && isDpop(request.headers.authorization)) reply.header('dpop-nonce', ownIssuer.nonce(now()));
    done();
  });
  app.addHook('onClose', () => apollo.stop());

  const documents = dependencies.trustedDocuments && reviewDocuments(dependencies.trustedDocuments, runtime);
  const impersonal = new Set(documents?.filter(({ personal }) => !personal).map(({ hash }) => hash));
  const { corsOrigins: origins = [] } = dependencies;
  await allowOrigins(app, origins);
  await serveOperations(app, { runtime, admission, trusted: dependencies.trustedDocuments, impersonal, origins });
  const inTurn = createInTurn(admission, runtime.fairQueue);
  serveLog(app, runtime, inTurn);
  const delayed = (): readonly string[] => [...(dependencies.readiness?.delayed ?? []), ...(dependencies.delayed?.() ?? [])];
  serveHealth(app, dependencies.readiness, admission, delayed);
  await application.servePages(app, {
    askGateway: createAskForPages(runtime, admission),
    policy,
    signIn: ownIssuer && `${ownIssuer.issuer}/account/sign-in`,
    today: () => runtime.calendar.dayOf(now()),
    timeZone: runtime.calendar.timeZone,
    newId: dependencies.newId,
    inTurn,
  });
  const { sessions, sessionCookie } = dependencies;
  // Loaded only now: packages of sign-in are not installed where an application has no accounts.
  if (sessions && sessionCookie) {
    const { serveSessions } = await import('../../identity/sessions/serve-sessions.ts');
    await serveSessions(app, sessions, sessionCookie, inTurn);
  }
  await dependencies.serveDevelopment?.(app, inTurn);
  if (dependencies.identity) {
    const { serveIdentity } = await import('../../identity/server/serve-identity.ts');
    await serveIdentity(app, dependencies.identity, inTurn, dependencies.now);
  }
  if (dependencies.pages !== undefined) servePages(app, dependencies.pages, dependencies.identity?.issuer);
  return app;
}

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
