import DataLoader from 'dataloader';
import type { Tie } from '../relationships/tie.ts';
import type { Permits, Sight } from './sight.ts';

/** One data subject as this operation sees it. */
export interface Sighted extends Tie {
  readonly permits: Permits;
}

export type LookUp = (subjectIds: readonly string[]) => Promise<ReadonlyMap<string, Tie>>;

/** The relationships of one operation: looked up in batches, once per data subject, before rows are completed. */
export class Ties {
  readonly #known = new Map<string, Sighted | undefined>();
  readonly #loader: DataLoader<string, undefined>;

  constructor(lookUp: LookUp, sight: Sight) {
    this.#loader = new DataLoader(
      async (ids) => {
        const ties = await lookUp(ids);
        for (const id of ids) {
          const tie = ties.get(id);
          this.#known.set(id, tie && { ...tie, permits: sight(tie.relationship, tie.conditions) });
        }
        return ids.map(() => undefined);
      },
      { maxBatchSize: 10_000 },
    );
  }

  /** What is known of a data subject; undefined, and thus nothing released, for an unknown one. */
  get(subjectId: string | undefined): Sighted | undefined {
    return subjectId === undefined ? undefined : this.#known.get(subjectId);
  }

  /** Looks up those that are not known yet; undefined where there is nothing to wait for. */
  ensure(subjectIds: Iterable<string>): Promise<unknown> | undefined {
    const unknown = new Set<string>();
    for (const id of subjectIds) if (!this.#known.has(id)) unknown.add(id);
    return unknown.size === 0 ? undefined : this.#loader.loadMany([...unknown]).then(throwFirst);
  }

  /** Every data subject that the operation came across. */
  *subjects(): Iterable<[subjectId: string, sighted: Sighted | undefined]> {
    yield* this.#known;
  }
}

// loadMany gives errors as values; a failed look-up must fail the field.
function throwFirst(results: readonly unknown[]): void {
  const failed = results.find((result) => result instanceof Error);
  if (failed) throw failed;
}
