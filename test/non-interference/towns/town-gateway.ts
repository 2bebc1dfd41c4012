import { town } from '../../../src/town/index.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { issueToken, openTestTrust } from '../../helpers/tokens/issuer.ts';
import type { Entry } from '../../../src/log/entry/entry.ts';
import { openGroupCommit } from '../../../src/log/store/staging/group-commit.ts';
import { createReceipts } from '../../../src/log/store/publication/make-receipts.ts';
import { openOwnIssuer } from '../../../src/server/start/parts/own-issuer.ts';
import { partnerOf } from '../../../src/town/policy/partners/partners.ts';
import { readConfig, usualRequestLimits, type Config } from '../../../src/platform/settings/config.ts';
import { openLogKeys } from '../../../src/log/store/publication/log-key-store.ts';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { undividedTime } from '../../helpers/gateway/undivided-time.ts';
import { createApp } from '../../../src/server/http/app.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { countGuardFailures } from '../../../src/server/spine/entry/count-guard-failures.ts';
import { createObservability } from '../../../src/server/observe/create-observability.ts';
import type { Dependencies } from '../../../src/server/spine/runtime.ts';
import { claimRules } from '../../../src/town/policy/rules/claim-rules.ts';
import { createWords } from '../../../src/town/shared/create-words.ts';
import { contactRules } from '../../../src/town/policy/rules/contact-rules.ts';
import { createCursors } from '../../../src/engine/rows/cursors.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { copyDatabase, testCluster, testNow, type TestDatabase } from '../../helpers/database/cluster.ts';
import { numberedBytes, numberedId } from '../../helpers/log/numbered.ts';
import { alwaysProven } from '../../helpers/identity/proven-contact.ts';
import { authorizationOf } from '../../helpers/tokens/ask-with-token.ts';
import { clientOf, issuePartnerToken, ownAddresses, storeClient } from '../../helpers/tokens/partner-tokens.ts';
import { captureStatements } from '../../helpers/values/statements.ts';
import type { Standpoint } from './standpoints.ts';
import { rollBackCommits } from '../roll-back-commits.ts';

/** A gateway's answer to one request, and its database statements. */
export interface Outcome {
  readonly status: number;
  /** Every header except the date, sorted. */
  readonly headers: readonly string[];
  /** The body. Only the shape of a receipt is kept. */
  readonly body: string;
  /** The statements' texts without parameters, in order. */
  readonly statements: readonly string[];
  /** The access entry, committed or not, without its salts and the hashes made with them. */
  readonly entries: readonly Pick<Entry, 'header' | 'segments'>[];
}

/** The dependencies of the gateway that are replaced. */
interface Overrides extends Pick<Partial<Dependencies>, 'executor' | 'pseudonyms'> {
  /** A fixed secret, if cursors must be equal in every run. */
  readonly cursorKey?: Buffer;
}

/** A gateway over one town, whose clock, ids and nonces are the same for every request. */
export interface TownGateway {
  readonly database: TestDatabase;
  /** @param number determines the request's ids and nonces; default: the next number */
  ask(headers: Readonly<Record<string, string>>, body: unknown, number?: number): Promise<Outcome>;
  /** Returns the lines that it wrote to its log since the last call. */
  takeLog(): string[];
  close(): Promise<void>;
}

/**
 * Opens a gateway over its own town, listening on loopback.
 * @param overrides dependencies to replace
 */
export async function openTownGateway(overrides: Overrides = {}): Promise<TownGateway> {
  const database = await copyDatabase();
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  // One connection, so that concurrent statements have one order.
  const orm = await openOrm(database.roles.gateway, town.entities, { max: 1, onPool: rollBackCommits });
  // MikroORM checks once whether its database exists.
  const warm = orm.em.fork();
  await warm.begin();
  await warm.rollback();
  // Every commit is replaced by a rollback, so that every operation finds the same town.
  const statements = captureStatements(database.roles.gateway, (text) => (/^commit\b/i.test(text) ? 'rollback' : text));
  const logKeys = openLogKeys(config, config.logOrigin);
  const makeReceipts = createReceipts(logKeys.origin, logKeys.newest, () => testNow.getTime());
  const appends = openGroupCommit(database.roles.gateway, makeReceipts, town.access, () => undefined);
  const logged: string[] = [];
  const entries: Outcome['entries'][number][] = [];
  const note = ({ header, segments }: Entry): void =>
    void entries.push({ header: { ...header, segments: { root: '', size: 0 } }, segments });
  let requests = 0;
  let count = 0;
  const log = pino({ level: 'debug', base: null, timestamp: false }, { write: (line: string) => void logged.push(line) });
  const ownIssuer = openOwnIssuer(town, ownAddresses, secret(config.secrets, 'cursors'), () => orm.em.getKysely<unknown>(), log);
  const enforced = buildSchema(town, undefined, undefined, countGuardFailures(log, createObservability().metrics));
  const app = await createApp({
    timeShares: undividedTime,
    application: town,
    enforced,
    parts: {
      words: createWords(enforced.markings, town.policy),
      workMailDomains: config.workMailDomains,
      claimRules,
      contactRules,
      anonymousSenders: alwaysProven,
    },
    orm,
    trust: openTestTrust(config),
    audience: config.audience,
    // One token asks both towns, and each proof is accepted once.
    ownIssuer: { ...ownIssuer, proofs: { check: async ({ now }) => ({ digest: randomBytes(32), until: now }) } },
    tokenMaxLifetime: config.tokenMaxLifetime,
    cursors: createCursors(overrides.cursorKey ?? secret(config.secrets, 'cursors'), () => numberedBytes(count++, 12)),
    pseudonyms: overrides.pseudonyms ?? createPseudonyms(secret(config.secrets, 'pseudonyms')),
    logKeys,
    witnesses: [],
    appends: { ...appends, append: (entry, ...rest) => (note(entry), appends.append(entry, ...rest)) },
    // Called here for an entry that is committed with a change, and for the receipt of an earlier one.
    makeReceipts: (promised) => {
      for (const one of promised) if ('segments' in one) note(one as Entry);
      return makeReceipts(promised);
    },
    executor: overrides.executor,
    requestLimits: { ...usualRequestLimits, refusedDocuments: 1_000_000 },
    log,
    now: () => testNow,
    newId: () => numberedId(count++),
    // Every answer shows it in a header.
    newRequestId: () => 'request',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    database,
    takeLog: () => logged.splice(0),
    async ask(headers, body, number = (requests += 1)) {
      // No two requests share an id, because the log accepts each id once. The same request has the same id in both towns.
      count = number * 10_000;
      statements.statements.length = 0;
      entries.length = 0;
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
        body: JSON.stringify(body),
      });
      return {
        status: answer.status,
        headers: [...answer.headers]
          .filter(([name]) => name !== 'date')
          .map((header) => header.join(': '))
          .toSorted(),
        body: (await answer.text()).replace(/"leafHash":"[\da-f]{64}","promise":\{[^}]*\}/, '"leafHash":"…","promise":"…"'),
        statements: statements.statements.map(({ text }) => text),
        entries: [...entries],
      };
    },
    async close() {
      await app.close();
      await appends.stop();
      await orm.close(true);
      statements.stop();
      await database.drop();
    },
  };
}

/** The headers of a request from a standpoint. A partner's token is stored in each town. */
export async function headersOf(standpoint: Standpoint, towns: readonly TownGateway[]): Promise<Record<string, string>> {
  const { principal, role, purposes } = standpoint;
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const token =
    principal !== undefined && partnerOf(role)
      ? await partnerToken(principal, standpoint, config, towns)
      : principal && (await issueToken(config, { subject: principal, role, purposes, now: testNow }));
  return {
    ...(token && { authorization: authorizationOf(token) }),
    ...(standpoint.case && { 'privacy-case': standpoint.case }),
  };
}

async function partnerToken(
  partnerId: string,
  { mandate, purposes, narrowed: { left: _left, registered, ...details } = {} }: Standpoint,
  { audience, secrets }: Config,
  towns: readonly TownGateway[],
): Promise<string> {
  const pseudonyms = createPseudonyms(secret(secrets, 'pseudonyms'));
  const subjects = details.subjects?.map((id) => pseudonyms.disguise(partnerId, id));
  const clientId = registered ? randomUUID() : clientOf(partnerId);
  const request = { partnerId, purpose: purposes[0]!, audience, mandate, details: { ...details, subjects }, clientId, now: testNow };
  const token = randomBytes(32).toString('base64url');
  for (const { database } of towns) {
    if (registered) await storeClient(database.asOwner, partnerId, { id: clientId, categories: registered });
    await issuePartnerToken(database.asOwner, request, token);
  }
  return token;
}
