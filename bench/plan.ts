import { town as municipality } from '../src/town/index.ts';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { GraphQLSchema } from 'graphql';
import { issueToken } from '../test/helpers/tokens/issuer.ts';
import type { Principal } from '../src/engine/purpose/principal.ts';
import { personaNamed } from '../demo/personas.ts';
import { createPlanner, type ChosenOperation, type Planner } from '../src/engine/plan/plan.ts';
import { buildSchema } from '../src/server/spine/document/build-schema.ts';
import { policyInForce } from '../src/town/policy/policy.ts';
import type { Declaration } from '../src/engine/purpose/declaration.ts';
import { openTown } from './town.ts';
import { median } from './median.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Limits, Report } from './report.ts';
import { serve } from './served/served.ts';

// The product's copy of graphql: bench/node_modules can have a copy for the other servers.
const { getOperationAST, parse, validate } = createRequire(new URL('../src/main.ts', import.meta.url))(
  'graphql',
) as typeof import('graphql');

const fields = 200;
const rounds = 15;
const cachedPlans = 2_000;
const coldPlans = 50;
const requests = 40;

/** A cached plan must take a negligible part of a request. */
export const limits: Limits = { 'percent of the request@cached': { most: 2 } };

/** Two hundred fields of a resident and related objects, most of them personal. */
function operationOf(number: number): string {
  const leaves = ['id', 'givenName', 'familyName', 'initials', 'birthDate', 'ageBand', 'email', 'emailHint', 'phone', 'phoneHint'];
  const asked = Array.from({ length: fields - 5 }, (_, at) => `f${at}: ${leaves[at % leaves.length]}`);
  // `me`, two objects below it and one field of each are the rest.
  return `query Plan${number} { me { ${asked.join(' ')} address { street } account { balance } } }`;
}

/** Times the planning of 200 fields, uncached and cached, and its share of a request over HTTP. */
export async function plan(): Promise<Report> {
  const { schema, markings } = buildSchema(municipality);
  const planner = createPlanner(schema, markings, policyInForce);
  const { principal: id, role, purposes } = personaNamed('resident');
  const principal: Principal = { id, role, partner: false, tokenPurposes: purposes, authorityId: undefined, caseId: undefined };
  const progress = showProgress(2 * rounds, 'rounds');
  let made = 0;
  const timed = { cold: new Array<number>(), cached: new Array<number>(), request: new Array<number>() };
  const town = await openTown();
  try {
    progress.begin('planning');
    const cached = chosen(schema, operationOf(0));
    for (let round = 0; round < rounds; round += 1) {
      const fresh = Array.from({ length: coldPlans }, () => chosen(schema, operationOf((made += 1))));
      timed.cold.push(milliseconds(planner, principal, fresh));
      timed.cached.push(
        milliseconds(
          planner,
          principal,
          Array.from({ length: cachedPlans }, () => cached),
        ),
      );
      progress.tick();
    }
    progress.begin('requests');
    const { gateway, sequencer } = await town.database('ntk_plan', 2_000);
    const served = await serve({ dataDirectory: town.config.dataDirectory, gateway, sequencer, reference: false });
    try {
      const authorization = `Bearer ${await issueToken(town.config, { subject: id, role, purposes, now: new Date() })}`;
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: operationOf(0) }),
      };
      for (let round = 0; round < rounds; round += 1) {
        // The first round also serves as the warm-up; the median is over fifteen rounds.
        const start = performance.now();
        for (let time = 0; time < requests; time += 1) {
          const response = await fetch(served.url, init);
          await response.arrayBuffer();
          if (response.status !== 200) throw new Error(`The operation was answered with ${response.status}.`);
        }
        timed.request.push((performance.now() - start) / requests);
        progress.tick();
      }
    } finally {
      await served.stop();
    }
  } finally {
    progress.stop();
    await town.close();
  }
  const [cold, cached, request] = [median(timed.cold), median(timed.cached), median(timed.request)];
  return {
    bench: 'plan',
    results: Object.entries({ cold, cached, request }).map(([contender, value]) => ({
      case: `${fields} fields`,
      contender,
      median: value,
      unit: 'ms',
    })),
    ratios: { 'percent of the request@cached': (100 * cached) / request, 'percent of the request@cold': (100 * cold) / request },
  };
}

/** @throws Error if the document is not valid for the schema */
function chosen(schema: GraphQLSchema, text: string): ChosenOperation {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation || validate(schema, document).length > 0) throw new Error('The operation does not fit the schema.');
  return { document, documentHash: createHash('sha256').update(text).digest('hex'), operation, variables: {} };
}

const declaration: Declaration = { purpose: 'SELF_SERVICE', openCase: undefined, authority: undefined };

/** The average milliseconds per plan. */
function milliseconds(planner: Planner, principal: Principal, operations: readonly ChosenOperation[]): number {
  const start = performance.now();
  for (const operation of operations) planner(principal, declaration, operation);
  return (performance.now() - start) / operations.length;
}
