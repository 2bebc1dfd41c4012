import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import { town } from '../../../src/town/index.ts';
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { causeOf } from '../../../src/platform/errors/error-cause.ts';
import { testCalendar } from '../time/calendar.ts';
import { testJournal } from './journal.ts';
import { lastingPort } from '../processes/lasting-port.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { openPartnerAccess } from '../../../src/identity/partners/open-partner-access.ts';
import type { PartnerAccess } from '../../../src/identity/partners/partner-access.ts';
import { policyHash } from '../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import type { SmallPool } from '../../../src/platform/postgres/connections/open-small-pool.ts';
import { openOwnIssuer } from '../../../src/server/start/parts/own-issuer.ts';
import type { Dependencies } from '../../../src/server/spine/runtime.ts';
import type { RequestLimits } from '../../../src/platform/settings/config.ts';
import { openPasskeys } from '../../../src/identity/accounts/passkeys/open-passkeys.ts';
import { openSessions } from '../../../src/identity/sessions/open-sessions.ts';
import { openIdentity, type IdentityServer } from '../../../src/identity/server/provider.ts';
import { cast } from '../../../demo/personas.ts';
import { realClock } from '../time/live-today.ts';
import { openTestAccounts, plain, storeAccount } from './open-test-accounts.ts';
import { openGateway, type TestGateway } from '../gateway/gateway.ts';
import { testSecrets, type TestDatabase } from '../database/cluster.ts';
import { patientDeadlines } from '../gateway/patient-deadlines.ts';
import { sharedSchema } from '../gateway/shared-schema.ts';

/** The app that residents sign in with. */
export const app = { id: 'town-app', name: 'Town app', redirectUris: ['ca.example.town:/signed-in'] } as const;
/** An account of a resident, and one of a resident who is also a clerk. */
export const [residentEmail, bothEmail] = ['resident@mail.example', 'both@mail.example'];
export const audience = 'urn:need-to-know:gateway';

/** Two gateways on one database, behind one address, that both serve the authorization server. */
export interface IdentityTown {
  readonly issuer: string;
  /** The address of `/graphql` that proofs name. */
  readonly url: string;
  readonly one: TestGateway;
  readonly other: TestGateway;
  /** The account of the resident who is a clerk. */
  readonly bothId: string;
  /** The authorization server of the first gateway. */
  readonly server: IdentityServer;
  /** Statements of the authorization server's role. */
  readonly identity: SmallPool;
  close(): Promise<void>;
}

const { markings } = sharedSchema;
const notice = 'Use this only for the stated purpose.';

function partnersOf(database: SmallPool): PartnerAccess {
  const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
  return openPartnerAccess({
    vocabulary,
    database,
    disguise: (partner, resident) => pseudonyms.disguise(partner, resident),
    categoryOf: (coordinate) => markings.outputs.get(coordinate)?.category,
    policyVersion: policyHash(policyInForce),
    notice,
    now: realClock,
  });
}

export async function openIdentityTown(requestLimits?: RequestLimits): Promise<IdentityTown> {
  const port = await lastingPort();
  // Passkeys are for a domain.
  const origin = `http://localhost:${port}`;
  const [issuer, url] = [`${origin}/oidc`, `${origin}/graphql`];
  const serverSecret = randomBytes(32);
  const servers: IdentityServer[] = [];
  const pools: SmallPool[] = [];
  const openParts = async (
    database: TestDatabase,
    log: Logger,
  ): Promise<Partial<Dependencies> & { readonly stop: () => Promise<void> }> => {
    const accounts = openTestAccounts(database, realClock);
    const { pool } = accounts;
    const orm = await openOrm(database.roles.gateway, town.entities, { deadlines: patientDeadlines });
    const journal = testJournal;
    const passkeys = openPasskeys(
      { database: pool, calendar: testCalendar, policy: policyInForce, disguise: plain, now: realClock },
      issuer,
    );
    const sessions = openSessions({
      database: pool,
      accounts,
      passkeys,
      journal,
      askForMail: accounts.askForMail,
      now: realClock,
      calendar: testCalendar,
    });
    const sessionCookie = { secure: false };
    const identity = await openIdentity(
      {
        vocabulary,
        issuer,
        audience,
        accessTokenLifetime: 600,
        apps: [app],
        database: pool,
        secret: serverSecret,
        accounts,
        passkeys,
        partners: partnersOf(pool),
        disguise: plain,
        journal,
        now: realClock,
        sessions,
        sessionCookie,
        linksAreMailed: true,
        reportRefused: (problem) => log.info(problem, 'an assertion of a client was refused'),
      },
      (error) => log.error({ cause: causeOf(error) }, 'the authorization server failed'),
    );
    servers.push(identity);
    pools.push(pool);
    const ownIssuer = openOwnIssuer(town, { issuer, gatewayUrl: url }, serverSecret, () => orm.em.getKysely<unknown>(), log);
    const stop = async (): Promise<void> => {
      identity.stop();
      await accounts.stop();
      await orm.close(true);
    };
    return { identity, ownIssuer, sessions, sessionCookie, stop };
  };
  const one = await openGateway({ port, clock: realClock, openParts, ...(requestLimits && { requestLimits }) });
  await storeAccount(one.database, { email: residentEmail, residentId: cast.resident });
  const bothId = await storeAccount(one.database, { email: bothEmail, residentId: cast.neighbour, employeeId: cast.clerk });
  const other = await openGateway({ clock: realClock, openParts, ...(requestLimits && { requestLimits }) }, one.database);
  return {
    issuer,
    url,
    one,
    other,
    bothId,
    server: servers[0]!,
    identity: pools[0]!,
    close: async () => {
      await other.close();
      await one.close();
    },
  };
}
