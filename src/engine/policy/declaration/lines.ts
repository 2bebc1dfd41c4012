import type { Act, Clause, Condition, DataCategory, Purpose, Relationship, Role, RowScope } from '../../register.ts';

/** A line of the policy: what a role may see for a purpose under a relationship. */
export interface Grant {
  /** A stable name, quoted by explanations and by the matrix. */
  readonly line: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly categories: readonly DataCategory[];
  /** Conditions that must all hold for the data subject. */
  readonly when?: readonly Condition[];
  readonly clause: Clause;
}

/** A line of the policy: what may not be seen. A prohibition beats every grant. */
export interface Prohibition {
  readonly line: string;
  readonly categories: readonly DataCategory[];
  /** The roles that it binds; undefined: every role. */
  readonly roles?: readonly Role[];
  /** The purposes for which it binds; undefined: every purpose. */
  readonly purposes?: readonly Purpose[];
  /** It binds only while all of these hold. */
  readonly when?: readonly Condition[];
  /** It does not bind for these purposes or relationships, or while one of these conditions holds. */
  readonly unless?: {
    readonly purposes?: readonly Purpose[];
    readonly relationships?: readonly Relationship[];
    readonly conditions?: readonly Condition[];
  };
  readonly clause: Clause;
  readonly because: string;
}

/** A line of the policy: who may use a root field for which purposes, and which rows it can return. */
export interface RootFieldLine {
  /** Schema coordinates of root fields. */
  readonly fields: readonly string[];
  readonly role: Role | 'ANYBODY';
  /** ANY: with any purpose that the role may declare, or without one. */
  readonly purposes: readonly Purpose[] | 'ANY';
  readonly scope: RowScope;
  /** The field is closed unless this category can be seen. An authority that does not list it closes the field. */
  readonly needs?: DataCategory;
  /** The field is closed unless a passkey has just proven who asks; see `assurance.ts`. */
  readonly freshProof?: true;
  readonly clause: Clause;
}

/** How many people, or how often, in two windows. */
export interface Limits {
  readonly perHour: number;
  readonly perDay: number;
}

/**
 * A line of the policy: how many data subjects a role may read for each of these purposes. A count of people is a read of
 * each. A role whose reads are not counted has none, because relationships limit what it reaches.
 */
export interface Budget extends Limits {
  readonly role: Role;
  /** Each is counted separately. */
  readonly purposes: readonly Purpose[];
  /** Distinct data subjects for one principal and purpose in a clock hour. */
  readonly perHour: number;
  /** Distinct data subjects for one principal and purpose in a day of the municipality. */
  readonly perDay: number;
  /**
   * How often one principal may do each act, for all purposes together, when it does it again for one of these purposes: in any 60 minutes
   * and in any 24 hours. An act that is not named may not be done.
   */
  readonly acts?: Readonly<Partial<Record<Act, Limits>>>;
  readonly clause: Clause;
}
