import type { DataCategory, Purpose } from '../register.ts';

/** The open case that the principal works on. */
export interface OpenCase {
  readonly kind: string;
  readonly id: string;
  /** The data subject of the case. */
  readonly subjectId: string;
  /** Whether its idle time is to be restarted once the operation's entry is committed. */
  readonly renewalDue: boolean;
}

/** The authority of an outside organisation, as it is at this operation. */
export interface PresentedAuthority {
  readonly id: string;
  readonly inForce: boolean;
  /** Empty unless in force. */
  readonly categories: ReadonlySet<DataCategory>;
  /** The only data subjects whom the token names; undefined: all of the authority's. */
  readonly subjects?: ReadonlySet<string> | undefined;
}

/** The root field with which a principal acknowledges the text of the declared purpose: the one that needs no acknowledgement. */
export const acknowledgingField = 'Mutation.acknowledgePurpose';

/** The text of the declared purpose. */
export interface DeclaredText {
  readonly version: string;
  readonly isAcknowledged: boolean;
}

/** The purpose of an operation, with its case or authority. */
export interface Declaration {
  /** Undefined if none is declared: then nothing personal is released. */
  readonly purpose: Purpose | undefined;
  /** Undefined where there is none to acknowledge: without a purpose, and for principals who acknowledge nothing. */
  readonly purposeText?: DeclaredText | undefined;
  readonly openCase: OpenCase | undefined;
  readonly authority: PresentedAuthority | undefined;
}

/** The declaration of an operation whose declaration was refused. */
export const nothingDeclared: Declaration = Object.freeze({ purpose: undefined, openCase: undefined, authority: undefined });
