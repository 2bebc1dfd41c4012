import type { Permits } from './sight.ts';
import type { Subject } from './subject.ts';

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
  readonly #seen = new Map<Permits, Seen>();
  readonly #others = new Map<string, Standing>();
  // Rows of a list stand at the same field one after the other.
  #lastField: string | undefined;
  #last: Standing = this;

  constructor(fields: readonly string[] = []) {
    this.fields = fields;
  }

  /** What was seen of those who stood here, by what was visible of them; worked out once. */
  seenAs(visible: Permits, workOut: () => Seen): Seen {
    let seen = this.#seen.get(visible);
    if (!seen) this.#seen.set(visible, (seen = workOut()));
    return seen;
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

/** Which data subjects an operation came across, and where: one mark per data subject and field, never one per value. */
export class Sightings {
  readonly #nowhere: Standing;
  readonly #marked: Subject[] = [];
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
  mark(subject: Subject, field: string, told = true): void {
    if (subject.standing === undefined) this.#marked.push(subject);
    subject.standing = (subject.standing ?? this.#nowhere).and(field);
    subject.told ||= told;
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

  /** The ids of those of whom the answer tells, be it by a count alone. */
  told(): ReadonlySet<string> {
    return new Set(this.#marked.filter(({ told }) => told).map(({ id }) => id));
  }

  /** Who was marked, in the order in which they were come across. */
  get subjects(): readonly Subject[] {
    return this.#marked;
  }
}
