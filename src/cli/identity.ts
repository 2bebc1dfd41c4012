import { assertMayServe } from '../gateway/assert-may-serve.ts';
import { createAdmission } from '../gateway/admission.ts';
import { createHttpServer } from '../gateway/http-server.ts';
import { drain } from '../gateway/drain.ts';
import { listen } from '../gateway/listen.ts';
import { openAuthorization } from '../gateway/open-authorization.ts';
import { reportMail } from '../gateway/report-mail.ts';
import { securityHeaders } from '../gateway/security-headers.ts';
import { startFailure } from '../gateway/start-failure.ts';
import { stopAtSignal } from '../gateway/stop-at-signal.ts';
import { stopParts, type Part } from '../gateway/stop-parts.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open.ts';
import { secret } from '../database/secrets.ts';
import { PrivacyError } from '../errors.ts';
import { serveIdentity } from '../identity/server/serve-identity.ts';
import { createObservability } from '../observability/create-observability.ts';
import { openMailer } from '../mail/open-mailer.ts';
import { openLog } from '../observability/open-log.ts';
import { createPseudonyms } from '../records/pseudonyms.ts';

// Runs the authorization server by itself, for gateways with IDENTITY=off. A process that serves sign-ins then reads no record.
try {
  const config = readConfig();
  assertMayServe(config);
  const { identity, deadlines } = config;
  if (!identity) throw new PrivacyError('SETTING_INVALID', { problems: ['IDENTITY_ISSUER: is not set'] });
  const observability = createObservability();
  const { log, close: closeLog } = openLog(config.logLevel, observability);
  const now = (): Date => new Date();
  const parts: Part[] = [{ name: 'log', stop: closeLog }];
  const database = await openDatabase(config, ['identity']);
  parts.push({ name: 'database', stop: (within) => database.close(within) });
  const pseudonyms = createPseudonyms(secret(config.secrets, 'pseudonyms'));
  const mailer = openMailer(config.mail, config.dataDirectory, reportMail(log));
  if (mailer) parts.push({ name: 'mail', stop: () => mailer.stop() });
  const authorization = await openAuthorization(config, identity, database.roles.identity, mailer, pseudonyms, now, log);
  parts.push({ name: 'authorization server', stop: (within) => authorization.stop(within) });
  const admission = createAdmission(deadlines);
  const app = createHttpServer(deadlines, config.requestLimits.trustedProxies, observability.metrics);
  const headers = { ...(await securityHeaders()), 'cache-control': 'no-store' };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await serveIdentity(app, authorization.server, (_request, reply, work) => admission.admit(reply.raw, () => admission.serve(work)), now);
  parts.push({ name: 'requests', stop: (within) => drain(app, admission, within) });
  await listen(app, config);
  stopAtSignal(() => stopParts(parts, deadlines.stop, log), deadlines.stop);
  // Written last: a reader of this line may send a signal at once.
  process.stdout.write(`ready: ${identity.issuer}\n`);
} catch (error) {
  process.stderr.write(`${startFailure(error).message}\n`);
  process.exitCode = 1;
}
