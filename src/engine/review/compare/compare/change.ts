import type { Act, Clause, Condition, DataCategory, Purpose, Relationship, Role, RowScope } from '../../../register.ts';
import type { Limits } from '../../../policy/declaration/lines.ts';

/** REVEALS: something hidden is now shown. HIDES: something shown is now hidden. */
export type Effect = 'REVEALS' | 'HIDES';

/** A category, the coordinates that hold it, and how they were marked before. */
export interface SeenThing {
  readonly category: DataCategory;
  /** Empty if no field holds it now. */
  readonly coordinates: readonly string[];
  /** Undefined: the marking did not change. NEW: the coordinates did not exist. */
  readonly before?: DataCategory | 'NEW';
}

/**
 * A condition. If a coordinate's category changed, the authority may name the old and not the new one: CATEGORY_NAMED
 * refers to the new category, NAMED_AS_BEFORE to the old one.
 */
export type ComparedCondition = Condition | 'NAMED_AS_BEFORE';

/** A change in who may see which category of which data subjects. */
export interface SeeingChange {
  readonly kind: 'SEEING';
  readonly effect: Effect;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly things: readonly SeenThing[];
  readonly while: readonly ComparedCondition[];
  readonly unless: readonly ComparedCondition[];
  /** The line that permits it now, or did before. */
  readonly line: string;
  readonly clause: Clause;
  /** The prohibition that hides it now, or did before. */
  readonly prohibition?: string;
}

/** A change in who may enter a root field, which rows it returns, whether entering it is logged or needs a fresh proof, or how it can be filtered. */
export interface EnteringChange {
  readonly kind: 'ENTERING' | 'ROWS' | 'LOGGING' | 'PROOF' | 'FILTERING';
  readonly effect: Effect;
  readonly field: string;
  readonly roles: readonly Role[];
  /** null: no declared purpose. */
  readonly purposes: readonly (Purpose | null)[];
  /** The rows now; for a closed field, the rows before. */
  readonly scope: RowScope;
  /** ROWS, LOGGING: the rows before. */
  readonly before?: RowScope;
  /** FILTERING: the arguments, input fields and sort keys that changed; ENTERING: all that it can be filtered by. */
  readonly inputs: readonly string[];
  /** The categories that the authority must name (`while`) or must not name (`unless`). */
  readonly while: readonly DataCategory[];
  readonly unless: readonly DataCategory[];
  readonly clause: Clause;
}

/** A change in the schema's marking of a coordinate. It affects all who can reach the coordinate. */
export interface MarkingChange {
  readonly kind: 'MARKING';
  readonly effect: Effect;
  readonly coordinate: string;
  readonly change: 'IMPERSONAL' | 'PERSONAL' | 'REMOVED' | 'ADDED_IMPERSONAL' | 'DATA_SUBJECT' | 'TYPE';
  /**
   * The values of `before` and `after`: a category; null for impersonal or missing; for DATA_SUBJECT the row's property
   * that names the data subject; for TYPE the type, or the type's members or values.
   */
  readonly before: string | null;
  readonly after: string | null;
  /** For a new coordinate: the roles that may enter a root field that leads to its type. */
  readonly roles?: readonly Role[];
}

/** A window of a budget. */
export interface BudgetWindow {
  /** Undefined: of the read budget itself. */
  readonly act?: Act;
  readonly window: keyof Limits;
}

/** A change in the number of data subjects that a role may read. */
export interface BudgetChange {
  readonly kind: 'BUDGET';
  readonly effect: Effect;
  readonly role: Role;
  readonly purpose: Purpose;
  /** The changed windows; null: no limit. */
  readonly windows: readonly (BudgetWindow & {
    readonly before: number | null;
    readonly after: number | null;
  })[];
  readonly clause: Clause;
}

/** A difference between two policies or their schemas in what is shown. */
export type Change = SeeingChange | EnteringChange | MarkingChange | BudgetChange;
