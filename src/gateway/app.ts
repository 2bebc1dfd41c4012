import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { KnownSessions } from '../authentication/known-sessions.ts';
import { KnownTokens } from '../authentication/known-tokens.ts';
import { Acknowledgements } from '../purpose/acknowledgements.ts';
import { PurposeTexts } from '../purpose/purpose-texts.ts';
import { purposesOf } from '../policy/enter.ts';
import { useSession } from '../records/use-session.ts';
import { createReadBudgets } from '../read-budgets/read-budgets.ts';
import { usualDeadlines } from '../deadlines.ts';
import { createDocumentCheck } from '../document/check-document.ts';
import { createExecutor } from '../execution/create-executor.ts';
import { createPlanner } from '../enforcement/plan.ts';
import { createViews } from '../enforcement/view.ts';
import { asPrivacyError, PrivacyError, type ErrorCode } from '../errors.ts';
import { usualRequestLimits } from '../request-limits.ts';
import { createObservability } from '../observability/create-observability.ts';
import { createStageRunner } from '../observability/stage-runner.ts';
import { createAdmission } from './admission.ts';
import { answerStatus } from './answer-status.ts';
import { allowOrigins } from './allow-origins.ts';
import { createApollo } from './apollo.ts';
import { buildSchema } from './build-schema.ts';
import { schemaSources } from './schema-sources.ts';
import { createComparison } from '../candidate-policy/compare-candidate.ts';
import { serveHealth } from './health-routes.ts';
import { createHttpServer } from './http-server.ts';
import { serveLog } from './log-routes.ts';
import { addressKey, parseBodies } from './parse-bodies.ts';
import { countGuardFailures } from './count-guard-failures.ts';
import { createWords } from './create-words.ts';
import { observeHttp } from './observe-http.ts';
import type { Dependencies, Services } from './services.ts';
import { chooseLanguage, tellLanguage } from './speak-language.ts';
import { serveOperations } from './operation-routes.ts';
import { retryAfterOf } from './retry-after.ts';
import { reviewDocuments } from './review-documents.ts';
import { challengeOf, isDpop } from './challenge.ts';
import { serveSessions } from '../identity/sessions/serve-sessions.ts';
import type { InTurn } from '../identity/server/serve-identity.ts';
import { createTimeShares } from './time-shares.ts';
import { createTurns } from './turns.ts';
import { securityHeaders } from './security-headers.ts';
import { causeOf } from '../error-cause.ts';
import { codeOf, shownCode } from './show-error.ts';

/** Milliseconds that a refused request counts for, besides parsing its body. */
const refusalCost = 0.2;
/** Milliseconds before a client gets 429. One that asks again at once would be refused all the time. The request counts no longer. */
const refusalPause = 100;

/**
 * Makes the HTTP application: `/graphql` and the routes of the access log's tree. It does not listen yet.
 * @throws PrivacyError SCHEMA_INCONSISTENT; POLICY_INVALID where the candidate does not fit the schema; SETTING_INVALID where a trusted
 *   document does not
 */
export async function createApp(dependencies: Dependencies): Promise<FastifyInstance> {
  const { policy, candidate, log, requestLog = 'off', observability = createObservability(), deadlines = usualDeadlines } = dependencies;
  const { requestLimits = usualRequestLimits } = dependencies;
  const { metrics, scope, tracer } = observability;
  const { schema, catalogue } = buildSchema(schemaSources(), policy, countGuardFailures(log, metrics));
  const admission = dependencies.admission ?? createAdmission(deadlines);
  const shares = dependencies.timeShares ?? createTimeShares();
  const apollo = createApollo(schema, log);
  const services: Services = {
    ...dependencies,
    observability,
    stage: createStageRunner(metrics, scope, tracer, shownCode),
    apollo,
    schema,
    catalogue,
    documentCheck: createDocumentCheck(schema),
    executor: dependencies.executor ?? createExecutor(schema),
    planner: createPlanner(schema, catalogue, policy),
    words: createWords(catalogue, policy),
    knownTokens: new KnownTokens(),
    knownSessions: new KnownSessions(
      (digest, at) => useSession(dependencies.orm.em.getKysely<unknown>(), digest, at),
      (role) => purposesOf(policy, role),
    ),
    proofs: dependencies.ownIssuer?.proofs,
    reportRefused: (reason) => log.info({ reason }, 'a token was refused'),
    partnerTokens: dependencies.ownIssuer?.partnerTokens,
    acknowledgements: new Acknowledgements(new PurposeTexts(policy)),
    readBudgets: createReadBudgets(),
    turns: createTurns(requestLimits, shares, (work) => admission.serve(work)),
    views: createViews(schema, catalogue, policy),
    compareCandidate: candidate && createComparison(schema, catalogue, candidate, log),
  };
  await apollo.start();

  const app = createHttpServer(deadlines, requestLimits.trustedProxies, metrics, dependencies.newRequestId);
  chooseLanguage(app);
  parseBodies(app, shares, deadlines.request);
  observeHttp(app, observability, log, requestLog);
  const headers = { ...(await securityHeaders()), 'cache-control': 'no-store' };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  const { ownIssuer, now } = dependencies;
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (ownIssuer && isDpop(request.headers.authorization)) reply.header('dpop-nonce', ownIssuer.nonce(now()));
    done();
  });
  app.addHook('onClose', () => apollo.stop());

  // Before the routes: a plugin gets the handlers that are there when it is registered.
  app.setNotFoundHandler(async () => {
    throw new PrivacyError('ROUTE_UNKNOWN');
  });
  app.setErrorHandler(async (error, request, reply) => {
    // A refusal that no principal paid for is paid for by its address, and waits as that does.
    if (!request.hasShare) await shares.pay(addressKey(request.ip), request.parsedIn + refusalCost);
    const shown = asPrivacyError(error) ?? new PrivacyError(fastifyCode(error));
    request.answerCode = shown.code;
    if (shown.code === 'TOO_MANY_REQUESTS') await setTimeout(refusalPause);
    const retryAfter = retryAfterOf(shown);
    if (retryAfter !== undefined) reply.header('retry-after', `${retryAfter}`);
    if (admission.isClosed) reply.header('connection', 'close');
    // A client that went away is no failure.
    if (shown.status >= 500 && !reply.raw.destroyed)
      dependencies.log.error({ code: shown.code, cause: causeOf(shown.cause ?? error) }, 'a request failed');
    const { http: _http, ...extensions } = shown.extensions;
    if (!reply.hasHeader('content-language')) tellLanguage(reply);
    if (shown.status === 401) reply.header('www-authenticate', challengeOf(shown.code, request.headers.authorization));
    if (shown.status === 405) reply.header('allow', 'POST');
    return reply
      .code(
        request.answerType ? answerStatus({ status: shown.status, code: shown.code, hasData: false }, request.answerType) : shown.status,
      )
      .type(`${request.answerType ?? 'application/json'}; charset=utf-8`)
      .send(JSON.stringify({ errors: [{ message: services.words[request.language].error(shown.code), extensions }] }));
  });

  const documents = dependencies.trustedDocuments && reviewDocuments(dependencies.trustedDocuments, services);
  const impersonal = new Set(documents?.filter(({ personal }) => !personal).map(({ hash }) => hash));
  const { corsOrigins: origins = [] } = dependencies;
  await allowOrigins(app, origins);
  await serveOperations(app, { services, admission, trusted: dependencies.trustedDocuments, impersonal, origins });
  serveLog(app, services, admission);
  serveHealth(app, dependencies.readiness, admission);
  const inTurn: InTurn = ({ ip }, { raw }, work) => admission.admit(raw, (deadline) => services.turns.takeLog(ip, deadline, work));
  const { sessions, sessionCookie } = dependencies;
  if (sessions && sessionCookie) await serveSessions(app, sessions, sessionCookie, inTurn);
  if (dependencies.identity) {
    const { serveIdentity } = await import('../identity/server/serve-identity.ts');
    await serveIdentity(app, dependencies.identity, inTurn, dependencies.now);
  }
  return app;
}

function fastifyCode(error: unknown): ErrorCode {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'BODY_TOO_LARGE';
  if (statusCode === 415) return 'MEDIA_TYPE_UNSUPPORTED';
  if (statusCode !== undefined && statusCode < 500) return 'BODY_INVALID';
  return codeOf(undefined, error);
}
