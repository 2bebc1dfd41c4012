import { type RelationshipFact, Subject, type RelatedSubject } from '../rows/row.ts';
import type { Permits, PermitTable } from '../plan/bind/permit-table.ts';

export type LookUp = (subjectIds: readonly string[]) => Promise<ReadonlyMap<string, RelationshipFact>>;

/** Data subjects that are looked up together. */
interface Batch {
  readonly subjects: Subject[];
  readonly done: Promise<void>;
}

/** The relationships of one operation: looked up in batches, once for each data subject, before rows are completed. */
export class Relationships {
  readonly #lookUp: LookUp;
  readonly #visibleFor: PermitTable;
  readonly #subjects = new Map<string, Subject>();
  // There are few kinds of relationships, and those of a kind are mostly one object.
  readonly #kinds = new Map<RelationshipFact, Permits>();
  #next: Batch | undefined;
  /** Data subjects whose relationship may have changed, so that it is looked up again before it counts. */
  readonly #forgotten = new Set<string>();
  #changes = 0;
  // The fields of a row are resolved one after the other, so the id asked for last is mostly the next one too.
  #lastId: string | undefined;
  #last: Subject | undefined;

  /** @param visibleFor gives what is visible to the operation, by relationship and conditions */
  constructor(lookUp: LookUp, visibleFor: PermitTable) {
    this.#lookUp = lookUp;
    this.#visibleFor = visibleFor;
  }

  /** A data subject with its relationship. Undefined where that is unknown, and then nothing is released. */
  get(subjectId: string | undefined): RelatedSubject | undefined {
    if (subjectId === undefined) return undefined;
    if (subjectId !== this.#lastId) {
      this.#last = this.#subjects.get(subjectId);
      this.#lastId = subjectId;
    }
    return this.#last?.visible === undefined ? undefined : (this.#last as RelatedSubject);
  }

  /** A data subject that was looked up or noted, whether or not there is a relationship. */
  find(subjectId: string): Subject | undefined {
    return this.#subjects.get(subjectId);
  }

  /**
   * Looks up the data subjects that are not known yet, together with all that others ask for in the meantime.
   * @param always makes the statement even where all are known or there are none: where rows can be hidden, a missing
   *   statement would reveal that there is no row
   * @returns undefined where there is nothing to wait for
   * @throws whatever the look-up throws: then no data subject of the batch is known
   */
  ensure(subjectIds: readonly string[], always = false): Promise<unknown> | undefined {
    let waits = always ? this.#nextBatch().done : undefined;
    let more: Set<Promise<void>> | undefined;
    for (const id of subjectIds) {
      const { lookUp } = this.#known(id) ?? this.#enlist(id);
      if (lookUp === undefined || lookUp === waits) continue;
      if (waits === undefined) waits = lookUp;
      else (more ??= new Set([waits])).add(lookUp);
    }
    return more ? Promise.all(more) : waits;
  }

  /**
   * Stores a relationship that was selected with a row. A known relationship does not change, unless all are discarded.
   * @param fact undefined: there is no such data subject, or it may not be seen
   */
  note(subjectId: string, fact: RelationshipFact | undefined): void {
    if (this.#known(subjectId)) return;
    const subject = this.#add(subjectId);
    if (fact) this.#relate(subject, fact);
  }

  /**
   * Forgets all relationships, because the case has changed on which they depend. The data subjects that were seen stay marked;
   * until a relationship is looked up again, nothing is released.
   */
  forget(): void {
    this.#changes += 1;
    for (const subject of this.#subjects.values()) {
      subject.fact = undefined;
      subject.visible = undefined;
      this.#forgotten.add(subject.id);
    }
  }

  #known(id: string): Subject | undefined {
    return this.#forgotten.has(id) ? undefined : this.#subjects.get(id);
  }

  #enlist(id: string): Subject {
    const { subjects, done } = this.#nextBatch();
    const subject = this.#add(id);
    subject.lookUp = done;
    subjects.push(subject);
    return subject;
  }

  #add(id: string): Subject {
    const subject = this.#subjects.get(id) ?? new Subject(id);
    this.#forgotten.delete(id);
    this.#subjects.set(id, subject);
    this.#lastId = undefined;
    return subject;
  }

  #relate(subject: Subject, fact: RelationshipFact): void {
    let visible = this.#kinds.get(fact);
    if (!visible) this.#kinds.set(fact, (visible = this.#visibleFor(fact.relationship, fact.conditions)));
    subject.fact = fact;
    subject.visible = visible;
  }

  #nextBatch(): Batch {
    if (!this.#next) {
      const subjects: Subject[] = [];
      this.#next = { subjects, done: this.#look(subjects) };
    }
    return this.#next;
  }

  async #look(subjects: readonly Subject[]): Promise<void> {
    // One batch for all look-ups of a level of the operation: it starts after all ready callbacks have run.
    await new Promise<void>((done) => void Promise.resolve().then(() => process.nextTick(done)));
    this.#next = undefined;
    const changes = this.#changes;
    let found: ReadonlyMap<string, RelationshipFact> | undefined;
    try {
      found = await this.#lookUp(subjects.map(({ id }) => id));
    } finally {
      // Evicted relationships are looked up by another batch.
      for (const subject of changes === this.#changes ? subjects : []) {
        subject.lookUp = undefined;
        const fact = found?.get(subject.id);
        if (fact) this.#relate(subject, fact);
        // After a failure, the next call repeats the look-up.
        else if (!found) this.#subjects.delete(subject.id);
      }
      this.#lastId = undefined;
    }
  }
}
