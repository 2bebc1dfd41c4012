import { createClaimsReader } from '../../identity/authentication/tokens/claims.ts';
import type { FastifyInstance } from 'fastify';
import { KnownSessions } from '../../identity/authentication/browsers/known-sessions.ts';
import { KnownTokens } from '../../identity/authentication/tokens/known-tokens.ts';
import { Acknowledgements, PurposeTexts } from '../../engine/purpose/purpose-texts.ts';
import { anonymousPrincipal } from '../../engine/purpose/principal.ts';
import { purposesOf } from '../../engine/policy/decision/enter.ts';
import { useSession } from '../../identity/sessions/use-session.ts';
import { createReadBudgets } from '../../engine/budgets/read-budgets.ts';
import { usualDeadlines, usualRequestLimits } from '../../platform/settings/config.ts';
import { createDocumentCheck } from '../../engine/document/check-document.ts';
import { createExecutor } from '../../engine/execution/create-executor.ts';
import { createPlanner } from '../../engine/plan/plan.ts';
import { createViews } from '../../engine/plan/outline/view.ts';
import { createObservability } from '../observe/create-observability.ts';
import { createStageRunner } from '../observe/stage-runner.ts';
import { createAdmission } from '../fairness/admission.ts';
import { allowOrigins } from './requests/allow-origins.ts';
import { createAskForPages } from './pages/ask-for-pages.ts';
import { createApollo } from '../spine/document/apollo.ts';
import { createHttpApp } from './http-app.ts';
import { createCalendar, usualTimeZone } from '../../platform/time/calendar.ts';
import { createComparison } from '../../engine/review/candidate/compare-candidate.ts';
import { serveHealth } from './health-routes.ts';
import { serveLog } from './log/log-routes.ts';
import type { Dependencies, Runtime } from '../spine/runtime.ts';
import { serveOperations } from './operation-routes.ts';
import { reviewDocuments } from '../spine/document/review-documents.ts';
import { isDpop } from './answer-status.ts';
import { serveSessions } from '../../identity/sessions/serve-sessions.ts';
import { servePages } from './pages/serve-pages.ts';
import { createTimeShares } from '../fairness/time-shares.ts';
import { createFairQueue, createInTurn } from '../fairness/fair-queue.ts';
import { shownCode } from '../spine/answer/show-error.ts';

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
    reportRefused: (problem) => log.info(problem, 'a token was refused'),
    partnerTokens: dependencies.ownIssuer?.partnerTokens,
    acknowledgements: new Acknowledgements(new PurposeTexts(policy, application.sayPurpose), application.acknowledgements),
    readBudgets: createReadBudgets(application.access),
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
  if (sessions && sessionCookie) await serveSessions(app, sessions, sessionCookie, inTurn);
  await dependencies.serveDevelopment?.(app, inTurn);
  if (dependencies.identity) {
    const { serveIdentity } = await import('../../identity/server/serve-identity.ts');
    await serveIdentity(app, dependencies.identity, inTurn, dependencies.now);
  }
  if (dependencies.pages !== undefined) servePages(app, dependencies.pages, dependencies.identity?.issuer);
  return app;
}
