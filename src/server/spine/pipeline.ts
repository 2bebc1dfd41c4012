import type { FastifyRequest } from 'fastify';
import { enter } from '../../engine/guard/root-rules.ts';
import { authenticateRequest } from '../../identity/authentication/authenticate-request.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Deadline } from '../../platform/time/deadline.ts';
import type { HeldBody } from '../fairness/hold-body.ts';
import type { RequestBody } from '../http/requests/parse-bodies.ts';
import { readPrivacyHeaders, type RequestHeaders } from './answer/privacy-headers.ts';
import { checkDocument, declarePurpose, checkPlanned, plan } from './stages/prepare.ts';
import { executeUnderGuard } from './stages/execute-under-guard.ts';
import { OperationRun, type PlannedRun } from './operation-run.ts';
import { record } from './stages/record.ts';
import { refusedResult } from './refused-result.ts';
import { release, type Answer } from './stages/release.ts';
import { ConflictLost, retryOnConflict } from './mutation-transaction.ts';
import type { Declaration } from '../../engine/purpose/declaration.ts';
import type { Result } from './result.ts';
import type { Runtime } from './runtime.ts';
import { spendBudget } from './stages/spend-budget.ts';

/** A request as it arrived. */
export interface Arrived {
  readonly headers: RequestHeaders;
  /** The client, the language of the answer, and the milliseconds that parsing the body took. */
  readonly client: Pick<FastifyRequest, 'ip' | 'parsedIn' | 'hasShare' | 'language' | 'method'>;
  /** Its body, which counts as waiting until its work begins. */
  readonly held: HeldBody<RequestBody>;
  readonly deadline: Deadline;
}

/**
 * Runs a request through its stages, in order:
 *
 *     authenticate → check document → declare purpose → plan → begin → enter → execute under guard
 *         → spend budget → record → release
 *
 * A refusal before the operation is planned is thrown, and nothing is logged. A later refusal is a result like any other: it goes through
 * the remaining stages, so that the attempt is recorded.
 * @throws PrivacyError if no answer may leave
 */
export async function answer(runtime: Runtime, { headers, client, held, deadline }: Arrived): Promise<Answer> {
  const now = runtime.now();
  const { ip: address, parsedIn, language, method } = client;
  const principal = await runtime.admission.identify(address, () =>
    runtime.stage('authenticate', () => authenticateRequest({ headers, method }, runtime, now)),
  );
  const arrived = { bodyBytes: Number(headers['content-length']), parsedIn, deadline };
  return runtime.fairQueue.runForPrincipal(principal, address, arrived, async (share) => {
    client.hasShare = true;
    deadline.check();
    const body = held.begin();
    const asked = { principal, address, language, privacyHeaders: readPrivacyHeaders(headers), body, now, deadline, share };
    // A change that PostgreSQL undid because of a conflict is tried again.
    deadline.hold();
    try {
      return await retryOnConflict((isLast) => attempt(new OperationRun(runtime, asked, isLast)));
    } finally {
      await deadline.release();
    }
  });
}

/** @throws ConflictLost unless it is the last attempt: nothing was changed or logged */
async function attempt(run: OperationRun): Promise<Answer> {
  try {
    await run.stage('check document', checkDocument);
    if (run.operation) await perform(run);
    if (run.isLost) throw new ConflictLost();
    if (run.isPlanned()) {
      await run.stage('spend budget', spendBudget);
      // The answer is serialised while its entry is being committed.
      run.receipt = run.stage('record', record);
    }
    return await run.stage('release', release);
  } catch (error) {
    run.transaction.note([error]);
    throw run.isLost ? new ConflictLost() : error;
  } finally {
    await run.transaction.end();
  }
}

/** The stages whose refusal is a result. It never rejects, and waits for nothing once the request is over. */
async function perform(run: OperationRun): Promise<void> {
  const { deadline } = run.asked;
  try {
    run.declaration = await deadline.wait(declare(run));
  } catch (refusal) {
    // The operation is planned without a purpose, so that the attempt is recorded.
    run.refusal = { refusal };
  }
  let executing: Promise<Result> | undefined;
  try {
    run.stage('plan', plan);
    if (!run.isPlanned()) return;
    checkPlanned(run);
    executing = execute(run);
    run.result = await deadline.wait(executing);
  } catch (error) {
    run.transaction.note([error]);
    run.result = refusedResult(run.transaction.isLost ? new PrivacyError('CHANGE_CONFLICT') : error, run.runtime.log);
    if (deadline.isOver && executing) run.transaction.abandon(executing);
  } finally {
    run.records.endPlainReads();
  }
}

/** @throws PrivacyError why the purpose was refused */
async function declare(run: OperationRun): Promise<Declaration> {
  return run.stage('declare purpose', declarePurpose);
}

async function execute(run: PlannedRun): Promise<Result> {
  await run.stage('begin', begin);
  await run.stage('enter', ({ planned }) => enter(planned.context));
  return run.stage('execute under guard', executeUnderGuard);
}

/** Begins the transaction of a mutation, which must not wait for others (stage "begin"). A query has none. */
async function begin({ planned, transaction, asked }: PlannedRun): Promise<void> {
  if (!planned.plan.mutation) return;
  asked.share.prioritize();
  await transaction.begin();
}
