import type { Application } from '../../engine/application.ts';
import type { Config } from '../../platform/settings/config.ts';
import { openCheckPool } from '../../platform/postgres/roles/check-role.ts';
import { watchDefinitions } from '../../platform/postgres/definitions/watch-definitions.ts';
import { openIdentityChecks } from '../../platform/postgres/roles/identity-checks.ts';
import { openDatabase } from './open.ts';
import { roleNames } from '../../platform/postgres/roles/role-names.ts';
import { existingSecret } from '../../platform/postgres/secrets/secrets.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { serveIdentity } from '../../identity/server/serve-identity.ts';
import { serveSessions } from '../../identity/sessions/serve-sessions.ts';
import { openMailer } from '../../platform/mail/open-mailer.ts';
import { createObservability } from '../observe/create-observability.ts';
import { serveMetrics } from '../observe/metrics/metrics-server.ts';
import { openLog } from '../observe/logging/open-log.ts';
import { createReadiness } from '../observe/readiness/readiness.ts';
import { createPseudonyms } from '../../engine/rows/pseudonyms.ts';
import { createAdmission, createFairQueue, createInTurn } from '../fairness/fair-queue.ts';
import { assertComplete } from './check/assert-complete.ts';
import { assertMayServe } from './check/assert-may-serve.ts';
import { buildSchema } from '../spine/document/build-schema.ts';
import { drain } from './stop/drain.ts';
import { serveHealth } from '../http/health-routes.ts';
import { createHttpApp } from '../http/app.ts';
import { listen } from '../http/connections/listen.ts';
import { openAuthorization } from './parts/open-authorization.ts';
import { reportMail } from '../observe/metrics/report-mail.ts';
import { reportReadiness } from '../observe/readiness/report-readiness.ts';
import { sessionCookieOf } from '../http/session-cookie-of.ts';
import { stopParts, type Part } from './stop/stop-parts.ts';
import { createTimeShares } from '../fairness/time-shares.ts';

/** A running authorization server without a gateway. */
export interface IdentityProcess {
  readonly issuer: string;
  /** Where it listens. */
  readonly url: string;
  /** The address of its metrics; undefined: none are served. */
  readonly metricsUrl: string | undefined;
  /** Serves what was begun, and stops all parts within DEADLINE_STOP. @returns whether everything ended in time and without a failure */
  stop(): Promise<boolean>;
}

/**
 * Starts the authorization server and the sessions of browsers by themselves, with the bounds of a gateway.
 * @throws PrivacyError APPLICATION_INCOMPLETE; SETTING_INVALID, naming what is missing or cannot be read; SCHEMA_TOO_OLD, SCHEMA_TOO_NEW, DATABASE_START_FAILED
 */
export async function startIdentity(application: Application, config: Config): Promise<IdentityProcess> {
  await assertComplete(application);
  assertMayServe(config);
  const { identity, deadlines, requestLimits, requestLog, production } = config;
  if (!identity) throw new PrivacyError('SETTING_INVALID', { problems: ['IDENTITY_ISSUER: is not set'] });
  const now = (): Date => new Date();
  const observability = createObservability();
  const { metrics } = observability;
  const { log, close: closeLog } = openLog(config.logLevel, observability);
  const parts: Part[] = [{ name: 'log', stop: closeLog }];
  const stop = (): Promise<boolean> => stopParts(parts.splice(0), deadlines.stop, log);
  try {
    const database = await openDatabase(config, ['identity'], application.database);
    parts.push({ name: 'database', stop: (within) => database.close(within) });
    const { identity: url } = database.roles;
    const pseudonyms = createPseudonyms(existingSecret(config.secrets, 'pseudonyms'));
    const mailer = openMailer(config.mail, config.dataDirectory, reportMail(log));
    if (mailer) parts.push({ name: 'mail', stop: () => mailer.stop() });
    const { markings } = buildSchema(application);
    const authorization = await openAuthorization({
      application,
      config,
      identity,
      markings,
      url,
      mailer,
      pseudonyms,
      now,
      log,
      metrics,
    });
    parts.push({ name: 'authorization server', stop: (within) => authorization.stop(within) });
    const checks = openIdentityChecks(url, deadlines.connect, application.database);
    parts.push({ name: 'checks', stop: () => checks.stop() });
    const definitionsPool = openCheckPool(url, deadlines.connect, deadlines.request);
    const definitions = watchDefinitions(definitionsPool, roleNames(config.databaseRolePrefix), application.database);
    parts.push({ name: 'definitions', stop: async () => (definitions.stop(), definitionsPool.end()) });
    const readiness = createReadiness(
      {
        database: () => checks.answers(),
        schema: () => checks.hasSchema(),
        definitions: async () => (definitions.assertUnaltered(), true),
        roles: () => checks.hasRights(),
        log: () => checks.takesEntries(),
        keys: async () => authorization.server.reload().then(() => true),
      },
      reportReadiness(log, 'the authorization server'),
    );
    parts.push({ name: 'readiness', stop: async () => readiness.stop() });

    const admission = createAdmission(deadlines);
    metrics.showQueue('requests', () => admission.active);
    const shares = createTimeShares();
    const app = await createHttpApp({ deadlines, requestLimits, observability, log, requestLog, shares, admission });
    const inTurn = createInTurn(
      admission,
      createFairQueue(requestLimits, shares, (work) => admission.serve(work)),
    );
    serveHealth(app, readiness, admission, authorization.delayed);
    await serveSessions(app, authorization.sessions, sessionCookieOf(identity, production), inTurn);
    await serveIdentity(app, authorization.server, inTurn, now);
    parts.push({ name: 'requests', stop: (within) => drain(app, admission, within) });
    if (config.metrics) metrics.measureProcess();
    const metricsServer = config.metrics && (await serveMetrics(metrics.registry, config.metrics));
    if (metricsServer) parts.push({ name: 'metrics', stop: () => metricsServer.close() });
    return { issuer: identity.issuer, url: await listen(app, config), metricsUrl: metricsServer?.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
