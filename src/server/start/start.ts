import type { Application } from '../../engine/application.ts';
import { randomUUID } from 'node:crypto';
import { openGroupCommit } from '../../log/store/staging/group-commit.ts';
import { createReceipts } from '../../log/store/publication/make-receipts.ts';
import { publishEvery } from '../../log/store/publication/publication.ts';
import { startSequencer, type Sequencer } from '../../log/store/numbering/sequencer.ts';
import { openTrust } from '../../identity/authentication/tokens/trust.ts';
import { createCalendar } from '../../platform/time/calendar.ts';
import type { Config } from '../../platform/settings/config.ts';
import type { Development } from './parts/development.ts';
import { openDatabase } from './open.ts';
import { openLastSigned } from '../../log/store/numbering/last-signed.ts';
import { openLogKeys } from '../../log/store/publication/log-key-store.ts';
import { openCheckPool } from '../../platform/postgres/roles/check-role.ts';
import { watchDefinitions } from '../../platform/postgres/definitions/watch-definitions.ts';
import { openDatabaseChecks } from '../../platform/postgres/readiness-checks.ts';
import { openSmallPool } from '../../platform/postgres/connections/open-small-pool.ts';
import { openOrm } from '../../platform/postgres/connections/orm.ts';
import { roleNames } from '../../platform/postgres/roles/role-names.ts';
import { secret } from '../../platform/postgres/secrets/secrets.ts';
import { createCursors } from '../../engine/rows/cursors.ts';
import { createPseudonyms } from '../../engine/rows/pseudonyms.ts';
import { keepSending } from '../../platform/mail/keep-sending.ts';
import { openMailer } from '../../platform/mail/open-mailer.ts';
import { appsOf } from './parts/apps-of.ts';
import { countGuardFailures } from '../spine/entry/count-guard-failures.ts';
import { createAdmission } from '../fairness/fair-queue.ts';
import { assertComplete } from './check/assert-complete.ts';
import { assertCanAuthenticate, assertMayServe } from './check/assert-may-serve.ts';
import { readWitnesses } from './check/read-witnesses.ts';
import { openTrustedDocuments } from '../spine/document/open-trusted-documents.ts';
import { openReplica } from './parts/open-replica.ts';
import { openReadiness } from '../observe/readiness/open-readiness.ts';
import type { Gateway } from './gateway.ts';
import { drain } from './stop/drain.ts';
import { sessionCookieOf } from '../http/session-cookie-of.ts';
import { servingRoles } from './check/serving-roles.ts';
import { stopParts, type Part } from './stop/stop-parts.ts';
import { readPolicyFile } from '../../engine/review/candidate/read-policy-file.ts';
import { reportSequencer } from '../observe/metrics/report-sequencer.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { observePool } from '../observe/metrics/observe-pool.ts';
import { createObservability } from '../observe/create-observability.ts';
import { openLog } from '../observe/logging/open-log.ts';
import { serveMetrics } from '../observe/metrics/metrics-server.ts';
import { observeBacklog } from '../observe/metrics/observe-backlog.ts';
import { observeOutbox } from '../observe/metrics/observe-outbox.ts';
import { observeTree } from '../observe/metrics/observe-tree.ts';
import { reportMail } from '../observe/metrics/report-mail.ts';
import { disablePretenuring } from './parts/disable-pretenuring.ts';
import { listen } from '../http/connections/listen.ts';
import { findPages } from '../http/pages/find-pages.ts';
import { loadAuthorization } from './parts/load-authorization.ts';
import { openOwnIssuer } from './parts/own-issuer.ts';
import { reportJwks } from '../observe/metrics/report-jwks.ts';
import { reportReadiness } from '../observe/readiness/report-readiness.ts';
import { isInTime } from '../../platform/time/is-in-time.ts';

/**
 * Starts the parts of the gateway in the order of their dependencies; `stop` stops them in reverse.
 * @param development left out in production
 * @param worker its number, where several processes serve
 * @throws PrivacyError APPLICATION_INCOMPLETE, SETTING_INVALID, DATABASE_START_FAILED, SCHEMA_INCONSISTENT or POLICY_INVALID
 */
export async function start(application: Application, config: Config, development?: Development, worker?: number): Promise<Gateway> {
  disablePretenuring();
  await assertComplete(application);
  assertMayServe(config);
  assertCanAuthenticate(application, config);
  const witnesses = readWitnesses(config.logWitnesses);
  const now = (): Date => new Date();
  const calendar = createCalendar(config.timeZone);
  const observability = createObservability();
  const { metrics } = observability;
  const { log, close: closeLog } = openLog(config.logLevel, observability, worker);
  const { deadlines } = config;
  const parts: Part[] = [{ name: 'log', stop: closeLog }];
  const stop = (): Promise<boolean> => stopParts(parts.splice(0), deadlines.stop, log);
  try {
    const candidate =
      config.policyDryRun === undefined
        ? undefined
        : readPolicyFile(application.policy.vocabulary, config.policyDryRun, 'the file of POLICY_DRY_RUN');
    const pages = application.pages && findPages(application.pages);
    if (application.pages && pages === undefined) log.warn('no pages are served: npm run -s build makes them');
    const trustedDocuments = openTrustedDocuments(config.clients, pages);
    const trust = openTrust(config, reportJwks(log, metrics));
    const database = await openDatabase(config, servingRoles(config), application.database);
    parts.push({ name: 'database', stop: (within) => database.close(within) });
    // Loaded only now: a start that its database refuses is refused without the many modules that serve requests.
    const { createApp } = await import('../http/app.ts');
    const { buildSchema } = await import('../spine/document/build-schema.ts');
    const served = config.identity?.isServed ? await loadAuthorization() : undefined;
    if (config.demoPopulation) await development?.populateIfEmpty(database.roles.owner, config.dataDirectory, now());
    const enforced = buildSchema(application, undefined, undefined, countGuardFailures(log, metrics));
    const orm = await openOrm(database.roles.gateway, application.entities, {
      onPool: (pool) => observePool(metrics, 'records', pool),
      deadlines,
    });
    parts.push({ name: 'records', stop: () => orm.close(true) });
    const replica =
      config.databaseUrls.replica && (await openReplica(config.databaseUrls.replica, database.roles.gateway, application, orm, log));
    if (replica) parts.push({ name: 'replica', stop: () => replica.stop() });
    const logKeys = openLogKeys(config, config.logOrigin);
    const lastSigned = openLastSigned(config.dataDirectory);
    // It begins once the gateway listens: a start that is refused publishes nothing.
    let sequencer: Sequencer | undefined;
    parts.push({ name: 'sequencer', stop: async () => sequencer?.stop() });
    const makeReceipts = createReceipts(logKeys.origin, logKeys.newest, () => now().getTime());
    const appends = openGroupCommit(
      database.roles.gateway,
      makeReceipts,
      application.access,
      (error) => log.error({ cause: causeOf(error) }, 'the connection of the access log broke'),
      deadlines,
    );
    parts.push({ name: 'appends', stop: () => appends.stop() });
    const checks = openDatabaseChecks(database.roles.gateway, deadlines, application.database);
    parts.push({ name: 'checks', stop: () => checks.stop() });
    const backlog = observeBacklog(checks, log, metrics, now);
    parts.push({ name: 'backlog', stop: async () => backlog.stop() });
    const definitionsPool = openCheckPool(database.roles.gateway, deadlines.connect, deadlines.request);
    const definitions = watchDefinitions(definitionsPool, roleNames(config.databaseRolePrefix), application.database);
    parts.push({ name: 'definitions', stop: async () => (definitions.stop(), definitionsPool.end()) });
    const treeDatabase = openSmallPool(database.roles.gateway, deadlines);
    const tree = observeTree(treeDatabase, logKeys, () => lastSigned.read(), log, metrics, now);
    parts.push({ name: 'tree', stop: async () => (tree.stop(), treeDatabase.stop()) });
    const ownDatabase = openSmallPool(database.roles.gateway, deadlines);
    parts.push({ name: 'application', stop: () => ownDatabase.stop() });
    const mailer = openMailer(config.mail, config.dataDirectory, reportMail(log));
    if (mailer) parts.push({ name: 'mail', stop: () => mailer.stop() });
    const pseudonyms = createPseudonyms(secret(config.secrets, 'pseudonyms'));
    const opened = application.open({
      markings: enforced.markings,
      policy: application.policy,
      database: ownDatabase,
      mailer,
      disguise: (kind, text) => pseudonyms.name(kind, text),
      limits: config.requestLimits,
      workMailDomains: config.workMailDomains,
      hasAccounts: config.identity !== undefined,
      origin: config.identity && new URL(config.identity.gatewayUrl).origin,
      now,
    });
    await opened.check?.(ownDatabase);
    const { mails } = opened;
    const sending =
      mails &&
      keepSending(
        () => mails.send(),
        (cause) => log.error({ cause }, 'mails of requests wait'),
      );
    if (sending) parts.push({ name: 'mails of requests', stop: async (within) => void (await isInTime(sending.stop(), within / 2)) });
    const outbox = mails && observeOutbox('requests', () => mails.waiting(), log, metrics);
    if (outbox) parts.push({ name: 'outbox', stop: async () => outbox.stop() });
    const cursorKey = secret(config.secrets, 'cursors');
    const ownIssuer = config.identity && openOwnIssuer(application, config.identity, cursorKey, () => orm.em.getKysely<unknown>(), log);
    const authorization =
      config.identity &&
      (await served?.openAuthorization({
        application,
        config,
        identity: { ...config.identity, apps: appsOf(config, development?.apps) },
        markings: enforced.markings,
        url: database.roles.identity,
        mailer,
        pseudonyms,
        now,
        log,
        metrics,
      }));
    if (authorization) parts.push({ name: 'authorization server', stop: (within) => authorization.stop(within) });
    const readiness = openReadiness({ database: checks, appends, logKeys, trust, definitions, tree }, reportReadiness(log));
    parts.push({ name: 'readiness', stop: async () => readiness.stop() });
    const admission = createAdmission(deadlines);
    metrics.showQueue('requests', () => admission.active);
    metrics.showQueue('appends', () => appends.waiting());
    const app = await createApp({
      application,
      parts: opened.parts,
      calendar,
      enforced,
      candidate,
      orm,
      replica: replica || undefined,
      trust,
      ownIssuer,
      identity: authorization?.server,
      sessions: authorization?.sessions,
      sessionCookie: config.identity && sessionCookieOf(config.identity, config.production),
      serveDevelopment:
        development && authorization && config.demoPopulation
          ? (on, inTurn) => development.servePage(on, authorization.server, config.dataDirectory, inTurn)
          : undefined,
      delayed: () => [...(authorization?.delayed() ?? []), ...(outbox?.isLate() ? ['answers'] : [])],
      audience: config.audience,
      tokenMaxLifetime: config.tokenMaxLifetime,
      cursors: createCursors(cursorKey),
      pseudonyms,
      logKeys,
      witnesses,
      appends,
      makeReceipts,
      deadlines,
      requestLimits: config.requestLimits,
      admission,
      readiness,
      tree,
      log,
      observability,
      requestLog: config.requestLog,
      trustedDocuments,
      pages,
      corsOrigins: config.clients.origins,
      now,
      newId: randomUUID,
    });
    parts.push({
      name: 'requests',
      stop: (within) => drain(app, admission, within),
    });
    if (config.metrics) metrics.measureProcess();
    const metricsServer = config.metrics && (await serveMetrics(metrics.registry, config.metrics));
    if (metricsServer) parts.push({ name: 'metrics', stop: () => metricsServer.close() });
    const address = await listen(app, config, worker !== undefined);
    if (config.sequencer) {
      sequencer = startSequencer(database.roles.sequencer, application.postings, logKeys, lastSigned, reportSequencer(log, metrics), {
        connect: deadlines.connect,
        publication: publishEvery(config.logPublicationSeconds),
      });
    }
    return { url: `${address}/graphql`, metricsUrl: metricsServer?.url, metrics, sequence: async () => sequencer?.run(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
