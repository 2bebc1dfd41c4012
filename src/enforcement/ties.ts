import type { Tie } from '../relationships/tie.ts';
import type { Permits, Sight } from './sight.ts';
import { Subject, type Sighted } from './subject.ts';

export type LookUp = (subjectIds: readonly string[]) => Promise<ReadonlyMap<string, Tie>>;

/** Data subjects that are looked up together. */
interface Batch {
  readonly subjects: Subject[];
  readonly done: Promise<void>;
}

/** The relationships of one operation: looked up in batches, once per data subject, before rows are completed. */
export class Ties {
  readonly #lookUp: LookUp;
  readonly #sight: Sight;
  readonly #subjects = new Map<string, Subject>();
  // Ties are of few kinds, and those of a kind are mostly one object.
  readonly #kinds = new Map<Tie, Permits>();
  #next: Batch | undefined;
  // The fields of a row are resolved one after the other, so the last one asked for is mostly the next one too.
  #lastId: string | undefined;
  #last: Subject | undefined;

  /** @param sight gives what is visible to the operation, by relationship and conditions */
  constructor(lookUp: LookUp, sight: Sight) {
    this.#lookUp = lookUp;
    this.#sight = sight;
  }

  /** What is known of a data subject; undefined, and thus nothing released, for an unknown one. */
  get(subjectId: string | undefined): Sighted | undefined {
    if (subjectId === undefined) return undefined;
    if (subjectId !== this.#lastId) {
      this.#last = this.#subjects.get(subjectId);
      this.#lastId = subjectId;
    }
    return this.#last?.visible === undefined ? undefined : (this.#last as Sighted);
  }

  /** A data subject that was looked up or noted, whether or not there is a tie. */
  met(subjectId: string): Subject | undefined {
    return this.#subjects.get(subjectId);
  }

  /**
   * Looks up those that are not known yet, together with all that others ask for meanwhile.
   * @param always looks even where all are known or nobody is there, since where rows can be hidden a
   *   statement left out would tell that none is
   * @returns undefined where there is nothing to wait for
   * @throws whatever the look-up throws: then nobody of the batch is known
   */
  ensure(subjectIds: readonly string[], always = false): Promise<unknown> | undefined {
    let waits = always ? this.#nextBatch().done : undefined;
    let more: Set<Promise<void>> | undefined;
    for (const id of subjectIds) {
      const { lookUp } = this.#subjects.get(id) ?? this.#enlist(id);
      if (lookUp === undefined || lookUp === waits) continue;
      if (waits === undefined) waits = lookUp;
      else (more ??= new Set([waits])).add(lookUp);
    }
    return more ? Promise.all(more) : waits;
  }

  /**
   * Takes note of a tie that came with a row. What is known already stays so for the operation.
   * @param tie undefined: nobody, or nobody to be seen
   */
  note(subjectId: string, tie: Tie | undefined): void {
    if (this.#subjects.has(subjectId)) return;
    const subject = this.#add(subjectId);
    if (tie) this.#tie(subject, tie);
  }

  #enlist(id: string): Subject {
    const { subjects, done } = this.#nextBatch();
    const subject = this.#add(id);
    subject.lookUp = done;
    subjects.push(subject);
    return subject;
  }

  #add(id: string): Subject {
    const subject = new Subject(id);
    this.#subjects.set(id, subject);
    this.#lastId = undefined;
    return subject;
  }

  #tie(subject: Subject, tie: Tie): void {
    let visible = this.#kinds.get(tie);
    if (!visible) this.#kinds.set(tie, (visible = this.#sight(tie.relationship, tie.conditions)));
    subject.tie = tie;
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
    // One batch for all that a level wants: it runs once everything that is ready to run has run.
    await new Promise<void>((done) => void Promise.resolve().then(() => process.nextTick(done)));
    this.#next = undefined;
    let ties: ReadonlyMap<string, Tie> | undefined;
    try {
      ties = await this.#lookUp(subjects.map(({ id }) => id));
    } finally {
      for (const subject of subjects) {
        subject.lookUp = undefined;
        const tie = ties?.get(subject.id);
        if (tie) this.#tie(subject, tie);
        // Whoever asks again must look again.
        else if (!ties) this.#subjects.delete(subject.id);
      }
      this.#lastId = undefined;
    }
  }
}
