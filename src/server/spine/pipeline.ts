import type { Language } from '../../platform/language/languages.ts';
import type { GraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { authenticateRequest } from '../../identity/authentication/authenticate-request.ts';
import type { Principal } from '../../engine/purpose/principal.ts';
import type { Deadline } from '../../platform/time/deadline.ts';
import { checkAssurance } from '../../engine/plan/check-assurance.ts';
import { checkPlan } from '../../engine/plan/check-plan.ts';
import { enter } from '../../engine/guard/enter.ts';
import type { ChosenOperation } from '../../engine/plan/plan.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { nothingDeclared } from '../../engine/purpose/declaration.ts';
import { declarePurpose } from '../../engine/purpose/declare-purpose.ts';
import { spendBudget } from '../../engine/budgets/spend-budget.ts';
import type { RelationshipFact } from '../../engine/guard/relationship-fact.ts';
import { addWithheldErrors } from './answer/add-withheld-errors.ts';
import { againAfterConflict, ConflictLost } from './again-after-conflict.ts';
import { runOperation } from './document/apollo.ts';
import { begin } from './begin.ts';
import { chargeOf } from './entry/charge-of.ts';
import { describeInvalidDocument } from './document/describe-invalid-document.ts';
import { countOperation } from './entry/count-operation.ts';
import { subjectOpenings } from './entry/describe-reads.ts';
import type { Executed, PlannedOperation } from './executed.ts';
import { executeUnderGuard } from './execute-under-guard.ts';
import { MutationTransaction } from './mutation-transaction.ts';
import type { HeldBody } from '../fairness/hold-body.ts';
import { holderOf } from './entry/holder-of.ts';
import { OperationContext } from './operation-context.ts';
import { OperationRecords } from './entry/operation-records.ts';
import { privacyExtensions } from './answer/privacy-extensions.ts';
import { readPrivacyHeaders, type PrivacyHeaders, type RequestHeaders } from './answer/privacy-headers.ts';
import { readBody, type RequestBody } from '../http/requests/read-body.ts';
import { record } from './record.ts';
import { refusedResult } from './refused-result.ts';
import type { TimeShare } from '../fairness/time-shares.ts';
import { release, type Answer } from './release.ts';
import { reportNearBudget } from './answer/report-near-budget.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { withholdAll } from './entry/withhold-all.ts';
import { withoutUndoneData } from './without-undone-data.ts';

/**
 * Runs a request through its stages, in order.
 *
 *     authenticate → check document → declare purpose → plan → begin → enter → execute under guard
 *         → spend budget → record → release
 *
 * A refusal before the operation is known is thrown, and nothing is logged. A later refusal is a result like any other:
 * it goes through the remaining stages, so that the attempt is recorded.
 * @param client its network address, its language, and in how many milliseconds its body was parsed
 * @param held its body, which counts as waiting until the document is checked
 * @param deadline once it is over, nothing more is executed or logged, and an open transaction is rolled back
 * @throws PrivacyError if no answer may leave
 */
export async function answer(
  services: Services,
  headers: RequestHeaders,
  client: Pick<FastifyRequest, 'ip' | 'parsedIn' | 'hasShare' | 'language' | 'method'>,
  held: HeldBody<RequestBody>,
  deadline: Deadline,
): Promise<Answer> {
  const now = services.now();
  const { ip: address, parsedIn, language } = client;

  // Authenticate: who asks. Each principal has its turns.
  const principal = await services.stage('authenticate', () => authenticateRequest({ headers, method: client.method }, services, now));
  const arrived = { bodyBytes: Number(headers['content-length']), parsedIn, deadline };
  return services.turns.take(principal, address, arrived, (share) => {
    client.hasShare = true;
    return answerPrincipal(services, { principal, address, language, now, deadline, share }, headers, held);
  });
}

/** The stages after "authenticate", when it is the principal's turn. */
async function answerPrincipal(services: Services, asking: Asking, headers: RequestHeaders, held: HeldBody<RequestBody>): Promise<Answer> {
  const { documentCheck, stage } = services;
  asking.deadline.check();
  asking.share.begin();
  const body = held.begin();
  const privacyHeaders = readPrivacyHeaders(headers);

  // Check document: its size, before it is parsed and again before it is validated.
  const request = stage('check document', () => {
    documentCheck.beforeParsing(body.query, body.variables, body.extensions);
    return readBody(body);
  });
  asking.share.countWhole();

  // A change that PostgreSQL undid because of a conflict is made again, from its begin.
  return againAfterConflict((isLast) => attempt(services, { ...asking, privacyHeaders, isLast }, request));
}

/** Who asks, from where, and until when. */
interface Asking {
  readonly principal: Principal;
  /** The network address of the client. */
  readonly address: string;
  readonly language: Language;
  readonly now: Date;
  readonly deadline: Deadline;
  /** Its share of the event loop's time. */
  readonly share: TimeShare;
}

/** The inputs of one attempt besides the operation. */
interface Asked extends Asking {
  readonly privacyHeaders: PrivacyHeaders;
  /** Whether the change is not made again after a conflict. */
  readonly isLast: boolean;
}

/**
 * The stages that are repeated after a conflict.
 * @throws ConflictLost unless it is the last attempt: nothing was changed or logged
 */
async function attempt(
  services: Services,
  { principal, address, language, privacyHeaders, now, deadline, share, isLast }: Asked,
  request: GraphQLRequest,
): Promise<Answer> {
  const { documentCheck, stage } = services;
  share.begin();
  const day = { now, today: services.calendar.dayOf(now), timeZone: services.calendar.timeZone };
  const records = new OperationRecords(services.orm, day, deadline, services.replica, share);
  const transaction = new MutationTransaction(records, services.application.access);
  try {
    const { result: executed, planned } = await runOperation(services.apollo, request, {
      beforeValidating: (document) => {
        share.countWhole();
        return stage('check document', () => documentCheck.beforeValidating(document));
      },
      describeInvalid: (document) => {
        share.countWhole();
        return describeInvalidDocument(services.views(principal.role), document);
      },
      execute: (operation) => perform(services, { principal, address, language, share, privacyHeaders, records, transaction }, operation),
    });
    if (transaction.isLost && !isLast) throw new ConflictLost();
    if (!planned) {
      share.countWhole();
      return await stage('release', () => release(executed, language, undefined, undefined));
    }

    // Spend budget: how many data subjects the answer may disclose.
    share.begin();
    const { plan, context } = planned;
    const result = transaction.isOpen && executed.errors.length > 0 ? withoutUndoneData(executed) : executed;
    const seen = plan.personal ? subjectOpenings(context, plan, services.catalogue) : [];
    const charge = chargeOf(planned, services.catalogue, result, seen, !transaction.isOpen);
    share.countWhole();
    const reportNear = reportNearBudget(services.log, plan.standpoint);
    const spending = await stage('spend budget', () => spendBudget(services, records.database, charge, now, reportNear));
    const { refusal, budget } = spending;
    countOperation(services.observability.metrics, plan, charge, spending);
    const charged: Result = refusal ? { ...refusedResult(refusal, services.log), data: null } : result;

    // Record: what was seen, in the transaction of a change.
    share.begin();
    const holder = { ...holderOf(context), ...(spending.usesProof && { proof: undefined }) };
    const shownOf = refusal ? withholdAll(seen) : seen;
    const receipt = stage('record', () => record(services, transaction, planned, charged, shownOf, holder, deadline));

    // Release: the answer, once its entry is committed.
    const shown = privacyHeaders.withheld === 'error' ? addWithheldErrors(charged, plan, services.log) : charged;
    const released = stage('release', () =>
      release(
        shown,
        language,
        privacyExtensions(services.application, planned, charged, privacyHeaders.report, budget),
        receipt,
        plan.personal,
        privacyHeaders.receipt === 'id',
      ),
    );
    share.countWhole();
    return await released;
  } catch (error) {
    transaction.note([error]);
    if (transaction.isLost && !isLast) throw new ConflictLost();
    throw error;
  } finally {
    await transaction.end();
  }
}

/** The inputs of the stages inside Apollo Server. */
interface Performing {
  readonly principal: Principal;
  readonly address: string;
  readonly language: Language;
  readonly share: TimeShare;
  readonly privacyHeaders: PrivacyHeaders;
  readonly records: OperationRecords;
  readonly transaction: MutationTransaction;
}

/** The stages that Apollo Server waits for, from the declared purpose to the executed operation. It never rejects. */
async function perform(
  services: Services,
  { principal, address, language, share, privacyHeaders, records, transaction }: Performing,
  operation: ChosenOperation,
): Promise<Executed> {
  const { stage } = services;
  const { relationships } = services.application;
  // The document was parsed and validated, unless it was known.
  share.countWhole();
  let planned: PlannedOperation | undefined;
  try {
    // Declare purpose: why the principal asks. If that is refused, the operation is planned without a purpose, so that the attempt is recorded.
    let refusal: unknown;
    const facts = new Map<string, RelationshipFact | undefined>();
    const declaration = await stage('declare purpose', () =>
      declarePurpose(services, principal, privacyHeaders, operation, records, relationships.columnsOfCase(principal, records.today, facts)),
    ).catch((error) => {
      refusal = error;
      return nothingDeclared;
    });

    // Plan: what may be seen.
    const plan = stage('plan', () => services.planner(principal, declaration, operation));
    const context = new OperationContext(services, language, principal, address, records, declaration, plan, facts);
    planned = { operation, plan, context };
    checkAssurance(plan, principal, records.now);
    if (refusal !== undefined) throw refusal;
    checkPlan(plan, declaration, privacyHeaders.withheld === 'reject');

    // Begin: a mutation's transaction, which must not wait for others.
    if (plan.mutation) share.hurry();
    await stage('begin', () => begin(transaction, plan));

    // Enter: the root fields.
    await stage('enter', () => enter(context));

    // Execute under guard: each value is decided for its data subject.
    const under = planned;
    return { planned, result: await stage('execute under guard', () => executeUnderGuard(services, under, transaction, share)) };
  } catch (error) {
    transaction.note([error]);
    const shown = transaction.isLost ? new PrivacyError('CHANGE_CONFLICT') : error;
    return { planned, result: refusedResult(shown, services.log) };
  } finally {
    records.endPlainReads();
  }
}
