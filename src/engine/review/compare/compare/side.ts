import type { DataCategory } from '../../../register.ts';
import type { InputMarking } from '../../../policy/decision/enter.ts';
import type { Policy } from '../../../policy/declaration/policy.ts';

/** The schema's markings, as far as a policy decides on them. */
export interface ComparedMarkings {
  /**
   * By coordinate: the category of each field of an object type, and of each type that has data subjects; null:
   * impersonal.
   */
  readonly outputs: ReadonlyMap<string, DataCategory | null>;
  /**
   * By coordinate: the type of each field of an object type, as the schema writes it; the members of unions and
   * interfaces; and the values of enums of personal fields, because finer values reveal more.
   */
  readonly types: ReadonlyMap<string, string>;
  /** By object type: the root fields from which it can be reached. */
  readonly ways: ReadonlyMap<string, readonly string[]>;
  /** By root field: its arguments, input fields and sort keys with their markings; null: impersonal. */
  readonly inputs: ReadonlyMap<string, ReadonlyMap<string, InputMarking | null>>;
  /** By object type: the row's property that names the data subject; null: none. */
  readonly subjects: ReadonlyMap<string, string | null>;
}

/** One of the two sides of a comparison: a policy and its schema. */
export interface Side {
  readonly policy: Policy;
  readonly markings: ComparedMarkings;
}
