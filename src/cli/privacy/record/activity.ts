import type { DataCategory, MandateKind, Purpose, Relationship, Role } from '../../../generated/schema.ts';
import type { AuthorityVersion } from '../../../policy-review/authority-versions.ts';
import type { Budget } from '../../../policy/budgets.ts';
import type { Clause } from '../../../policy/clauses.ts';
import type { Condition } from '../../../policy/conditions.ts';
import type { MatrixRootField } from '../../../policy/matrix.ts';
import type { Prohibition } from '../../../policy/prohibitions.ts';

/** One processing activity: all that is done with personal information for one purpose. */
export interface Activity {
  readonly purpose: Purpose;
  /** Its W3C DPV term. */
  readonly term: string;
  readonly sentence: string;
  /** The acts in force on the record's day, in one line. */
  readonly authority: string;
  /** Every authority since the first statement, oldest first; the last is the one in force. */
  readonly authorities: readonly AuthorityVersion[];
  readonly categories: readonly ActivityCategory[];
  readonly recipients: readonly Recipient[];
  readonly dataSubjects: readonly DataSubjectType[];
  readonly rootFields: readonly MatrixRootField[];
  readonly safeguards: Safeguards;
  /** Neither schema nor policy says how long anything is kept. */
  readonly retention: null;
}

export interface ActivityCategory {
  readonly category: DataCategory;
  /** Its W3C DPV-PD term. */
  readonly term: string;
  readonly label: string;
  /** The roles that may see it for this purpose; empty: it is only gathered. */
  readonly recipients: readonly Role[];
  /** Coordinates that hold it. */
  readonly heldAt: readonly string[];
  /** Coordinates by which a change for this purpose takes it in. */
  readonly gatheredAt: readonly string[];
}

/** Who may see something by one line of the policy. */
export interface Recipient {
  readonly role: Role;
  /** Whether it is outside the municipality. */
  readonly outside: boolean;
  /** The kinds of mandate that it needs; empty for whoever is not outside. */
  readonly mandates: readonly MandateKind[];
  readonly relationship: Relationship;
  readonly categories: readonly DataCategory[];
  /** All must hold. */
  readonly when: readonly Condition[];
  /** Prohibitions that beat it under conditions. */
  readonly except: readonly string[];
  readonly line: string;
  readonly clause: Clause;
}

/** A type of the schema whose objects are about somebody, or about nobody. */
export interface DataSubjectType {
  readonly type: string;
  readonly description: string | null;
  readonly aboutNobody: boolean;
}

/** What protects the information: only such as follows from the policy or the schema. */
export interface Safeguards {
  /** Those that bind a recipient for this purpose. */
  readonly prohibitions: readonly Prohibition[];
  /** Conditions without which a recipient sees nothing of a category. */
  readonly conditions: readonly Condition[];
  /** Root fields that record, approve and revoke the mandates of the recipients outside. */
  readonly mandates: readonly MatrixRootField[];
  /** Of how many people each role may be shown something. */
  readonly budgets: readonly Budget[];
  /** Who may see who looked, by which line. */
  readonly logReaders: readonly { readonly role: Role; readonly purpose: Purpose; readonly line: string; readonly clause: Clause }[];
  /** Coordinates that the schema says hold a pseudonym, with its words. */
  readonly pseudonyms: readonly { readonly coordinate: string; readonly description: string }[];
}

/** A root field that is open for any purpose and for none, so that it belongs to no activity. */
export type AnyPurposeField = MatrixRootField & {
  readonly gathers: readonly { readonly coordinate: string; readonly category: DataCategory }[];
};
