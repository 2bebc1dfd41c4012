import type { Tie } from '../relationships/tie.ts';
import type { Permits, Sight } from './sight.ts';

/** One data subject as this operation sees it. */
export interface Sighted extends Tie {
  readonly permits: Permits;
}

export type LookUp = (subjectIds: readonly string[]) => Promise<ReadonlyMap<string, Tie>>;

const resolved = Promise.resolve();

/** The relationships of one operation: looked up in batches, once per data subject, before rows are completed. */
export class Ties {
  readonly #lookUp: LookUp;
  readonly #sight: Sight;
  readonly #known = new Map<string, Sighted | undefined>();
  readonly #underWay = new Map<string, Promise<void>>();
  #wanted: string[] = [];
  #next: Promise<void> | undefined;
  // The fields of a row are resolved one after the other, so the last one asked for is mostly the next one too.
  #lastId: string | undefined;
  #last: Sighted | undefined;

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
   * @returns undefined where there is nothing to wait for
   * @throws whatever the look-up throws: then nobody of the batch is known
   */
  ensure(subjectIds: Iterable<string>): Promise<unknown> | undefined {
    const waits = new Set<Promise<void>>();
    for (const id of subjectIds) {
      if (this.#known.has(id)) continue;
      let batch = this.#underWay.get(id);
      if (!batch) {
        batch = this.#next ??= this.#start();
        this.#underWay.set(id, batch);
        this.#wanted.push(id);
      }
      waits.add(batch);
    }
    return waits.size > 1 ? Promise.all(waits) : waits.values().next().value;
  }

  /** One batch for all that a level wants: it runs once everything that is ready to run has run. */
  async #start(): Promise<void> {
    await new Promise<void>((done) => void resolved.then(() => process.nextTick(done)));
    const ids = this.#wanted;
    this.#wanted = [];
    this.#next = undefined;
    try {
      const ties = await this.#lookUp(ids);
      for (const id of ids) {
        const tie = ties.get(id);
        this.#known.set(id, tie && { ...tie, permits: this.#sight(tie.relationship, tie.conditions) });
      }
    } finally {
      for (const id of ids) this.#underWay.delete(id);
      this.#lastId = undefined;
    }
  }
}
