import type { Language } from '../platform/language/languages.ts';
import type { AccessCondition } from '../log/store/access-condition.ts';
import type { PostingRules } from '../log/store/postings.ts';
import type { ErrorReason } from '../platform/errors/error-reasons.ts';
import type { Entities } from '../platform/postgres/orm.ts';
import type { MatrixCell } from './policy/matrix.ts';
import type { Policy } from './policy/policy.ts';
import type { Statement } from './policy/statement.ts';
import type { OpenCase } from './purpose/declaration.ts';
import type { Principal } from './purpose/principal.ts';
import type { Reader, RelationshipColumns } from './rows/reader.ts';
import type { DataCategory, Purpose } from './register.ts';

/** The port: what an application gives the engine. Its types it registers, see `register.ts`. */
export interface Application {
  readonly policy: Policy;
  /** What its changes go through. */
  readonly entities: Entities;
  /** Whether the access of a principal is in force, which storing an entry and counting a read depend on. */
  readonly access: AccessCondition;
  /** How the index of the log by data subject files entries. */
  readonly postings: PostingRules;
  readonly cases: Cases;
  readonly authorities: Authorities;
  readonly duties: Duties;
  readonly acknowledgements: AcknowledgementStore;
  /** Says what is acknowledged before the first use of a purpose, in every language. */
  readonly sayPurpose: SayPurpose;
}

/** What principals work on: it brings about relationships. */
export interface Cases {
  /**
   * Finds a case of the principal's own that serves the purpose. Finding it changes nothing.
   * @param related columns that also select how the principal is related to the data subject of the case
   * @returns why a case of its own serves no longer; undefined for a case that is unknown or another principal's
   */
  find(
    reader: Reader,
    principal: Pick<Principal, 'id' | 'role'>,
    purpose: Purpose,
    caseId: string,
    related?: RelationshipColumns,
  ): Promise<OpenCase | CaseProblem | undefined>;
}

/** Why a case serves no longer, for its own principal alone. */
export type CaseProblem = ErrorReason;

/** What outside organisations act under: a mandate is one. */
export interface Authorities {
  /** Reads an authority as it is now; undefined if it is unknown or of another principal. */
  read(reader: Reader, id: string, principalId: string | undefined): Promise<Authority | undefined>;
}

/** An authority as it is now. */
export interface Authority {
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
  readonly inForce: boolean;
}

/** Who reviews the log: such a person has no other purpose and is not in it. */
export interface Duties {
  read(reader: Reader, principalId: string | undefined): Promise<Duty>;
}

/** What is on record about the duty to review the log. */
export interface Duty {
  readonly reviewsLog: boolean;
  /** Whether the person can be a data subject. */
  readonly onRecord: boolean;
}

/** Which texts of purposes were acknowledged. */
export interface AcknowledgementStore {
  /** The versions among these that the principal has acknowledged. */
  read(
    reader: Reader,
    principalId: string | undefined,
    texts: readonly { readonly purpose: Purpose; readonly version: string }[],
  ): Promise<{ has(version: string): boolean }>;
}

/**
 * @param cells what the policy permits the role for the purpose
 * @param statement the privacy statement in force; undefined: none
 */
export type SayPurpose = (
  purpose: Purpose,
  cells: readonly MatrixCell[],
  statement: Statement | undefined,
) => Readonly<Record<Language, string>>;
