import type { Purpose, Relationship } from '../generated/schema.ts';

/** Why somebody's information was read, as the access log and the records have it. */
export interface Reason {
  readonly purpose: Purpose | null;
  readonly relationship: Relationship;
  /** What made the need, where the one who asks may know of it; null where nothing did. */
  readonly need: Need | null;
}

/** What opened and closed a need. Instants as PostgreSQL writes them. */
export interface Need {
  readonly kind: NeedKind;
  /** A ticket's or request's number, a MandateKind; null for an encounter. */
  readonly reference: string | null;
  readonly openedAt: string;
  /** Null: still open. */
  readonly closedAt: string | null;
}

export type NeedKind = 'ENCOUNTER' | 'TICKET' | 'REQUEST' | 'MANDATE';
