import type { AccessNeedKind, ErasureRule, IdentityEvidence, Purpose, Relationship } from '../shared/graphql/generated/schema.ts';
import type { ClaimAct } from './wording.ts';

/** Why a person's information was read, from the access log and the records. */
export interface Reason {
  readonly purpose: Purpose | null;
  readonly relationship: Relationship;
  /** Whether given values were compared with the person’s. */
  readonly identityChecked: boolean;
  /** The act of an employee on the claim of the person’s record; null: none. */
  readonly claim: ClaimAct | null;
  /** The rule under which entries of the person’s history were erased, and how many. */
  readonly erasure?: { readonly rule: ErasureRule; readonly entries: number } | null;
  /** The act with the person’s account; null for a read. */
  readonly account: string | null;
  /** The id of the app that it happened with; null if there is none. */
  readonly app: string | null;
  /** The case or mandate that was the reason; null if there is none, or if the reader of the sentence may not know it. */
  readonly need: Need | null;
}

/** A case or mandate that made a read necessary, with its beginning and end. Instants as PostgreSQL writes them. */
export interface Need {
  readonly kind: AccessNeedKind;
  /** The number of a ticket or request, or a MandateKind; null for an encounter. */
  readonly reference: string | null;
  readonly openedAt: string;
  /** Null if it is still open. */
  readonly closedAt: string | null;
  /** Only for an encounter with this very person: how the clerk identified them. */
  readonly identifiedBy?: IdentityEvidence | null;
}
