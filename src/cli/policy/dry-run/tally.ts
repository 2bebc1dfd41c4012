/** How often something would have been decided differently. */
export interface Counted<What> {
  readonly what: What;
  readonly entries: number;
  readonly dataSubjects: number;
  /** The ids of the first entries. */
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

/** Counts entries and their data subjects by what would have been decided differently. Entries are added one after the other. */
export class Tally<What> {
  readonly #counts = new Map<string, Count<What>>();

  /** @param dataSubject undefined if it is not about one data subject */
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

  /** In the order of first occurrence. */
  counted(): Counted<What>[] {
    return [...this.#counts.values()].map(({ what, entries, people, examples }) => ({
      what,
      entries,
      dataSubjects: people.size,
      examples,
    }));
  }
}
