import type { Tie } from '../relationships/tie.ts';
import type { Permits, Sight } from './sight.ts';

/** One data subject as this operation sees it. */
export interface Sighted extends Tie {
  /** 1 at the index of each coordinate that the operation asks for and that is permitted. */
  readonly visible: Permits;
}

export type LookUp = (subjectIds: readonly string[]) => Promise<ReadonlyMap<string, Tie>>;

/** Data subjects that are looked up together. */
interface Batch {
  readonly ids: Set<string>;
  readonly done: Promise<void>;
}

/** The relationships of one operation: looked up in batches, once per data subject, before rows are completed. */
export class Ties {
  readonly #lookUp: LookUp;
  readonly #sight: Sight;
  readonly #known = new Map<string, Sighted | undefined>();
  // Ties are of few kinds, and those of a kind are mostly one object.
  readonly #kinds = new Map<Tie, Sighted>();
  readonly #underWay = new Set<Batch>();
  #next: Batch | undefined;
  // The fields of a row are resolved one after the other, so the last one asked for is mostly the next one too.
  #lastId: string | undefined;
  #last: Sighted | undefined;

  /** @param sight gives what is visible to the operation, by relationship and conditions */
  constructor(lookUp: LookUp, sight: Sight) {
    this.#lookUp = lookUp;
    this.#sight = sight;
  }

  /** What is known of a data subject; undefined, and thus nothing released, for an unknown one. */
  get(subjectId: string | undefined): Sighted | undefined {
    if (subjectId === undefined) return undefined;
    if (subjectId !== this.#lastId) {
      this.#last = this.#known.get(subjectId);
      this.#lastId = subjectId;
    }
    return this.#last;
  }

  /**
   * Looks up those that are not known yet, together with all that others ask for meanwhile.
   * @param always looks even where all are known or nobody is there, since where rows can be hidden a
   *   statement left out would tell that none is
   * @returns undefined where there is nothing to wait for
   * @throws whatever the look-up throws: then nobody of the batch is known
   */
  ensure(subjectIds: readonly string[], always = false): Promise<unknown> | undefined {
    const waits = new Set<Batch>();
    if (always) waits.add(this.#nextBatch());
    for (const id of subjectIds) if (!this.#known.has(id)) waits.add(this.#batchOf(id));
    if (waits.size === 0) return undefined;
    const [first] = waits;
    return waits.size === 1 ? first!.done : Promise.all([...waits].map(({ done }) => done));
  }

  /**
   * Takes note of a tie that came with a row. A person once known stays so for the operation.
   * @param tie undefined: nobody, or nobody to be seen
   */
  note(subjectId: string, tie: Tie | undefined): void {
    if (this.#known.has(subjectId)) return;
    this.#known.set(subjectId, tie && this.#sightedOf(tie));
    this.#lastId = undefined;
  }

  #batchOf(id: string): Batch {
    // The batch that is still gathered is under way too, so one that is already asked of is looked at first.
    if (this.#underWay.size > (this.#next ? 1 : 0)) for (const batch of this.#underWay) if (batch.ids.has(id)) return batch;
    const batch = this.#nextBatch();
    batch.ids.add(id);
    return batch;
  }

  #sightedOf(tie: Tie): Sighted {
    let sighted = this.#kinds.get(tie);
    if (!sighted) {
      const { relationship, conditions } = tie;
      this.#kinds.set(tie, (sighted = { relationship, conditions, visible: this.#sight(relationship, conditions) }));
    }
    return sighted;
  }

  #nextBatch(): Batch {
    if (!this.#next) {
      const ids = new Set<string>();
      this.#next = { ids, done: this.#look(ids) };
      this.#underWay.add(this.#next);
    }
    return this.#next;
  }

  async #look(ids: Set<string>): Promise<void> {
    // One batch for all that a level wants: it runs once everything that is ready to run has run.
    await new Promise<void>((done) => void Promise.resolve().then(() => process.nextTick(done)));
    const batch = this.#next!;
    this.#next = undefined;
    try {
      const ties = await this.#lookUp([...ids]);
      for (const id of ids) {
        const tie = ties.get(id);
        this.#known.set(id, tie && this.#sightedOf(tie));
      }
    } finally {
      this.#underWay.delete(batch);
      this.#lastId = undefined;
    }
  }
}
