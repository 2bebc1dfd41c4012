import type { Result } from '../result.ts';
import { readBody } from '../../http/requests/parse-bodies.ts';
import { prepareOperation } from '../document/apollo.ts';
import { describeInvalidDocument } from '../document/describe-invalid-document.ts';
import type { OperationRun, PlannedRun } from '../operation-run.ts';
import { declarePurpose as declare } from '../../../engine/purpose/declare-purpose.ts';
import { checkAssurance, checkPlan } from '../../../engine/plan/plan.ts';
import type { Declaration } from '../../../engine/purpose/declaration.ts';
import { OperationContext } from '../operation-context.ts';

/**
 * Reads the body, checks the size of its document before it is parsed and again before it is validated, and chooses the operation (stage
 * "check document").
 * @returns the refusal of a document that is not valid
 * @throws PrivacyError BODY_INVALID; as the document check does
 */
export async function checkDocument(run: OperationRun): Promise<Result | undefined> {
  const { apollo, documentCheck, views } = run.runtime;
  const { principal, body, share } = run.asked;
  documentCheck.beforeParsing(body.query, body.variables, body.extensions);
  const prepared = await prepareOperation(apollo, readBody(body), {
    beforeValidating: (document) => documentCheck.beforeValidating(document),
    describeInvalid: (document) => describeInvalidDocument(views(principal.role), document),
    // Nothing here waits for anything else.
    pay: () => share.countBlocking(),
  });
  if ('operation' in prepared) run.operation = prepared.operation;
  else run.result = prepared.result;
  return run.operation ? undefined : run.result;
}

/**
 * Finds why the principal asks, and under which case or authority (stage "declare purpose").
 * @throws PrivacyError as `engine/purpose/declare-purpose.ts` does
 */
export async function declarePurpose(run: OperationRun): Promise<Declaration> {
  const { runtime, asked, operation, records, facts } = run;
  const { principal, privacyHeaders } = asked;
  const related = runtime.application.relationships.columnsOfCase(principal, records.today, facts);
  return declare(runtime, principal, privacyHeaders, operation!, records, related);
}

/**
 * Decides what may be seen, and makes what the resolvers share (stage "plan").
 * @throws PrivacyError as the planner does
 */
export function plan(run: OperationRun): void {
  const { runtime, asked, declaration } = run;
  const operation = run.operation!;
  const made = runtime.planner(asked.principal, declaration, operation);
  run.planned = { operation, plan: made, context: new OperationContext(run, made) };
}

/**
 * Refuses an operation as a whole.
 * @throws PrivacyError STEP_UP_NEEDED; why the purpose was refused; as `checkPlan` does
 */
export function checkPlanned({ planned, asked, declaration, refusal }: PlannedRun): void {
  checkAssurance(planned.plan, asked.principal, asked.now);
  if (refusal) throw refusal.refusal;
  checkPlan(planned.plan, declaration, asked.privacyHeaders.withheld === 'reject');
}
