import { createClaimsReader } from '../../src/identity/authentication/tokens/claims.ts';
import { partsWithoutMail } from '../parts-without-mail.ts';
import { town } from '../../src/town/index.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { pino } from 'pino';
import { type Principal, anonymousPrincipal } from '../../src/engine/purpose/principal.ts';
import { readMarkings } from '../../src/engine/markings/markings.ts';
import { createDocumentCheck } from '../../src/engine/document/check-document.ts';
import { enforce } from '../../src/engine/guard/guard.ts';
import { createPlanner } from '../../src/engine/plan/plan.ts';
import { createViews } from '../../src/engine/plan/outline/view.ts';
import { createExecutor } from '../../src/engine/execution/create-executor.ts';
import { parseSchema } from '../../src/server/spine/document/parse-schema.ts';
import { schemaSources } from '../../src/town/shared/graphql/schema-sources.ts';
import { createApollo } from '../../src/server/spine/document/apollo.ts';
import type { Runtime } from '../../src/server/spine/runtime.ts';
import { shownCode } from '../../src/server/spine/answer/show-error.ts';
import { usualRequestLimits } from '../../src/platform/settings/config.ts';
import { createTimeShares } from '../../src/server/fairness/time-shares.ts';
import { createFairQueue } from '../../src/server/fairness/fair-queue.ts';
import { createObservability } from '../../src/server/observe/create-observability.ts';
import { createStageRunner } from '../../src/server/observe/stage-runner.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import { createCursors } from '../../src/engine/rows/cursors.ts';
import { createPseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import { Acknowledgements, PurposeTexts } from '../../src/engine/purpose/purpose-texts.ts';
import { resolvers } from '../../src/town/shared/graphql/resolvers.ts';
import { demoCalendar } from '../../demo/demo-calendar.ts';
import type { Population } from '../population.ts';
import { listFrom } from './common-apollo.ts';

/** The runtime that src/server/http/app.ts creates, without a database. Only the list's root resolver is replaced. */
export function runtimeFor(population: Population): Runtime {
  const schema = makeExecutableSchema({
    typeDefs: schemaSources().map((source) => parseSchema(source)),
    resolvers: [...resolvers, listFrom(population)],
  });
  const markings = readMarkings(schema);
  enforce(schema, markings, policyInForce, () => undefined);
  const log = pino({ level: 'silent' });
  const observability = createObservability();
  return {
    application: town,
    policy: policyInForce,
    calendar: demoCalendar,
    acknowledgements: new Acknowledgements(new PurposeTexts(policyInForce, town.sayPurpose), town.acknowledgements),
    fairQueue: createFairQueue(usualRequestLimits, createTimeShares(), (work) => work()),
    apollo: createApollo(schema, log),
    schema,
    markings,
    documentCheck: createDocumentCheck(schema),
    executor: createExecutor(schema),
    planner: createPlanner(schema, markings, policyInForce),
    anonymous: anonymousPrincipal(policyInForce),
    parts: partsWithoutMail(markings),
    views: createViews(schema, markings, policyInForce),
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
    claims: createClaimsReader(policyInForce.vocabulary),
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

/** The principal that authentication gives for a resident. */
export function residentPrincipal(residentId: string): Principal {
  return { id: residentId, role: 'RESIDENT', partner: false, tokenPurposes: ['SELF_SERVICE'], authorityId: undefined, caseId: undefined };
}

// A part that still uses a database was not replaced: it must fail.
function noDatabase(): never {
  throw new Error('The benchmark has no database.');
}

/** A placeholder for an orm. Every use of it fails. */
const noOrm = { em: undefined } as unknown as Runtime['orm'];
