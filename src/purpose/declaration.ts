import type { DataCategory, Purpose } from '../generated/schema.ts';

/** The matter that makes the need: an encounter, a ticket or a request. */
export interface OpenCase {
  readonly kind: 'ENCOUNTER' | 'TICKET' | 'REQUEST';
  readonly id: string;
  /** Whom it is about. */
  readonly subjectId: string;
}

/** A partner's legal authority, as it stands at this operation. */
export interface PresentedMandate {
  readonly id: string;
  readonly inForce: boolean;
  /** Empty unless in force. */
  readonly categories: ReadonlySet<DataCategory>;
}

/** Why the principal asks, under which case or mandate. */
export interface Declaration {
  /** Undefined: none declared; then nothing personal is released. */
  readonly purpose: Purpose | undefined;
  readonly openCase: OpenCase | undefined;
  readonly mandate: PresentedMandate | undefined;
}

/** What a principal declares whose declaration was refused. */
export const nothingDeclared: Declaration = Object.freeze({ purpose: undefined, openCase: undefined, mandate: undefined });
