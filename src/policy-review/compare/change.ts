import type { DataCategory, Purpose, Relationship, Role, RowScope } from '../../generated/schema.ts';
import type { Clause } from '../../policy/clauses.ts';
import type { Condition } from '../../policy/conditions.ts';

/** REVEALS: something is shown that was hidden. HIDES: the other way round. */
export type Effect = 'REVEALS' | 'HIDES';

/** What is seen: a category and the coordinates that hold it, with what they were marked as before. */
export interface SeenThing {
  readonly category: DataCategory;
  /** Empty: no field holds it now. */
  readonly coordinates: readonly string[];
  /** Undefined: marked as now. NEW: the coordinates were not there. */
  readonly before?: DataCategory | 'NEW';
}

/**
 * A condition; where a coordinate had another category, the mandate may name the one and not the other,
 * so CATEGORY_NAMED speaks of the category that it has now.
 */
export type ComparedCondition = Condition | 'NAMED_AS_BEFORE';

/** Who may see what of whom has changed. */
export interface SeeingChange {
  readonly kind: 'SEEING';
  readonly effect: Effect;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly things: readonly SeenThing[];
  readonly while: readonly ComparedCondition[];
  readonly unless: readonly ComparedCondition[];
  /** The line that permits, now or until now. */
  readonly line: string;
  readonly clause: Clause;
  /** The prohibition that hides it now, or did until now. */
  readonly prohibition?: string;
}

/** Who may enter a root field, which rows it gives, that entering it is logged, or what it can be filtered by has changed. */
export interface EnteringChange {
  readonly kind: 'ENTERING' | 'ROWS' | 'LOGGING' | 'FILTERING';
  readonly effect: Effect;
  readonly field: string;
  readonly roles: readonly Role[];
  /** null: none declared. */
  readonly purposes: readonly (Purpose | null)[];
  /** The rows now, or, of a field that is closed, until now. */
  readonly scope: RowScope;
  /** ROWS, LOGGING: until now. */
  readonly before?: RowScope;
  /** FILTERING: the arguments, input fields and sort keys; ENTERING: those that it can be filtered by. */
  readonly inputs: readonly string[];
  /** Categories that the mandate must name, or must not. */
  readonly while: readonly DataCategory[];
  readonly unless: readonly DataCategory[];
  readonly clause: Clause;
}

/** The schema says something else of a coordinate, for everybody who can reach it. */
export interface MarkingChange {
  readonly kind: 'MARKING';
  readonly effect: Effect;
  readonly coordinate: string;
  /**
   * What it was and is: a category, impersonal, not there; whose data, by the row's property or nobody's; or a
   * type, of a type its members or values.
   */
  readonly change: 'IMPERSONAL' | 'PERSONAL' | 'REMOVED' | 'ADDED_IMPERSONAL' | 'DATA_SUBJECT' | 'TYPE';
  readonly before: string | null;
  readonly after: string | null;
  /** Who can reach it at most, of what is new: everybody who may enter a root field that leads to its type. */
  readonly roles?: readonly Role[];
}

/** Of how many people a role may be shown something has changed. */
export interface BudgetChange {
  readonly kind: 'BUDGET';
  readonly effect: Effect;
  readonly role: Role;
  readonly purpose: Purpose;
  /** The windows that have changed so; null: without a bound. */
  readonly windows: readonly {
    readonly window: 'perHour' | 'perDay';
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly clause: Clause;
}

/** One way in which two policies, or their schemas, differ in what is shown. */
export type Change = SeeingChange | EnteringChange | MarkingChange | BudgetChange;
