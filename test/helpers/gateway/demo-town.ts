import { town } from '../../../src/town/index.ts';
import { development } from '../../../demo/development.ts';
import { demoApp } from '../../../demo/demo-app.ts';
import { addSignIns } from '../../../demo/population/sign-ins.ts';
import type { SignInPlace } from '../../../demo/sign-in/credential.ts';
import { readConfig, type IdentityConfig } from '../../../src/platform/settings/config.ts';
import { lastingPort } from '../processes/lasting-port.ts';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { openAuthorization } from '../../../src/server/start/parts/open-authorization.ts';
import { openOwnIssuer } from '../../../src/server/start/parts/own-issuer.ts';
import { openTrustedDocuments } from '../../../src/server/spine/document/open-trusted-documents.ts';
import type { IdentityServer } from '../../../src/identity/server/provider.ts';
import type { Mailer } from '../../../src/platform/mail/mail.ts';
import { createObservability } from '../../../src/server/observe/create-observability.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { testCluster } from '../database/cluster.ts';
import { openGateway, type TestGateway } from './gateway.ts';
import { realClock } from '../time/live-today.ts';
import { patientDeadlines } from './patient-deadlines.ts';
import { alwaysProven } from '../identity/proven-contact.ts';
import { settingsFor } from '../processes/run-privacy.ts';
import { sharedSchema } from './shared-schema.ts';

/** A gateway at which the personas of the demo can sign in, with the page of a development. */
export interface DemoTown {
  readonly gateway: TestGateway;
  /** The part that starts sessions. */
  readonly server: IdentityServer;
  readonly place: SignInPlace;
  /** The settings of commands that use it. */
  readonly settings: Readonly<Record<string, string>>;
}

interface DemoTownOptions {
  /** Default: the demo's. */
  readonly apps?: IdentityConfig['apps'];
  /** Default: the machine's. */
  readonly clock?: () => Date;
  /** The folder of the built pages, whose documents alone are then served; default: none are served. */
  readonly pages?: string;
  /** Takes the mails of accounts; default: none are sent, and no page offers one. */
  readonly mailer?: Mailer;
}

export async function openDemoTown(options: DemoTownOptions = {}): Promise<DemoTown> {
  const { apps = [demoApp], clock: now = realClock, pages, mailer } = options;
  const opened: IdentityServer[] = [];
  const port = await lastingPort();
  const origin = `http://localhost:${port}`;
  const identity = { issuer: `${origin}/oidc`, isServed: true, apps, gatewayUrl: `${origin}/graphql` };
  const { dataDirectory } = testCluster();
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDirectory });
  const gateway = await openGateway({
    port,
    gatewayUrl: identity.gatewayUrl,
    clock: now,
    // No one reads mails there.
    anonymousSenders: alwaysProven,
    ...(pages !== undefined && { pages, trustedDocuments: openTrustedDocuments({ manifests: [], trustedOnly: false }, pages)! }),
    openParts: async ({ roles }, log) => {
      await addSignIns(roles.owner, { dataDirectory, now: now() });
      const pseudonyms = createPseudonyms(secret(config.secrets, 'pseudonyms'));
      const authorization = await openAuthorization({
        application: town,
        config,
        identity,
        markings: sharedSchema.markings,
        url: roles.identity,
        mailer,
        pseudonyms,
        now,
        log,
        metrics: createObservability().metrics,
      });
      const orm = await openOrm(roles.gateway, town.entities, { deadlines: patientDeadlines });
      const ownIssuer = openOwnIssuer(town, identity, secret(config.secrets, 'cursors'), () => orm.em.getKysely<unknown>(), log);
      const stop = async (): Promise<void> => {
        await authorization.stop(2_000);
        await orm.close(true);
      };
      const { server, sessions } = authorization;
      opened.push(server);
      // It removes what has expired by the clock of the database, such as a session of this clock.
      if (options.clock) server.stop();
      return {
        identity: server,
        ownIssuer,
        sessions,
        sessionCookie: server.sessionCookie,
        serveDevelopment: (app, inTurn) => development.servePage(app, server, dataDirectory, inTurn),
        stop,
      };
    },
  });
  return {
    gateway,
    server: opened[0]!,
    place: { ...identity, audience: config.audience, dataDirectory },
    settings: { ...settingsFor(gateway.database), IDENTITY_ISSUER: identity.issuer },
  };
}
