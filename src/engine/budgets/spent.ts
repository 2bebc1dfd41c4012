import type { Act } from '../register.ts';

/** The windows of a budget. */
export type Window = 'HOUR' | 'DAY';

/** The state of the budget of a window, in distinct data subjects or in acts. */
export interface BudgetUse {
  readonly window: Window;
  readonly limit: number;
  readonly used: number;
}

/** The state of the budget of an act, in a window. */
export interface ActBudgetUse extends BudgetUse {
  readonly act: Act;
}

/** A window of a budget, what is left of it, and when it ends. */
export interface BudgetWindowState extends BudgetUse {
  readonly left: number;
  readonly endsAt: Date;
}

/** Warn from this fraction of a budget. */
export const warningThreshold = 0.8;

/** Distinct data subjects in one window. */
export interface Use {
  /** All counted data subjects. */
  readonly used: number;
  /** Data subjects that this reading added, or would have added if the budgets had allowed it. */
  readonly added: number;
  readonly limit: number;
}

/** The state of both budgets after a reading. */
export interface Spent {
  /** Whether both budgets allow the reading. If not, its data subjects are not counted. */
  readonly within: boolean;
  readonly hour: Use;
  readonly day: Use;
  /** Whether counting used up the proof of possession of the request. */
  readonly usesProof?: boolean;
}
