import { createClaimsReader } from '../../src/identity/authentication/tokens/claims.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { pino } from 'pino';
import { anonymousPrincipal } from '../../src/engine/purpose/principal.ts';
import { readMarkings } from '../../src/engine/markings/markings.ts';
import { createDocumentCheck } from '../../src/engine/document/check-document.ts';
import { enforce } from '../../src/engine/guard/guard.ts';
import { createPlanner } from '../../src/engine/plan/plan.ts';
import { createViews } from '../../src/engine/plan/outline/view.ts';
import { createExecutor } from '../../src/engine/execution/create-executor.ts';
import { parseSchema } from '../../src/server/spine/document/parse-schema.ts';
import { createApollo } from '../../src/server/spine/document/apollo.ts';
import type { Runtime } from '../../src/server/spine/runtime.ts';
import { shownCode } from '../../src/server/spine/answer/show-error.ts';
import { usualDeadlines, usualRequestLimits } from '../../src/platform/settings/config.ts';
import { createTimeShares } from '../../src/server/fairness/time-shares.ts';
import { createAdmission, createFairQueue } from '../../src/server/fairness/fair-queue.ts';
import { createObservability } from '../../src/server/observe/create-observability.ts';
import { createStageRunner } from '../../src/server/observe/stage-runner.ts';
import { createCursors } from '../../src/engine/rows/cursors.ts';
import { createPseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import { Acknowledgements, PurposeTexts } from '../../src/engine/purpose/purpose-texts.ts';
import { demoCalendar } from '../../demo/demo-calendar.ts';
import type { List } from './list.ts';

/** The runtime that src/server/http/app.ts creates, without a database. Only the list's root resolver is replaced. */
export function runtimeFor({ sources, application, root, partsOf }: List): Runtime {
  const { policy } = application;
  const schema = makeExecutableSchema({
    typeDefs: sources.map((source) => parseSchema(source)),
    resolvers: [...application.schema.resolvers, root],
  });
  const markings = readMarkings(schema);
  enforce(schema, markings, policy, () => undefined);
  const log = pino({ level: 'silent' });
  const observability = createObservability();
  return {
    application,
    policy,
    calendar: demoCalendar,
    acknowledgements: new Acknowledgements(new PurposeTexts(policy, application.sayPurpose), application.acknowledgements),
    admission: createAdmission(usualDeadlines),
    fairQueue: createFairQueue(usualRequestLimits, createTimeShares(), (work) => work()),
    apollo: createApollo(schema, log),
    schema,
    markings,
    documentCheck: createDocumentCheck(schema),
    executor: createExecutor(schema),
    planner: createPlanner(schema, markings, policy),
    anonymous: anonymousPrincipal(policy),
    parts: partsOf(markings),
    views: createViews(schema, markings, policy),
    cursors: createCursors(randomBytes(32)),
    pseudonyms: createPseudonyms(randomBytes(32)),
    log,
    observability,
    stage: createStageRunner(observability.metrics, observability.scope, observability.tracer, shownCode),
    audience: 'bench',
    reportRefused: () => undefined,
    tokenMaxLifetime: 86_400,
    now: () => new Date(),
    newId: randomUUID,
    orm: noOrm,
    claims: createClaimsReader(policy.vocabulary),
    get knownSessions() {
      return noDatabase();
    },
    get knownTokens() {
      return noDatabase();
    },
    get trust() {
      return noDatabase();
    },
    get logKeys() {
      return noDatabase();
    },
    witnesses: [],
    get appends() {
      return noDatabase();
    },
    get readBudgets() {
      return noDatabase();
    },
    get makeReceipts() {
      return noDatabase();
    },
  };
}

// A part that still uses a database was not replaced: it must fail.
function noDatabase(): never {
  throw new Error('The benchmark has no database.');
}

/** A placeholder for an orm. Every use of it fails. */
const noOrm = { em: undefined } as unknown as Runtime['orm'];
