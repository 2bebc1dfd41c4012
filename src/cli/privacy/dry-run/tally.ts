/** How often something would have gone otherwise. */
export interface Counted<What> {
  readonly what: What;
  readonly entries: number;
  readonly dataSubjects: number;
  /** Ids of the first entries. */
  readonly examples: readonly string[];
}

const mostExamples = 3;

interface Count<What> {
  readonly what: What;
  readonly examples: string[];
  readonly people: Set<string>;
  entries: number;
  last: string | undefined;
}

/** Counts entries and the people in them by what would have gone otherwise. Entries come one after the other. */
export class Tally<What> {
  readonly #counts = new Map<string, Count<What>>();

  /** @param dataSubject undefined where it is about nobody in particular */
  add(what: What, entry: string, dataSubject?: string): void {
    const key = JSON.stringify(what);
    let count = this.#counts.get(key);
    if (!count) this.#counts.set(key, (count = { what, examples: [], people: new Set(), entries: 0, last: undefined }));
    if (dataSubject !== undefined) count.people.add(dataSubject);
    if (count.last === entry) return;
    count.last = entry;
    count.entries += 1;
    if (count.examples.length < mostExamples) count.examples.push(entry);
  }

  /** In the order in which they were first met. */
  counted(): Counted<What>[] {
    return [...this.#counts.values()].map(({ what, entries, people, examples }) => ({
      what,
      entries,
      dataSubjects: people.size,
      examples,
    }));
  }
}
