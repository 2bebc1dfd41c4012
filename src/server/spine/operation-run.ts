import type { BudgetUse } from '../../engine/budgets/spent.ts';
import type { RelationshipFact } from '../../engine/rows/row.ts';
import type { Plan } from '../../engine/plan/operation-plan.ts';
import type { ChosenOperation } from '../../engine/plan/plan.ts';
import { nothingDeclared, type Declaration } from '../../engine/purpose/declaration.ts';
import type { Principal } from '../../engine/purpose/principal.ts';
import type { RequestContext } from '../../engine/request-context.ts';
import type { SubjectSegment } from '../../log/entry/entry.ts';
import type { Receipt } from '../../log/proofs/receipt.ts';
import type { Language } from '../../platform/language/languages.ts';
import type { Deadline } from '../../platform/time/deadline.ts';
import type { RequestBody } from '../http/requests/parse-bodies.ts';
import type { TimeShare } from '../fairness/time-shares.ts';
import type { Stage } from '../observe/metrics/metrics.ts';
import type { PrivacyHeaders } from './answer/privacy-headers.ts';
import { OperationRecords } from './entry/operation-records.ts';
import { MutationTransaction } from './mutation-transaction.ts';
import type { Result } from './result.ts';
import type { Runtime } from './runtime.ts';

/** A request whose principal is known and has its turn: the same for each attempt. */
export interface Asked {
  readonly principal: Principal;
  /** The network address of the client. */
  readonly address: string;
  readonly language: Language;
  readonly privacyHeaders: PrivacyHeaders;
  readonly body: RequestBody;
  readonly now: Date;
  /** Once it is over, nothing more is executed, an open transaction is rolled back, and the attempt is recorded. */
  readonly deadline: Deadline;
  /** The principal's share of the event loop's time. */
  readonly share: TimeShare;
}

/** An operation with its plan and the context that its resolvers get. */
export interface PlannedOperation {
  readonly operation: ChosenOperation;
  readonly plan: Plan;
  readonly context: RequestContext;
}

/** A run whose operation is planned: it is logged, and spends budgets. */
export type PlannedRun = OperationRun & { readonly planned: PlannedOperation };

/** They wait for nothing, or only for the entry, which has a deadline of its own. */
const withoutDeadline: ReadonlySet<Stage> = new Set(['check document', 'plan', 'spend budget', 'record', 'release']);

/** One attempt of an operation. Each stage takes it, reads the results of earlier stages, and adds its own. */
export class OperationRun {
  readonly runtime: Runtime;
  readonly asked: Asked;
  /** Whether a change is not tried again after a conflict. */
  readonly isLast: boolean;
  readonly records: OperationRecords;
  readonly transaction: MutationTransaction;

  /** Undefined where the document was refused. */
  operation: ChosenOperation | undefined;
  declaration: Declaration = nothingDeclared;
  /** Why the declared purpose was refused; undefined: it was not. */
  refusal: { readonly refusal: unknown } | undefined;
  /** How the principal is related to data subjects, where declaring the purpose had to read it. */
  readonly facts = new Map<string, RelationshipFact | undefined>();
  /** Undefined where the operation was refused before it was planned. */
  planned: PlannedOperation | undefined;
  result: Result = { data: undefined, errors: [], status: undefined };
  /** For each data subject that the operation came across: what was released and what was withheld. */
  seen: readonly SubjectSegment[] = [];
  /** The read budget, from the warning threshold on. */
  budget: BudgetUse | undefined;
  /** Whether counting the read budget used up the proof of possession. */
  usesProof = false;
  /** Rejects if the entry was not committed: then nothing is released. Undefined inside: nothing must be logged. */
  receipt: Promise<Receipt | undefined> | undefined;

  constructor(runtime: Runtime, asked: Asked, isLast: boolean) {
    const { calendar, orm, replica } = runtime;
    const { now, deadline, share } = asked;
    const day = { now, today: calendar.dayOf(now), timeZone: calendar.timeZone };
    this.runtime = runtime;
    this.asked = asked;
    this.isLast = isLast;
    this.records = new OperationRecords(orm, day, deadline, replica, share);
    this.transaction = new MutationTransaction(this.records, runtime.application.access);
  }

  /** Whether a conflict undid the change, and it is tried again. */
  get isLost(): boolean {
    return this.transaction.isLost && !this.isLast;
  }

  isPlanned(): this is PlannedRun {
    return this.planned !== undefined;
  }

  /**
   * Runs a stage. Its duration, its outcome and its span are measured, and its time until it first waits is charged to the principal.
   * After the deadline, no stage begins except those that record the attempt and release a committed change.
   * @throws PrivacyError REQUEST_OVERDUE; what the stage throws
   */
  stage<Output, Run extends OperationRun = this>(this: Run, name: Stage, work: (run: Run) => Output): Output {
    const { deadline, share } = this.asked;
    if (!withoutDeadline.has(name)) deadline.check();
    // The executor divides its work into parts, and counts each.
    if (name === 'execute under guard') return this.runtime.stage(name, () => work(this));
    share.begin();
    try {
      return this.runtime.stage(name, () => work(this));
    } finally {
      share.countBlocking();
    }
  }
}
