import { noPause } from '../../src/engine/execution/pace.ts';
import { Deadline } from '../../src/platform/time/deadline.ts';
import type { ChosenOperation } from '../../src/engine/plan/plan.ts';
import { Relationships, type LookUp } from '../../src/engine/guard/relationships.ts';
import { prepareOperation } from '../../src/server/spine/document/apollo.ts';
import { describeReads, subjectSegments } from '../../src/server/spine/entry/describe-reads.ts';
import { executeUnderGuard } from '../../src/server/spine/stages/execute-under-guard.ts';
import { declarePurpose, plan } from '../../src/server/spine/stages/prepare.ts';
import { OperationRun, type PlannedRun } from '../../src/server/spine/operation-run.ts';
import { readPrivacyHeaders } from '../../src/server/spine/answer/privacy-headers.ts';
import { privacyExtensions } from '../../src/server/spine/answer/privacy-extensions.ts';
import type { Runtime } from '../../src/server/spine/runtime.ts';
import type { RelationshipFact } from '../../src/engine/rows/row.ts';
import type { Contender } from './contender.ts';
import { runtimeFor } from './gateway-parts.ts';
import type { List } from './list.ts';

/** How much of the logging is done. `entry` also makes the access entry from the collected reads: a salt and two hashes for each. */
export type LogPart = 'collection' | 'entry';

/**
 * Runs the gateway's stages from the declared purpose to the executed operation, and collects the reads. It uses its schema
 * with the directives, policy, planner, root rules, admission, guard and relationships. Only PostgreSQL is replaced:
 * rows and relationships come from memory.
 */
export async function startGateway(list: List, log: LogPart): Promise<Contender> {
  const runtime = runtimeFor(list);
  await runtime.apollo.start();
  const lookUp = lookUpIn(list);
  return {
    name: log === 'entry' ? 'gateway+entry' : 'gateway',
    async answer(first) {
      const prepared = await prepareOperation(
        runtime.apollo,
        { query: list.operation, variables: { first } },
        { beforeValidating: () => undefined, describeInvalid: () => [], pay: () => undefined },
      );
      if (!('operation' in prepared)) throw new Error(`A contender failed: ${JSON.stringify(prepared.result)}`);
      const executed = await perform(runtime, list, lookUp, prepared.operation);
      const logged = collect(runtime, executed, log);
      // If a data subject were not recorded, the time would be that of another task.
      if (logged !== first) throw new Error(`The log names ${logged} data subjects and not ${first}.`);
      // A failure is fast and would win.
      if (executed.result.errors.length > 0) throw new Error(`A contender failed: ${JSON.stringify(executed.result)}`);
      return executed.result.data;
    },
    stop: () => runtime.apollo.stop(),
  };
}

/** The stages from the declared purpose to the executed operation. The look-up reads memory instead of PostgreSQL. */
async function perform(
  runtime: Runtime,
  { principal, headers, operation }: List,
  lookUp: LookUp,
  chosen: ChosenOperation,
): Promise<PlannedRun> {
  const run = new OperationRun(
    runtime,
    {
      principal,
      address: '127.0.0.1',
      language: 'en',
      privacyHeaders: readPrivacyHeaders(headers),
      body: { query: operation },
      now: runtime.now(),
      deadline: new Deadline(60_000),
      share: { ...noPause, isThrottled: false, countBlocking() {}, charge() {}, prioritize() {}, end() {} },
    },
    true,
  );
  run.operation = chosen;
  run.declaration = await declarePurpose(run);
  plan(run);
  if (!run.isPlanned()) throw new Error('A contender was not planned.');
  const { plan: made, context } = run.planned;
  const relationships = new Relationships(lookUp, (relationship, conditions) => made.visible(made.permitTable(relationship, conditions)));
  Object.assign(context, { relationships });
  run.result = await executeUnderGuard(run);
  return run;
}

/** @returns the number of data subjects that would be logged */
function collect(runtime: Runtime, { planned, result }: PlannedRun, log: LogPart): number {
  const { context, plan: made, operation: chosen } = planned;
  const seen = subjectSegments(context, made, runtime);
  privacyExtensions(runtime.application, planned, result, 'withheld');
  if (log === 'collection') return seen.length;
  const entry = describeReads(context, made, seen, chosen.documentHash, 'ANSWERED');
  return entry.segments.filter(({ kind }) => kind === 'subject').length;
}

/** Answers as src/town/shared/access/relationships.ts does: asynchronously, with a new map. */
function lookUpIn({ facts }: List): LookUp {
  return async (ids) => {
    const found = new Map<string, RelationshipFact>();
    for (const id of ids) {
      const fact = facts.get(id);
      if (fact) found.set(id, fact);
    }
    return found;
  };
}
