import type { DataCategory } from '../../generated/schema.ts';
import type { Policy } from '../../policy/policy.ts';

/** What a schema says of its coordinates, as far as a policy decides on them. */
export interface Markings {
  /**
   * The category of every field of an object type, and of every type that has data subjects, by
   * coordinate; null: impersonal.
   */
  readonly outputs: ReadonlyMap<string, DataCategory | null>;
  /**
   * The type of every field of an object type, as the schema writes it; the members of unions and interfaces; and
   * the values of enums that personal fields hold: finer ones tell more.
   */
  readonly types: ReadonlyMap<string, string>;
  /** By object type: the root fields whose answers can lead to it. */
  readonly ways: ReadonlyMap<string, readonly string[]>;
  /** By root field: the arguments, input fields and sort keys that it can be given; null: impersonal. */
  readonly inputs: ReadonlyMap<string, ReadonlyMap<string, DataCategory | null>>;
  /** The row's property that names the data subject of a type's objects; null: they are about nobody. */
  readonly subjects: ReadonlyMap<string, string | null>;
}

/** One of two that are compared: a policy and the schema that it speaks of. */
export interface Side {
  readonly policy: Policy;
  readonly markings: Markings;
}
