import type { RelationshipFact } from './relationship-fact.ts';
import type { FieldSet } from '../plan/bind/field-set.ts';
import type { Permits } from '../plan/bind/permit-table.ts';

/**
 * One data subject in one operation: the principal's relationship to it, and where it was seen. There is one object for
 * each, made when the operation first comes across it, so that later steps need no look-up by id.
 */
export class Subject {
  readonly id: string;
  /** The look-up under way. Others that need the relationship wait for the same one. */
  lookUp: Promise<void> | undefined = undefined;
  /** Undefined until it is looked up, and where there is no relationship. */
  fact: RelationshipFact | undefined = undefined;
  /** 1 at the index of each coordinate that the operation asks for and that is permitted; undefined without a relationship. */
  visible: Permits | undefined = undefined;
  /** The object-returning fields that returned objects about it; undefined: none. */
  seenAt: FieldSet | undefined = undefined;
  /** Whether the answer shows or counts it. */
  disclosed = false;

  constructor(id: string) {
    this.id = id;
  }
}

/** A data subject whose relationship to the principal is known. */
export type RelatedSubject = Subject & { readonly fact: RelationshipFact; readonly visible: Permits };
