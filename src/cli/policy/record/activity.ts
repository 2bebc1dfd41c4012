import type { Clause, Condition, DataCategory, Purpose, Relationship, Role } from '../../../engine/register.ts';
import type { Budget, Prohibition } from '../../../engine/policy/declaration/lines.ts';
import type { AuthorityVersion } from '../../../engine/review/explain/authority-versions.ts';
import type { MatrixRootField } from '../../../engine/policy/matrix.ts';

/** One processing activity: all processing of personal information for one purpose. */
export interface Activity {
  readonly purpose: Purpose;
  /** Its W3C DPV term. */
  readonly term: string;
  readonly sentence: string;
  /** The acts in force on the record's date, in one line. */
  readonly authority: string;
  /** All authorities since the first statement, oldest first; the last is in force. */
  readonly authorities: readonly AuthorityVersion[];
  readonly categories: readonly ActivityCategory[];
  readonly recipients: readonly Recipient[];
  readonly dataSubjects: readonly DataSubjectType[];
  readonly rootFields: readonly MatrixRootField[];
  readonly safeguards: Safeguards;
  /** Null: neither schema nor policy states a retention. */
  readonly retention: null;
}

export interface ActivityCategory {
  readonly category: DataCategory;
  /** Its W3C DPV-PD term. */
  readonly term: string;
  readonly label: string;
  /** The roles that may see it for this purpose; empty if it is only collected. */
  readonly recipients: readonly Role[];
  /** The coordinates that hold it. */
  readonly heldAt: readonly string[];
  /** The input coordinates through which a change for this purpose collects it. */
  readonly gatheredAt: readonly string[];
}

/** A role that may see something by one line of the policy. */
export interface Recipient {
  readonly role: Role;
  /** Whether the role is of an outside organisation. */
  readonly outside: boolean;
  /** The kinds of authority that it needs; empty inside the organisation. */
  readonly underAuthority: readonly string[];
  readonly relationship: Relationship;
  readonly categories: readonly DataCategory[];
  /** All must hold. */
  readonly when: readonly Condition[];
  /** Prohibitions that beat the line under conditions. */
  readonly except: readonly string[];
  readonly line: string;
  readonly clause: Clause;
}

/** An object type of the schema, with or without data subjects. */
export interface DataSubjectType {
  readonly type: string;
  readonly description: string | null;
  readonly withoutDataSubject: boolean;
}

/** The safeguards that follow from the policy or the schema. */
export interface Safeguards {
  /** Prohibitions that bind a recipient for this purpose. */
  readonly prohibitions: readonly Prohibition[];
  /** Conditions without which a recipient does not see a category. */
  readonly conditions: readonly Condition[];
  /** Root fields that record, approve, confirm and revoke the authorities of outside recipients. */
  readonly authorityFields: readonly MatrixRootField[];
  /** The read budget of each role: how many data subjects it may read. */
  readonly budgets: readonly Budget[];
  /** The roles that may see the access history, with the line that permits it. */
  readonly logReaders: readonly { readonly role: Role; readonly purpose: Purpose; readonly line: string; readonly clause: Clause }[];
  /** Coordinates that hold a pseudonym according to the schema, with their descriptions. */
  readonly pseudonyms: readonly { readonly coordinate: string; readonly description: string }[];
}

/** A root field that is open for any purpose and for none, so it belongs to no activity. */
export type AnyPurposeField = MatrixRootField & {
  readonly gathers: readonly { readonly coordinate: string; readonly category: DataCategory }[];
};
