import type { Permits } from './sight.ts';

/** What was released and withheld of one data subject (schema coordinates, sorted). */
export interface Seen {
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

/**
 * A set of object-returning fields at which somebody stood. Most people of an answer stood at the same
 * ones, so equal sets are one object, and what follows from a set is worked out once.
 */
export class Standing {
  readonly fields: readonly string[];
  /** What was seen of those who stood here, by what was visible of them. */
  readonly seen = new Map<Permits, Seen>();
  readonly #others = new Map<string, Standing>();
  // Rows of a list stand at the same field one after the other.
  #lastField: string | undefined;
  #last: Standing = this;

  constructor(fields: readonly string[] = []) {
    this.fields = fields;
  }

  /** The same set with one field more. */
  and(field: string): Standing {
    if (field === this.#lastField) return this.#last;
    let other = this.#others.get(field);
    if (!other) {
      other = this.fields.includes(field) ? this : new Standing([...this.fields, field]);
      this.#others.set(field, other);
    }
    this.#lastField = field;
    this.#last = other;
    return other;
  }
}

/** Where a data subject stood, and whether the answer tells of this one. */
interface Mark {
  standing: Standing;
  told: boolean;
}

/** Which data subjects an operation came across, and where: one mark per data subject and field, never one per value. */
export class Sightings {
  readonly #nowhere: Standing;
  readonly #marks = new Map<string, Mark>();
  readonly #covers = new Set<string>();
  readonly #mandates = new Set<string>();
  #ticket: string | undefined;

  /** @param nowhere the empty set from which the operation's others are made */
  constructor(nowhere: Standing = new Standing()) {
    this.#nowhere = nowhere;
  }

  /**
   * Notes that an object about this data subject stood at that field (schema coordinate).
   * @param told whether the answer tells that it is there; a hidden one was come across all the same
   */
  mark(subjectId: string, field: string, told = true): void {
    const mark = this.#marks.get(subjectId);
    if (!mark) {
      this.#marks.set(subjectId, { standing: this.#nowhere.and(field), told });
      return;
    }
    mark.standing = mark.standing.and(field);
    mark.told ||= told;
  }

  /**
   * Notes that the operation is about one ticket, whether or not that is its case: its entry is then kept from
   * whomever the ticket is kept from. Of several the first counts.
   */
  concern(ticketId: string): void {
    this.#ticket ??= ticketId;
  }

  /** The ticket that the operation is about, where it is about one. */
  get ticket(): string | undefined {
    return this.#ticket;
  }

  /** Whether the answer tells of this data subject, be it by a count alone. */
  tellsOf(subjectId: string): boolean {
    return this.#marks.get(subjectId)?.told ?? false;
  }

  /**
   * Notes that the operation is about a mandate, other than the one that it is made under: what it tells of those
   * whom that names is then kept as long as the mandate's seal is.
   */
  concernMandate(mandateId: string): void {
    this.#mandates.add(mandateId);
  }

  /** The mandates that the operation is about. */
  get mandates(): ReadonlySet<string> {
    return this.#mandates;
  }

  /**
   * Notes that the operation looked whom a page of the whole log is about, whomever it found.
   * @param page as a header names it
   */
  cover(page: string): void {
    this.#covers.add(page);
  }

  /** The pages of the whole log of which the operation looked whom they are about. */
  get covers(): ReadonlySet<string> {
    return this.#covers;
  }

  /** Where each data subject stood, in the order in which they were come across. */
  get marks(): ReadonlyMap<string, { readonly standing: Standing }> {
    return this.#marks;
  }
}
