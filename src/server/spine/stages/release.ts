import type { GraphQLFormattedError } from 'graphql';
import { sayError } from '../../../platform/errors/say-error.ts';
import type { ErrorCode } from '../../../platform/errors/errors.ts';
import type { Receipt } from '../../../log/proofs/receipt.ts';
import { addWithheldErrors } from '../answer/add-withheld-errors.ts';
import { privacyExtensions } from '../answer/privacy-extensions.ts';
import type { OperationRun } from '../operation-run.ts';
import type { Metrics } from '../../observe/metrics/metrics.ts';
import type { Plan } from '../../../engine/plan/operation-plan.ts';
import type { Charge, Spending } from '../../../engine/budgets/spend-budget.ts';
import type { Result } from '../result.ts';

/** An answer that may leave. */
export interface Answer {
  /** The status of its last failure, else of its last error, else 200; see `answerStatus`. */
  readonly status: number;
  /** Whether it has data that is not null. */
  readonly hasData: boolean;
  /** The code of its first error; undefined: none. */
  readonly code: ErrorCode | undefined;
  /** Whether it may hold something personal. */
  readonly personal: boolean;
  /** Seconds after which to ask again (RFC 9110, Retry-After). */
  readonly retryAfter: number | undefined;
  /** JSON in UTF-8. */
  readonly body: Uint8Array;
}

/**
 * Releases an answer once its entry is committed (stage "release").
 * @throws PrivacyError LOG_UNAVAILABLE, as `record` says
 */
export async function release({ runtime, asked, planned, result, budget, receipt }: OperationRun): Promise<Answer> {
  const { log, application } = runtime;
  const { withheld, report, receipt: form } = asked.privacyHeaders;
  const told = planned && withheld === 'error' ? addWithheldErrors(result, planned.plan, log) : result;
  const errors = told.errors.map((error) => ({ ...error, message: sayError(asked.language, codeOf(error)!) }));
  const privacy = planned && privacyExtensions(application, planned, result, report, budget);
  const body = await serializeAnswer({ ...told, errors }, privacy, form === 'id' ? receipt?.then(idOf) : receipt);
  return {
    status: told.status ?? 200,
    hasData: Boolean(told.data),
    code: codeOf(told.errors[0]),
    // A refusal before the plan must look like any other.
    personal: planned?.plan.personal ?? true,
    retryAfter: told.retryAfter,
    body,
  };
}

function codeOf(error: GraphQLFormattedError | undefined): ErrorCode | undefined {
  return error?.extensions?.['code'] as ErrorCode | undefined;
}

/** The part of a receipt for a client that fetches the rest later (`Query.accessReceipt`), or never. */
function idOf(receipt: Receipt | undefined): Pick<Receipt, 'entry'> | undefined {
  return receipt && { entry: receipt.entry };
}

/** Counts what the plan of an operation withholds and what its answer cost. */
export function countOperation(metrics: Metrics, plan: Plan, charge: Charge | undefined, { refusal, budget }: Spending): void {
  metrics.countWithheld(plan.withheld);
  if (!charge || (refusal && refusal.code !== 'READ_BUDGET_SPENT')) return;
  const { role, purpose } = plan.access;
  metrics.countCharge(role, purpose, refusal ? 'SPENT' : budget ? 'NEARLY_SPENT' : 'WITHIN', refusal ? 0 : charge.subjects.length);
}

/**
 * Serialises an answer (GraphQL October 2021, section 7): first its errors and data, while its entry is being committed,
 * then its extensions, which hold the receipt.
 * @param privacy `extensions.privacy` without the receipt; undefined: no extensions
 * @returns JSON in UTF-8
 * @throws whatever `receipt` rejects with
 */
async function serializeAnswer(
  { errors, data }: Result,
  privacy: Readonly<Record<string, unknown>> | undefined,
  receipt: Promise<Pick<Receipt, 'entry'> | undefined> | undefined,
): Promise<Uint8Array> {
  const members: string[] = [];
  if (errors.length > 0) members.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) members.push(`"data":${JSON.stringify(data)}`);
  const committed = await receipt;
  if (privacy) members.push(`"extensions":${JSON.stringify({ privacy: { ...privacy, receipt: committed } })}`);
  return Buffer.from(`{${members.join(',')}}\n`);
}
