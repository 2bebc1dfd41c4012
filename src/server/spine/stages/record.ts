import type { RequestContext } from '../../../engine/request-context.ts';
import { asPrivacyError, errorCatalogue, PrivacyError, type ErrorCode } from '../../../platform/errors/errors.ts';
import type { AccessCondition, HeldAccess } from '../../../log/store/staging/access-condition.ts';
import { checkAccess, whyEnded } from '../entry/check-access.ts';
import type { Entry, Outcome, SubjectSegment } from '../../../log/entry/entry.ts';
import type { Receipt } from '../../../log/proofs/receipt.ts';
import { describeReads, heldAccessOf } from '../entry/describe-reads.ts';
import type { PlannedOperation, PlannedRun } from '../operation-run.ts';
import type { Result } from '../result.ts';
import { withholdAll } from '../entry/withhold-all.ts';
import { isAnonymousRole } from '../../../engine/policy/declaration/vocabulary.ts';

/**
 * Begins to append an operation's access entry, and closes a mutation's transaction with it (stage "record"). The answer
 * is serialised meanwhile.
 * @returns the receipt once the entry is committed; undefined if nothing must be logged. It rejects with
 *   PrivacyError ACCESS_ENDED where the principal's access is not in force, DPOP_PROOF_INVALID where its proof was used before,
 *   REQUEST_OVERDUE where it was too late, LOG_BACKLOG_FULL or LOG_NOT_NUMBERED where it was not tried, and LOG_UNAVAILABLE where the entry or the change was not
 *   committed, or where that is unknown: then nothing may be released, since the log may over-report, never under-report
 */
export function record(run: PlannedRun): Promise<Receipt | undefined> {
  const { runtime, planned, transaction, asked } = run;
  const outcome = outcomeOf(run.result);
  const entry = isLogged(planned, outcome) ? entryOf(run, run.seen, outcome) : undefined;
  const held = { ...heldAccessOf(planned.context), ...(run.usesProof && { proof: undefined }) };
  const receipt = asked.deadline.isOver
    ? refuse(run, held, new PrivacyError('REQUEST_OVERDUE'))
    : entry || transaction.isOpen
      ? store(run, entry, held).catch((error: unknown) => refuse(run, held, error))
      : checkUnlogged(runtime.application.access, planned.context, held);
  // It is awaited later; until then a failure must not count as unhandled.
  receipt.then(
    (promised) => promised && runtime.tree?.remember(promised),
    () => undefined,
  );
  if (entry && !asked.deadline.isOver) compareLater(run, receipt, entry.header.id);
  return receipt;
}

/** Makes the entry of an operation. @param seen what it saw of each data subject */
function entryOf({ planned: { operation, plan, context } }: PlannedRun, seen: readonly SubjectSegment[], outcome: Outcome): Entry {
  return describeReads(context, plan, seen, operation.documentHash, outcome);
}

/**
 * Handles a failure to store. The attempt of a principal whose access has ended, or whose proof was used before, is recorded, and so is one
 * that took too long: its time can tell what was found.
 * @throws PrivacyError ACCESS_ENDED, DPOP_PROOF_INVALID, REQUEST_OVERDUE; otherwise as `record` says
 */
async function refuse(run: PlannedRun, held: HeldAccess, error: unknown): Promise<never> {
  const { runtime, records } = run;
  const refusal = notStored(error);
  if (refusal.code === 'REQUEST_OVERDUE') {
    await recordAttempt(run, 'FAILED');
    throw refusal;
  }
  if (refusal.code !== 'ACCESS_ENDED') throw refusal;
  await recordAttempt(run, 'REFUSED');
  const reason = await whyEnded(runtime.application.access, records, held).catch((failure: unknown) => {
    throw notStored(failure);
  });
  if (reason === 'DPOP_PROOF_INVALID') runtime.log.info({ reason: 'PROOF_USED_BEFORE' }, 'a proof of possession was refused');
  throw new PrivacyError(reason);
}

/** Records an operation that shows nothing. @throws PrivacyError LOG_UNAVAILABLE */
async function recordAttempt(run: PlannedRun, outcome: Outcome): Promise<void> {
  const { runtime, planned, transaction, seen } = run;
  try {
    if (transaction.isOpen) await transaction.rollBack();
    if (isLogged(planned, outcome)) await runtime.appends.append(entryOf(run, withholdAll(seen), outcome));
  } catch (failure) {
    throw notStored(failure);
  }
}

function notStored(error: unknown): PrivacyError {
  return asPrivacyError(error) ?? Object.assign(new PrivacyError('LOG_UNAVAILABLE'), { cause: error });
}

/**
 * Stores an entry. A change is committed with its entry (mutation-transaction.ts), and a read's entry separately
 * (log/store/staging/group-commit.ts). A failed change is undone, and its attempt is logged separately. The case is renewed
 * with or after the entry, never without one.
 */
async function store(
  { runtime, transaction, planned, result, asked }: PlannedRun,
  entry: Entry | undefined,
  held: HeldAccess,
): Promise<Receipt | undefined> {
  const { application, appends, makeReceipts, readiness } = runtime;
  const { declaration, reader } = planned.context;
  const { openCase } = declaration ?? {};
  const renewed = entry && openCase?.renewalDue ? openCase.id : undefined;
  const refusal = entry && readiness?.refusal;
  if (refusal) throw new PrivacyError(refusal);
  if (transaction.isOpen && result.errors.length === 0) {
    const receipt = entry && makeReceipts([entry])[0];
    if (renewed !== undefined) await application.cases.renew(reader, renewed);
    await transaction.commit(entry, held);
    return receipt;
  }
  if (transaction.isOpen) await transaction.rollBack();
  const receipt = entry && (await appends.append(entry, asked.deadline, held));
  if (renewed !== undefined) await application.cases.renew(reader, renewed);
  return receipt;
}

/** Compares with the candidate policy once the entry is committed and the answer has left. */
function compareLater({ runtime: { compareCandidate }, planned }: PlannedRun, receipt: Promise<unknown>, entry: string): void {
  if (!compareCandidate) return;
  void receipt.then(
    () => setImmediate(compareCandidate, planned.context, planned.plan, entry),
    () => undefined,
  );
}

/** Checks the access of a principal whose operation leaves no entry. */
async function checkUnlogged(condition: AccessCondition, { reader }: RequestContext, held: HeldAccess): Promise<undefined> {
  if (held.id !== undefined) await checkAccess(condition, reader, held);
}

// Anonymous callers must not fill the disk, or the list that a reviewer reads: only what they put on record (a filed question) or read
// with the code of their request is logged.
function isLogged({ plan, context: { principal, seenSubjects } }: PlannedOperation, outcome: Outcome): boolean {
  return plan.personal && (!isAnonymousRole(plan.policy.vocabulary, principal.role) || (outcome === 'ANSWERED' && !seenSubjects.isEmpty));
}

/** An answer with data was released, whatever else failed: otherwise a failing root field would hide the reads of the others. */
function outcomeOf({ data, errors }: Result): Outcome {
  if (errors.length === 0) return 'ANSWERED';
  if (Object.values(data ?? {}).some((value) => typeof value === 'object' && value !== null)) return 'ANSWERED';
  const statuses = errors.map(({ extensions }) => errorCatalogue[extensions?.['code'] as ErrorCode]?.[0] ?? 500);
  return statuses.some((status) => status >= 500) ? 'FAILED' : 'REFUSED';
}
