import { randomUUID } from 'node:crypto';
import { openGroupCommit } from '../../../src/log/store/staging/group-commit.ts';
import { createReceipts } from '../../../src/log/store/publication/make-receipts.ts';
import type { Receipt } from '../../../src/log/proofs/receipt.ts';
import { startSequencer } from '../../../src/log/store/numbering/sequencer.ts';
import { issueToken, openTestTrust } from '../tokens/issuer.ts';
import { knownTo } from '../../../demo/known-ids.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { personaNamed } from '../../../demo/personas.ts';
import { openLogKeys, type LogKeyStore } from '../../../src/log/store/publication/log-key-store.ts';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { createApp } from '../../../src/server/http/app.ts';
import { openOwnIssuer } from '../../../src/server/start/parts/own-issuer.ts';
import type { DataCategory, Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import { partnerOf } from '../../../src/town/policy/partners/partners.ts';
import type { Assurance } from '../../../src/engine/policy/decision/enter.ts';
import { town } from '../../../src/town/index.ts';
import { createCursors } from '../../../src/engine/rows/cursors.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { liveToday, realClock } from '../time/live-today.ts';
import type { Overrides } from './overrides.ts';
import { acknowledgeAll } from '../policy/acknowledge-all.ts';
import { askWithToken } from '../tokens/ask-with-token.ts';
import { assertNothingPersonal, outwardParts } from '../values/nothing-personal.ts';
import { openObserved, type Observed } from './observed.ts';
import { openOwnParts } from './open-own-parts.ts';
import { reuseTokens } from '../tokens/reuse-tokens.ts';
import { undividedTime } from './undivided-time.ts';
import { patientDeadlines } from './patient-deadlines.ts';
import { addProof, ownAddresses, tokenOfPartner } from '../tokens/partner-tokens.ts';
import { patientLimits } from './patient-limits.ts';
import { remembered } from '../log/remembered.ts';
import { assertNoneFailed, buildOwnSchema, sharedSchema } from './shared-schema.ts';
import { copyDatabase, testCluster, testNow, type TestDatabase } from '../database/cluster.ts';
import { parseBody } from '../asking/parse-body.ts';

/** The parts of a test's request besides the document. */
export interface Asked {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly purpose?: string;
  readonly case?: string;
  readonly mandate?: string;
  /** The limits in a partner's authorization details besides the mandate. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The categories that the registration of a partner's client allows. */
  readonly registered?: readonly DataCategory[];
  readonly withheld?: 'null' | 'error' | 'reject';
  readonly report?: 'none' | 'withheld' | 'full';
  readonly headers?: Record<string, string>;
  /** How sure the token says it is who signed in; default: an employee has just used a passkey. */
  readonly assurance?: Assurance;
}

export interface Withheld {
  readonly coordinate: string;
  readonly paths: readonly (readonly string[])[];
  readonly reason?: string;
}

/** A parsed answer. `data` is as loose as JSON is: tests compare it whole. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string; readonly coordinates?: readonly string[] };
  }[];
  /** The errors' codes. */
  readonly codes: readonly string[];
  readonly privacy: {
    readonly purpose: string | null;
    readonly case?: string;
    readonly endedCases?: readonly string[];
    readonly withheld: readonly Withheld[];
    readonly conditional?: readonly Withheld[];
    readonly notice?: string;
    readonly noticeCode?: string;
    readonly receipt?: Receipt;
    readonly budget?: { readonly window: string; readonly limit: number; readonly used: number };
    readonly actBudget?: { readonly act: string; readonly window: string; readonly limit: number; readonly used: number };
  };
}

/** A gateway that listens on loopback, over its own database. */
export interface TestGateway {
  readonly url: string;
  readonly database: TestDatabase;
  /** Everything that the gateway wrote to its log. */
  readonly logged: string[];
  /** Its metrics and spans. */
  readonly observed: Observed;
  /** A token of a persona; `mandate` defaults to the persona's first. */
  token(
    persona: string,
    asked?: Pick<Asked, 'mandate' | 'details' | 'registered' | 'assurance'> & {
      readonly purposes?: readonly Purpose[];
      readonly lifetime?: number;
      readonly boundCase?: string;
    },
  ): Promise<string>;
  /** Asks over HTTP as a persona, or as an anonymous client (null), with ids as the persona knows them. */
  ask(persona: string | null, query: string, asked?: Asked): Promise<Answered>;
  /** A query or variables as a persona knows them: a partner knows residents by its own pseudonyms. */
  known<T>(persona: string | null, given: T): T;
  /** Sends a request as it is, but for the proof of a token that is bound to a key. */
  send(init: RequestInit & { readonly path?: string }): Promise<Answered>;
  /** The signer of its access log. */
  readonly logKeys: LogKeyStore;
  /** Numbers the access log now. */
  sequence(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a gateway on a copy of the template database. Close it in afterAll.
 * @param shared another gateway's database, for one more instance over it: close this one first
 */
export async function openGateway(
  {
    logKeys: ownKeys,
    clock = () => testNow,
    smtpUrl,
    publication,
    port = 0,
    openParts,
    ownSchema = false,
    anonymousSenders,
    gatewayUrl = ownAddresses.gatewayUrl,
    ...overrides
  }: Overrides = {},
  shared?: TestDatabase,
): Promise<TestGateway> {
  const database = shared ?? (await copyDatabase());
  if (clock === realClock && !shared) await liveToday(database);
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const observed = openObserved();
  const { logged, log, observability } = observed;
  const outward = new Set<string>();
  const pseudonyms = overrides.pseudonyms ?? createPseudonyms(secret(config.secrets, 'pseudonyms'));
  const { deadlines = patientDeadlines, requestLimits = patientLimits } = overrides;
  await database.keepDeadlines(deadlines);
  const orm = await openOrm(database.roles.gateway, town.entities, { deadlines });
  const logKeys = ownKeys ?? openLogKeys(config, config.logOrigin);
  const sequencer = startSequencer(database.roles.sequencer, town.postings, logKeys, remembered(), () => undefined, { publication });
  const makeReceipts = createReceipts(logKeys.origin, logKeys.newest, () => clock().getTime());
  const appends = openGroupCommit(database.roles.gateway, makeReceipts, town.access, () => undefined, deadlines);
  const enforced = overrides.policy || ownSchema ? buildOwnSchema(overrides.policy, observed) : sharedSchema;
  const { policy = town.policy } = overrides;
  const { markings } = enforced;
  const own = openOwnParts({ markings, policy, database, smtpUrl, pseudonyms, deadlines, log, limits: requestLimits, now: clock });
  const parts = await openParts?.(database, log);
  // The population has acknowledged what the purposes are for under the policy in force.
  if (overrides.policy) await acknowledgeAll(database, overrides.policy, clock());
  const now = overrides.now ?? clock;
  const cursorKey = secret(config.secrets, 'cursors');
  const ownIssuer = parts?.ownIssuer ?? openOwnIssuer(town, ownAddresses, cursorKey, () => orm.em.getKysely<unknown>(), log);
  const app = await createApp({
    application: town,
    orm,
    trust: openTestTrust(config),
    audience: config.audience,
    tokenMaxLifetime: config.tokenMaxLifetime,
    cursors: createCursors(cursorKey),
    pseudonyms,
    logKeys,
    witnesses: [],
    appends,
    makeReceipts,
    parts: { ...own.parts, ...(anonymousSenders && { anonymousSenders }) },
    log,
    observability,
    requestLog: 'on',
    // Every answer shows it in a header, and tests compare whole answers.
    newRequestId: () => 'request',
    now: clock,
    newId: randomUUID,
    requestLimits,
    deadlines,
    timeShares: undividedTime,
    ownIssuer,
    enforced,
    ...overrides,
    ...parts,
  });
  const address = await app.listen({ host: '127.0.0.1', port });
  const token: TestGateway['token'] = async (name, { mandate, details, registered, assurance, purposes, lifetime, boundCase } = {}) => {
    const persona = personaNamed(name);
    const asked = { mandate: mandate ?? persona.mandates[0], details, registered, lifetime, now: now() };
    if (partnerOf(persona.role)) return tokenOfPartner(database.asOwner, persona, config.audience, asked);
    const { principal: subject, role } = persona;
    const usual = { subject, role, purposes: purposes ?? persona.purposes, assurance, case: boundCase, now: clock(), provenAt: now() };
    return issueToken(config, { ...usual, ...(lifetime !== undefined && { lifetime }) });
  };
  const tokenInUse = reuseTokens(token, clock);
  const send: TestGateway['send'] = async ({ path = '/graphql', ...init }) => {
    const headers = new Headers(init.headers);
    await addProof(headers, gatewayUrl, ownIssuer.nonce(now()), now());
    if (!headers.has('accept')) headers.set('accept', 'application/graphql-response+json');
    const response = await fetch(`${address}${path}`, { ...init, headers });
    const text = await response.text();
    const body = parseBody(text);
    for (const part of outwardParts(response.headers, body)) outward.add(part);
    return {
      status: response.status,
      headers: response.headers,
      text,
      data: body.data,
      errors: body.errors ?? [],
      codes: (body.errors ?? []).map(({ extensions }) => extensions.code),
      privacy: body.extensions?.privacy ?? { purpose: null, withheld: [] },
    };
  };
  const known: TestGateway['known'] = (name, given) => (name === null ? given : knownTo(pseudonyms, personaNamed(name).principal, given));
  return {
    url: `${address}/graphql`,
    database,
    logged,
    observed,
    logKeys,
    token,
    send,
    known,
    ask: async (persona, query, asked = {}) => {
      const sent = known(persona, asked);
      return askWithToken(send, persona === null ? undefined : await tokenInUse(persona, sent), known(persona, query), sent);
    },
    sequence: () => sequencer.run(),
    close: async () => {
      // A request that hangs, such as one of a test that failed, must not keep the run waiting.
      const cut = setTimeout(() => app.server.closeAllConnections(), 2_000);
      await app.close();
      clearTimeout(cut);
      await appends.stop();
      await own.stop();
      await parts?.stop();
      await sequencer.stop();
      // No error, header, log line, span or metric of the whole run holds a personal value.
      try {
        assertNoneFailed();
        await assertNothingPersonal(database, [...outward, ...(await observed.texts())]);
      } finally {
        await orm.close(true);
        if (!shared) await database.drop();
      }
    },
  };
}
