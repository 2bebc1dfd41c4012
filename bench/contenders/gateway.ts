import { town } from '../../src/town/index.ts';
import type { Principal } from '../../src/engine/purpose/principal.ts';
import { noPause } from '../../src/engine/execution/pace.ts';
import { Deadline } from '../../src/platform/time/deadline.ts';
import type { ChosenOperation } from '../../src/engine/plan/plan.ts';
import { Relationships, type LookUp } from '../../src/engine/guard/relationships.ts';
import { runOperation } from '../../src/server/spine/document/apollo.ts';
import { describeReads, subjectOpenings } from '../../src/server/spine/entry/describe-reads.ts';
import type { Executed } from '../../src/server/spine/executed.ts';
import { executeUnderGuard } from '../../src/server/spine/execute-under-guard.ts';
import { MutationTransaction } from '../../src/server/spine/mutation-transaction.ts';
import { OperationContext } from '../../src/server/spine/operation-context.ts';
import { OperationRecords } from '../../src/server/spine/entry/operation-records.ts';
import { privacyExtensions } from '../../src/server/spine/answer/privacy-extensions.ts';
import type { Services } from '../../src/server/spine/services.ts';
import { declarePurpose } from '../../src/engine/purpose/declare-purpose.ts';
import type { RelationshipFact } from '../../src/engine/guard/relationship-fact.ts';
import type { Population } from '../population.ts';
import { operation } from './common-apollo.ts';
import type { Contender } from './contender.ts';
import { residentPrincipal, servicesFor } from './gateway-parts.ts';

/** How much of the logging is done. `entry` also makes the access entry from the collected reads: a salt and two hashes for each. */
export type LogPart = 'collection' | 'entry';

/**
 * Runs the gateway's stages from the declared purpose to the executed operation, and collects the reads. It uses its schema
 * with the directives, policy, planner, root rules, admission, guard and relationships. Only PostgreSQL is replaced:
 * rows and relationships come from memory.
 */
export async function startGateway(population: Population, log: LogPart): Promise<Contender> {
  const services = servicesFor(population);
  await services.apollo.start();
  const lookUp = lookUpIn(population);
  const principal = residentPrincipal(population.principalId);
  return {
    name: log === 'entry' ? 'gateway+entry' : 'gateway',
    async answer(first) {
      const executed = await runOperation(
        services.apollo,
        { query: operation, variables: { first } },
        { beforeValidating: () => undefined, describeInvalid: () => [], execute: (chosen) => perform(services, principal, lookUp, chosen) },
      );
      const logged = collect(services, executed, log);
      // If a data subject were not recorded, the time would be that of another task.
      if (logged !== first) throw new Error(`The log names ${logged} data subjects and not ${first}.`);
      // A failure is fast and would win.
      if (executed.result.errors.length > 0) throw new Error(`A contender failed: ${JSON.stringify(executed.result)}`);
      return executed.result.data;
    },
    stop: () => services.apollo.stop(),
  };
}

/** The stages that src/server/spine/pipeline.ts runs inside Apollo Server. The look-up reads memory instead of PostgreSQL. */
async function perform(services: Services, principal: Principal, lookUp: LookUp, chosen: ChosenOperation): Promise<Executed> {
  const now = services.now();
  const records = new OperationRecords(services.orm, { now, today: services.calendar.dayOf(now) }, new Deadline(60_000));
  const headers = { purpose: undefined, case: undefined };
  const declaration = await declarePurpose(services, principal, headers, chosen, records);
  const plan = services.planner(principal, declaration, chosen);
  const context = new OperationContext(services, 'en', principal, '127.0.0.1', records, declaration, plan);
  const relationships = new Relationships(lookUp, (relationship, conditions) => plan.visible(plan.permitTable(relationship, conditions)));
  const planned = { operation: chosen, plan, context: Object.assign(context, { relationships }) };
  return {
    planned,
    result: await executeUnderGuard(services, planned, new MutationTransaction(records, town.access), { ...noPause, countWhole() {} }),
  };
}

/** @returns the number of data subjects that would be logged */
function collect(services: Services, { planned, result }: Executed, log: LogPart): number {
  if (!planned) return 0;
  const { context, plan, operation: chosen } = planned;
  const seen = subjectOpenings(context, plan, services.catalogue);
  privacyExtensions(services.application, planned, result, 'withheld');
  if (log === 'collection') return seen.length;
  const entry = describeReads(context, plan, seen, chosen.documentHash, 'ANSWERED');
  return entry.openings.filter(({ kind }) => kind === 'subject').length;
}

/** Answers as src/town/access/look-up.ts does: asynchronously, with a new map. */
function lookUpIn({ facts }: Population): LookUp {
  return async (ids) => {
    const found = new Map<string, RelationshipFact>();
    for (const id of ids) {
      const fact = facts.get(id);
      if (fact) found.set(id, fact);
    }
    return found;
  };
}
