import type { DataCategory, Purpose } from '../generated/schema.ts';

/** The open case that the principal works on. */
export interface OpenCase {
  readonly kind: 'ENCOUNTER' | 'TICKET' | 'REQUEST';
  readonly id: string;
  /** The data subject of the case. */
  readonly subjectId: string;
  /** Whether its idle time is to be restarted once the operation's entry is committed. */
  readonly renewalDue: boolean;
}

/** A partner's mandate, as it is at this operation. */
export interface PresentedMandate {
  readonly id: string;
  readonly inForce: boolean;
  /** Empty unless in force. */
  readonly categories: ReadonlySet<DataCategory>;
  /** The only data subjects whom the token names; undefined: all of the mandate's. */
  readonly subjects?: ReadonlySet<string> | undefined;
}

/** The purpose of an operation, with its case or mandate. */
export interface Declaration {
  /** Undefined if none is declared: then nothing personal is released. */
  readonly purpose: Purpose | undefined;
  readonly openCase: OpenCase | undefined;
  readonly mandate: PresentedMandate | undefined;
}

/** The declaration of an operation whose declaration was refused. */
export const nothingDeclared: Declaration = Object.freeze({ purpose: undefined, openCase: undefined, mandate: undefined });
