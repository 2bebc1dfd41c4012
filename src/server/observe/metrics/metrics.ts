import { errorCatalogue, type ErrorCode, answerErrors } from '../../../platform/errors/errors.ts';
import type { Act, Purpose, Role } from '../../../engine/register.ts';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Budget } from '../../../engine/policy/declaration/lines.ts';
import { withheldReasons, type WithheldReason } from '../../../engine/policy/decision/decide.ts';
import type { Backlog } from '../readiness/backlog.ts';
import { metricCatalogue, type MetricName } from './metric-catalogue.ts';
import type { Outbox } from '../../../platform/mail/outbox.ts';
import { CountTally, DurationTally } from './tally.ts';
import { registerCounter, registerHistogram } from './tally-metrics.ts';

/** The stages of `src/server/spine/pipeline.ts`, in order: the names of spans, and values of the label `stage`. */
export const stages = [
  'authenticate',
  'check document',
  'declare purpose',
  'plan',
  'begin',
  'enter',
  'execute under guard',
  'spend budget',
  'record',
  'release',
] as const;
export type Stage = (typeof stages)[number];

/** The outcome of a stage or a request, in the words of the access log. */
export const outcomes = ['ANSWERED', 'REFUSED', 'FAILED'] as const;
export type MeasuredOutcome = (typeof outcomes)[number];

/** The outcome that belongs to an error code. `WITHHELD` accompanies an answer. */
export function outcomeOf(code: ErrorCode | undefined): MeasuredOutcome {
  const status = code === undefined ? 200 : errorCatalogue[code][0];
  if (status >= 500) return 'FAILED';
  return status >= 400 ? 'REFUSED' : 'ANSWERED';
}

/** Bounds of the buckets of durations, in seconds. */
const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The state of a pool of connections. */
export interface PoolState {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const budgetStates = ['WITHIN', 'NEARLY_SPENT', 'SPENT'] as const;
/** How far a charge came against its read budget. */
export type BudgetState = (typeof budgetStates)[number];

/**
 * Counts what happens, in plain numbers. No label holds a value, an id, a document, an operation name or a principal: each
 * takes its values from a closed set.
 */
export class Metrics {
  /** Values that are read at the time of the scrape. */
  readonly registry = new Registry();
  readonly #requests = new DurationTally(bounds);
  readonly #refused = new CountTally();
  readonly #stages = new DurationTally(bounds);
  readonly #poolWaits = new DurationTally(bounds);
  readonly #withheld = new CountTally();
  readonly #charges = new CountTally();
  readonly #people = new CountTally();
  readonly #actCharges = new CountTally();
  readonly #backlogFailures = new CountTally();
  readonly #sequencerFailures = new CountTally();
  readonly #connectionsReset = new CountTally();
  readonly #workerEnds = new CountTally();
  readonly #guardFailures = new CountTally();
  readonly #jwksFailures = new CountTally();
  readonly #lines = new CountTally();
  readonly #bytes = new CountTally();
  readonly #leftOut = new CountTally();
  readonly #pools = new Map<string, PoolState>();
  readonly #queues = new Map<string, () => number>();
  #bodyBytes = (): number => 0;
  #promises = (): { readonly waiting: number; readonly missing: number } => ({ waiting: 0, missing: 0 });
  #backlog: () => Backlog | undefined = () => undefined;
  readonly #outboxes = new Map<'accounts' | 'requests', () => Outbox | undefined>();

  constructor() {
    registerHistogram(this.registry, 'ntk_request_duration_seconds', bounds, this.#requests);
    registerCounter(this.registry, 'ntk_answers_refused_total', this.#refused);
    registerHistogram(this.registry, 'ntk_stage_duration_seconds', bounds, this.#stages);
    registerCounter(this.registry, 'ntk_withheld_decisions_total', this.#withheld);
    registerCounter(this.registry, 'ntk_read_budget_charges_total', this.#charges);
    registerCounter(this.registry, 'ntk_read_budget_people_total', this.#people);
    registerCounter(this.registry, 'ntk_act_budget_charges_total', this.#actCharges);
    this.#gauge('ntk_access_log_staged_entries', () => this.#ofBacklog(({ entries }) => entries));
    this.#gauge('ntk_access_log_oldest_staged_seconds', () => this.#ofBacklog(({ oldestSeconds }) => oldestSeconds));
    this.#gauge('ntk_access_log_bytes', () => this.#ofBacklog(({ logBytes }) => logBytes));
    registerCounter(this.registry, 'ntk_access_log_read_failures_total', this.#backlogFailures);
    registerCounter(this.registry, 'ntk_sequencer_failures_total', this.#sequencerFailures);
    this.#gauge('ntk_promised_entries', () => {
      const { waiting, missing } = this.#promises();
      return [
        { labels: { state: 'WAITING' }, value: waiting },
        { labels: { state: 'MISSING' }, value: missing },
      ];
    });
    this.#gauge('ntk_account_mails_waiting', () => this.#ofOutbox('accounts', ({ mails }) => mails));
    this.#gauge('ntk_account_mails_oldest_seconds', () => this.#ofOutbox('accounts', ({ oldestSeconds }) => oldestSeconds));
    this.#gauge('ntk_request_mails_waiting', () => this.#ofOutbox('requests', ({ mails }) => mails));
    this.#gauge('ntk_request_mails_oldest_seconds', () => this.#ofOutbox('requests', ({ oldestSeconds }) => oldestSeconds));
    this.#gauge('ntk_pool_connections', () =>
      [...this.#pools].flatMap(([pool, { totalCount, idleCount }]) => [
        { labels: { pool, state: 'idle' }, value: idleCount },
        { labels: { pool, state: 'busy' }, value: totalCount - idleCount },
      ]),
    );
    this.#gauge('ntk_pool_waiting', () => [...this.#pools].map(([pool, { waitingCount }]) => ({ labels: { pool }, value: waitingCount })));
    registerHistogram(this.registry, 'ntk_pool_wait_duration_seconds', bounds, this.#poolWaits);
    this.#gauge('ntk_queue_length', () => [...this.#queues].map(([queue, length]) => ({ labels: { queue }, value: length() })));
    this.#gauge('ntk_unfinished_body_bytes', () => [{ labels: {}, value: this.#bodyBytes() }]);
    registerCounter(this.registry, 'ntk_connections_reset_total', this.#connectionsReset);
    registerCounter(this.registry, 'ntk_worker_ends_total', this.#workerEnds);
    registerCounter(this.registry, 'ntk_guard_failures_total', this.#guardFailures);
    registerCounter(this.registry, 'ntk_jwks_failures_total', this.#jwksFailures);
    registerCounter(this.registry, 'ntk_log_lines_total', this.#lines);
    registerCounter(this.registry, 'ntk_log_bytes_total', this.#bytes);
    registerCounter(this.registry, 'ntk_log_lines_left_out_total', this.#leftOut);
    this.#beginAtZero();
  }

  /** Also measures the process: CPU, memory, event loop, garbage collection. */
  measureProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  countRequest(route: string, status: number, code: ErrorCode | undefined, seconds: number): void {
    this.#requests.add(seconds, route, `${status}`, code);
    if (code !== undefined) this.#refused.add(1, code);
  }

  countStage(stage: Stage, code: ErrorCode | undefined, seconds: number): void {
    this.#stages.add(seconds, stage, outcomeOf(code), code);
  }

  countWithheld(reasons: Iterable<{ readonly reason: WithheldReason }>): void {
    for (const { reason } of reasons) this.#withheld.add(1, reason);
  }

  /** @param people how many data subjects the answer shows or counts; 0 where it was refused */
  countCharge(role: Role, purpose: Purpose | undefined, state: BudgetState, people: number): void {
    this.#charges.add(1, role, purpose ?? '', state);
    if (people > 0) this.#people.add(people, role, purpose ?? '');
  }

  countActCharge(act: Act, role: Role, state: BudgetState): void {
    this.#actCharges.add(1, act, role, state);
  }

  countBacklogFailure(): void {
    this.#backlogFailures.add(1);
  }

  countSequencerFailure(): void {
    this.#sequencerFailures.add(1);
  }

  countConnectionReset(): void {
    this.#connectionsReset.add(1);
  }

  countWorkerEnd(): void {
    this.#workerEnds.add(1);
  }

  countGuardFailure(): void {
    this.#guardFailures.add(1);
  }

  countJwksFailure(): void {
    this.#jwksFailures.add(1);
  }

  countLine(level: string, bytes: number): void {
    this.#lines.add(1, level);
    this.#bytes.add(bytes);
  }

  countLeftOut(): void {
    this.#leftOut.add(1);
  }

  countPoolWait(pool: string, seconds: number): void {
    this.#poolWaits.add(seconds, pool);
  }

  /** @param name one of a few, such as `records` */
  showPool(name: string, pool: PoolState): void {
    this.#pools.set(name, pool);
  }

  showQueue(name: 'connections' | 'requests' | 'appends', length: () => number): void {
    this.#queues.set(name, length);
  }

  showBodyBytes(current: () => number): void {
    this.#bodyBytes = current;
  }

  /** @param current promised entries that are not looked for yet, and those that are missing */
  showPromises(current: () => { readonly waiting: number; readonly missing: number }): void {
    this.#promises = current;
  }

  showBacklog(current: () => Backlog | undefined): void {
    this.#backlog = current;
  }

  showOutbox(mailsOf: 'accounts' | 'requests', current: () => Outbox | undefined): void {
    this.#outboxes.set(mailsOf, current);
  }

  /** Every counter with labels shows zero for the values that can come, from the start. */
  #beginAtZero(): void {
    for (const code of Object.keys(answerErrors)) this.#refused.begin(code);
    for (const reason of withheldReasons) this.#withheld.begin(reason);
    for (const level of ['info', 'warn', 'error', 'fatal']) this.#lines.begin(level);
  }

  /** So do the counters of a policy's budgets. */
  beginBudgets(budgets: readonly Budget[]): void {
    for (const { role, purposes, acts = {} } of budgets)
      for (const purpose of purposes) {
        this.#people.begin(role, purpose);
        for (const state of budgetStates) {
          this.#charges.begin(role, purpose, state);
          for (const act of Object.keys(acts)) this.#actCharges.begin(act, role, state);
        }
      }
  }

  #ofOutbox(mailsOf: 'accounts' | 'requests', value: (outbox: Outbox) => number): readonly GaugeValue[] {
    const outbox = this.#outboxes.get(mailsOf)?.();
    return outbox ? [{ labels: {}, value: value(outbox) }] : [];
  }

  #ofBacklog(value: (backlog: Backlog) => number): readonly GaugeValue[] {
    const backlog = this.#backlog();
    return backlog ? [{ labels: {}, value: value(backlog) }] : [];
  }

  #gauge(name: MetricName, read: () => readonly GaugeValue[]): void {
    const { help, labels } = metricCatalogue[name];
    const collect = (): void => {
      gauge.reset();
      // Without labels, prom-client shows 0 where nothing is set.
      if (labels.length === 0) gauge.remove();
      for (const { labels, value } of read()) gauge.set(labels, value);
    };
    const gauge = new Gauge<string>({ name, help, labelNames: labels, registers: [this.registry], collect });
  }
}

interface GaugeValue {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}
