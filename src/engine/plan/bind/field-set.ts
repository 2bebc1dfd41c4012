import type { Permits } from './permit-table.ts';

/** The coordinates that were released and withheld for one data subject (sorted). */
export interface Seen {
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

/**
 * A set of object-returning fields (schema coordinates) that returned objects about a data subject. Most data subjects
 * of an answer come with the same fields, so equal sets are one object, and values derived from a set are computed once.
 */
export class FieldSet {
  readonly fields: readonly string[];
  readonly #seen = new Map<Permits, Seen>();
  readonly #larger = new Map<string, FieldSet>();
  // The rows of a list come with the same field one after the other.
  #lastField: string | undefined;
  #last: FieldSet = this;

  constructor(fields: readonly string[] = []) {
    this.fields = fields;
  }

  /** The views of data subjects with these fields and permits; `compute` is called once. */
  seenWith(visible: Permits, compute: () => Seen): Seen {
    let seen = this.#seen.get(visible);
    if (!seen) this.#seen.set(visible, (seen = compute()));
    return seen;
  }

  /** The same set with one field more. */
  with(field: string): FieldSet {
    if (field === this.#lastField) return this.#last;
    let larger = this.#larger.get(field);
    if (!larger) {
      larger = this.fields.includes(field) ? this : new FieldSet([...this.fields, field]);
      this.#larger.set(field, larger);
    }
    this.#lastField = field;
    this.#last = larger;
    return larger;
  }
}
