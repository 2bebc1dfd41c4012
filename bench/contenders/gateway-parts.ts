import { randomBytes, randomUUID } from 'node:crypto';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { pino } from 'pino';
import { readCatalogue } from '../../src/enforcement/catalogue.ts';
import { enforce } from '../../src/enforcement/enforce.ts';
import { createPlanner } from '../../src/enforcement/make-plan.ts';
import { createViews } from '../../src/enforcement/view.ts';
import { schemaSources } from '../../src/gateway/build-schema.ts';
import { createWords } from '../../src/gateway/create-words.ts';
import type { Exchange } from '../../src/gateway/exchange.ts';
import { OperationContext } from '../../src/gateway/operation-context.ts';
import type { Parts } from '../../src/gateway/parts.ts';
import { policyInForce } from '../../src/policy/policy.ts';
import { createCursors } from '../../src/records/cursors.ts';
import { createPseudonyms } from '../../src/records/pseudonyms.ts';
import { resolvers } from '../../src/resolvers/all.ts';
import type { Population } from '../population.ts';
import { listFrom } from './common-apollo.ts';

/** What src/gateway/app.ts puts together, with the list's root resolver alone replaced and no database. */
export function partsFor(population: Population): Parts {
  const schema = makeExecutableSchema({
    typeDefs: schemaSources().map(({ body }) => body),
    resolvers: [...resolvers, listFrom(population)],
  });
  const catalogue = readCatalogue(schema);
  enforce(schema, catalogue, policyInForce);
  return {
    policy: policyInForce,
    schema,
    catalogue,
    planner: createPlanner(schema, catalogue, policyInForce),
    words: createWords(catalogue),
    views: createViews(schema, catalogue, policyInForce),
    cursors: createCursors(randomBytes(32)),
    pseudonyms: createPseudonyms(randomBytes(32)),
    log: pino({ level: 'silent' }),
    audience: 'bench',
    now: () => new Date(),
    newId: randomUUID,
    orm: noOrm,
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

/** What src/gateway/receive.ts gives the later stages for a resident's request, made anew for each. */
export function exchangeFor(parts: Parts, residentId: string): Exchange {
  const principal = {
    id: residentId,
    role: 'RESIDENT',
    partner: false,
    tokenPurposes: ['SELF_SERVICE'],
    mandateId: undefined,
    caseId: undefined,
  } as const;
  return {
    headers: { purpose: undefined, case: undefined, withheld: 'null' },
    request: new OperationContext(parts, principal, parts.now()),
    documentHash: undefined,
    appending: undefined,
    inTransaction: false,
  };
}

// Whatever still asks for a database was not replaced, and must not pass unseen.
function noDatabase(): never {
  throw new Error('The benchmark has no database.');
}

/** Stands where an orm is expected; to ask it for anything fails. */
const noOrm = { em: undefined } as unknown as Parts['orm'];
